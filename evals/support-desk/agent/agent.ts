import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { OpenAI } from 'openai';
import { converse, type DeskInput, type DeskOutput } from './conversation.ts';
import { readDesk } from './desk.ts';
import { toolsAt } from './tools.ts';

/**
 * The support desk as a program. Without a flag it is a worker: a JSON line `{v, id, input, urls}` in, a JSON line
 * `{id, output}` or `{id, error}` out, any number in flight. With `--exec` it answers the one input on stdin.
 */
interface WorkLine {
  readonly v: 1;
  readonly id: string;
  readonly input: DeskInput;
  readonly urls: Urls;
}

interface Urls {
  readonly openai: string;
  readonly tools: string;
}

const desk = readDesk(import.meta.dirname);
if (process.argv.includes('--exec')) await answerOnce();
else await work();

async function work(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) void answerLine(line);
}

async function answerLine(line: string): Promise<void> {
  const { id, input, urls } = JSON.parse(line) as WorkLine;
  try {
    write({ id, output: await answer(input, urls) });
  } catch (error) {
    write({ id, error: error instanceof Error ? error.message : String(error) });
  }
}

async function answerOnce(): Promise<void> {
  const { OPENAI_BASE_URL: openai, PAWL_TOOLS_URL: tools } = process.env;
  if (openai === undefined || tools === undefined) throw new Error('OPENAI_BASE_URL and PAWL_TOOLS_URL must be set');
  write(await answer(JSON.parse(await text(process.stdin)) as DeskInput, { openai, tools }));
}

function answer(input: DeskInput, urls: Urls): Promise<DeskOutput> {
  const client = new OpenAI({ baseURL: urls.openai, apiKey: process.env.OPENAI_API_KEY ?? 'none' });
  return converse(desk, client, toolsAt(urls.tools), input);
}

function write(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
