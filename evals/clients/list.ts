import { join } from 'node:path';

/** What can change between base and head: a key of agents/config.json, and what it becomes. */
export interface Change {
  readonly name: string;
  readonly key: string;
  readonly value: string | number;
}

export interface Client {
  readonly name: string;
  readonly language: 'node' | 'python';
  /** npm or PyPI packages whose versions are shown. */
  readonly packages: readonly string[];
  readonly file: string;
  readonly arguments: readonly string[];
  readonly changes: readonly Change[];
  /** What of its requests changes by itself, and a user would ignore: a key of pawl.yml with its value, or nothing. */
  readonly settings: string;
}

export const AGENTS = join(import.meta.dirname, 'agents');

const CHANGES: readonly Change[] = [
  {
    name: 'a word of the instructions',
    key: 'instructions',
    value: 'You are a rude desk. Look up what you are asked.',
  },
  { name: 'a tool’s description', key: 'weatherDescription', value: 'The weather in a town.' },
  { name: 'temperature', key: 'temperature', value: 0.6 },
  { name: 'model', key: 'model', value: 'stand-in-2' },
];

/** The Claude Agent SDK lets nobody set a temperature. */
const CLAUDE_CHANGES = CHANGES.map((change) =>
  change.name === 'temperature' ? { name: 'effort', key: 'effort', value: 'high' } : change,
);

/** Its prompt holds the day, which ends while the clients are tried; and the kernel. */
const CLAUDE_SETTINGS = `ignore_in_requests:
  - { name: today, pattern: "Today's date is \\\\d{4}-\\\\d{2}-\\\\d{2}" }
  - { name: kernel, pattern: "OS Version: [^\\\\n]+" }
`;

export const CLIENTS: readonly Client[] = [
  node('openai chat', ['openai'], 'openai-chat.mjs'),
  node('openai responses', ['openai'], 'openai-responses.mjs'),
  node('@anthropic-ai/sdk', ['@anthropic-ai/sdk'], 'anthropic.mjs'),
  node('AI SDK openai responses', ['ai', '@ai-sdk/openai'], 'ai-sdk.mjs', 'responses'),
  node('AI SDK openai chat', ['ai', '@ai-sdk/openai'], 'ai-sdk.mjs', 'chat'),
  node('AI SDK anthropic', ['ai', '@ai-sdk/anthropic'], 'ai-sdk.mjs', 'anthropic'),
  node('@openai/agents', ['@openai/agents'], 'openai-agents.mjs'),
  node('@langchain/langgraph', ['@langchain/langgraph', '@langchain/openai'], 'langgraph.mjs'),
  {
    ...node('Claude Agent SDK', ['@anthropic-ai/claude-agent-sdk'], 'claude-agent-sdk.mjs'),
    changes: CLAUDE_CHANGES,
    settings: CLAUDE_SETTINGS,
  },
  python('Python openai chat', 'openai', 'openai_chat.py'),
  python('Python openai responses', 'openai', 'openai_responses.py'),
  python('Python anthropic', 'anthropic', 'anthropic_messages.py'),
];

function node(name: string, packages: readonly string[], file: string, ...args: readonly string[]): Client {
  return { name, language: 'node', packages, file, arguments: args, changes: CHANGES, settings: '' };
}

function python(name: string, packageName: string, file: string): Client {
  return { name, language: 'python', packages: [packageName], file, arguments: [], changes: CHANGES, settings: '' };
}
