import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChatCompletionFunctionTool } from 'openai/resources/chat/completions';

/** What the agent is, apart from its code: instructions, tools and the pinned model. */
export interface Desk {
  readonly model: string;
  readonly temperature: number;
  readonly instructions: string;
  readonly tools: ChatCompletionFunctionTool[];
}

interface ToolFile {
  readonly name: string;
  readonly description: string;
  readonly parameters: Record<string, unknown>;
}

/** Reads `config.json`, `prompts/*.md` and `tools/*.json` of the agent's folder, in the order of the file names. */
export function readDesk(root: string): Desk {
  const config = JSON.parse(readFileSync(join(root, 'config.json'), 'utf8')) as { model: string; temperature: number };
  return {
    model: config.model,
    temperature: config.temperature,
    instructions: filesIn(join(root, 'prompts'), '.md').map(withoutComments).join('\n\n'),
    tools: filesIn(join(root, 'tools'), '.json').map((text) => asTool(JSON.parse(text) as ToolFile)),
  };
}

function filesIn(folder: string, extension: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** Comments are for the people who edit the prompt; the model never sees them. */
function withoutComments(markdown: string): string {
  return markdown.replaceAll(/<!--[\s\S]*?-->/g, '').trim();
}

function asTool({ name, description, parameters }: ToolFile): ChatCompletionFunctionTool {
  return { type: 'function', function: { name, description, parameters } };
}
