import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { OpenAI } from 'openai';
import { type RecordOptions, recordCommand } from '../../src/commands/record.ts';
import { parseCaseLine } from '../../src/corpus/index.ts';
import { type Answer, obedient, type Project } from '../gate/project.ts';

/** Pays back what the last message of the user asks for. */
export const obedientToTheLast: Answer = (request) => {
  const messages = request.body.messages as { role: string; content: string }[];
  const last = messages.slice(messages.findLastIndex(({ role }) => role === 'user'));
  return obedient({ ...request, body: { messages: last } });
};

/** `pawl record --proxy`, while the test plays the agent. */
export interface ProxyRecording {
  readonly client: OpenAI;
  readonly url: string;
  /** What has been written so far. */
  cases(): readonly Case[];
  end(): Promise<{ exitCode: number; printed: string }>;
}

type Case = Extract<ReturnType<typeof parseCaseLine>, { kind: 'case' }>['case'];

export const OUT = 'corpus/staging.jsonl';

export async function startRecording(project: Project, more: Partial<RecordOptions> = {}): Promise<ProxyRecording> {
  const ending = new AbortController();
  const printed: string[] = [];
  const warned: string[] = [];
  const exit = recordCommand(
    {
      ...{ config: 'pawl.yml', store: '.git/store', proxy: '0', out: OUT, ref: 'WORKTREE', recordings: '1' },
      ...{ providerUrl: [`openai=${project.provider.url}`], ...more },
    },
    {
      ...{ directory: project.directory, stdin: () => Readable.from([]), environment: project.environment({}) },
      print: (line) => printed.push(line),
      warn: (line) => warned.push(line),
      ...{
        terminal: false,
        alone: false,
        width: 120,
        color: false,
        now: new Date('2026-11-22T00:00:00Z'),
        signal: ending.signal,
      },
    },
  );
  const urlSaid = (): string | undefined => /http:\S+?(?=:? )/.exec(warned.join('\n'))?.[0];
  const early = exit.then((code) => Promise.reject(new Error(`it ended with ${code}: ${warned.join('\n')}`)));
  // Later its end is no fault.
  early.catch(() => undefined);
  while (urlSaid() === undefined) await Promise.race([delay(5), early]);
  const url = urlSaid() ?? '';
  const client = new OpenAI({
    apiKey: 'sk-staging-0123456789abcdef0123456789abcdef',
    baseURL: `${url}/v1`,
    maxRetries: 0,
  });
  return {
    client,
    url,
    cases: () => casesIn(join(project.directory, OUT)),
    end: async () => {
      ending.abort();
      return { exitCode: await exit, printed: printed.join('\n') };
    },
  };
}

function casesIn(path: string): readonly Case[] {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  return lines.flatMap((line) => {
    const parsed = parseCaseLine(line);
    return parsed.kind === 'case' ? [parsed.case] : [];
  });
}

export type Message = OpenAI.ChatCompletionMessageParam;

/** One turn of an agent that runs its tools by itself; appends to the conversation. */
export async function turn(client: OpenAI, messages: Message[], text: string, stream = false): Promise<string> {
  messages.push({ role: 'user', content: text });
  for (;;) {
    const request = { model: 'm', messages };
    const { message } = (
      stream
        ? await client.chat.completions.stream(request).finalChatCompletion()
        : await client.chat.completions.create(request)
    ).choices[0] as { message: OpenAI.ChatCompletionMessage };
    messages.push(message);
    if (message.tool_calls === undefined) return message.content ?? '';
    for (const call of message.tool_calls)
      messages.push({ role: 'tool', tool_call_id: call.id, content: '{"done":true}' });
  }
}
