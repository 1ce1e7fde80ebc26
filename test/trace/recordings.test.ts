import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  assembleStream,
  isJsonObject,
  type JsonObject,
  type Message,
  type MessageWire,
  parseJson,
  readRequest,
  readResponse,
  routeOf,
  streamOf,
} from '../../src/trace/index.ts';

// Traffic of real providers that others recorded; it is not part of the project.
const root = join(import.meta.dirname, '../../../shared/data/http-recordings');
const absent = existsSync(root) ? false : `${root} is absent`;

const families: readonly { wire: MessageWire; pattern: string }[] = [
  { wire: 'openai-chat', pattern: 'vercel-ai/packages/{groq,mistral,xai}/src/__fixtures__/*' },
  { wire: 'openai-chat', pattern: 'vercel-ai/packages/openai/src/chat/__fixtures__/*' },
  { wire: 'openai-responses', pattern: 'vercel-ai/packages/{openai,xai}/src/responses/__fixtures__/*' },
  { wire: 'anthropic-messages', pattern: 'vercel-ai/packages/anthropic/src/__fixtures__/*' },
];

/** Streams that are no whole answer, and bodies that are no answer at all. */
const incompleteStreams = [
  'openai-error.1.chunks.txt',
  'parallel-tool-call-wrapper.1.chunks.txt',
  'spliced-message-start.chunks.txt',
];
const notAnswers = [
  'groq-transcription-text.json',
  'mistral-transcription.json',
  'openai-error.1.json',
  'reasoning-model-legacy-parameter-error.json',
  'reasoning-model-temperature-error.json',
];

interface Tally {
  answers: number;
  readonly notUnderstood: Map<string, number>;
}

function count(tally: Tally, message: Message | null): void {
  for (const part of message?.parts ?? []) {
    if (part.kind === 'other') tally.notUnderstood.set(part.type, (tally.notUnderstood.get(part.type) ?? 0) + 1);
  }
}

/** Reads an answer, and checks that its own stream adds up to the same. */
function check(tally: Tally, wire: MessageWire, body: JsonObject, name: string): void {
  const read = readResponse(wire, body);
  expect(read.message, name).not.toBeNull();
  expect(read.finishReason, name).not.toBeNull();
  expect(read.usage, name).not.toBeNull();
  const again = assembleStream(wire, streamOf(wire, body));
  if (again.kind === 'incomplete') throw new Error(`${name}: ${again.reason}`);
  expect(readResponse(wire, again.body), name).toEqual(read);
  count(tally, read.message);
  tally.answers += 1;
}

/** The fixtures hold one event's data a line, without `[DONE]`; some hold several answers one after the other. */
function streamsOf(wire: MessageWire, text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (wire === 'openai-chat') return [`${lines.map(eventOf).join('')}data: [DONE]\n\n`];
  const streams: string[] = [''];
  for (const line of lines) {
    streams.push(`${streams.pop() ?? ''}${eventOf(line)}`);
    if (line.includes('"type":"message_stop"')) streams.push('');
  }
  return streams.filter((stream) => stream !== '');
}

function eventOf(line: string): string {
  return `data: ${line}\n\n`;
}

describe.skipIf(absent !== false)(`recorded provider traffic${absent === false ? '' : ` (skipped: ${absent})`}`, () => {
  test('every recorded answer is read, as a body and as a stream, and the rest is known by name', () => {
    const tally: Tally = { answers: 0, notUnderstood: new Map() };
    const incomplete: string[] = [];
    const errors: string[] = [];
    for (const { wire, pattern } of families) {
      for (const file of globSync(pattern, { cwd: root }).sort()) {
        const text = readFileSync(join(root, file), 'utf8');
        if (file.endsWith('.chunks.txt')) {
          for (const sse of streamsOf(wire, text)) {
            const result = assembleStream(wire, sse);
            if (result.kind === 'complete') check(tally, wire, result.body, file);
            else incomplete.push(basename(file));
          }
        } else if (notAnswers.includes(basename(file))) errors.push(basename(file));
        else if (file.endsWith('.json')) {
          const body = parseJson(text);
          if (!isJsonObject(body)) throw new Error(`${file} is no JSON object`);
          check(tally, wire, body, file);
        }
      }
    }
    expect(incomplete.sort()).toEqual(incompleteStreams);
    expect(errors.sort()).toEqual(notAnswers);
    expect(tally.answers).toBeGreaterThan(150);
    // Only tools that the provider runs itself, and compaction; a new name here is a part to look at.
    const unread = [...tally.notUnderstood.keys()].filter(
      (type) => !/_(?:tool_use|tool_result|call|call_output)$/.test(type),
    );
    expect(unread.sort()).toEqual([
      'compaction',
      'fallback',
      'mcp_approval_request',
      'mcp_list_tools',
      'program',
      'program_output',
      'thinking',
      'tool_search_output',
    ]);
  });

  test('every recorded request of a real agent is read, with nothing left over', () => {
    const tally: Tally = { answers: 0, notUnderstood: new Map() };
    let calls = 0;
    let results = 0;
    for (const file of globSync('docker-cagent/e2e/testdata/cassettes/**/*.yaml', { cwd: root })) {
      for (const { request, response } of parse(readFileSync(join(root, file), 'utf8')).interactions) {
        const route = routeOf(new URL(request.url).pathname);
        if (route.kind !== 'model' || route.wire === 'openai-embeddings') continue;
        const read = readRequest(route.wire, parseJson(request.body));
        if ('problem' in read) throw new Error(`${file}: ${read.problem}`);
        expect(read.messages.length, file).toBeGreaterThan(0);
        const messages = [...read.instructions, ...read.messages];
        for (const message of messages) count(tally, message);
        const parts = messages.flatMap((message) => message.parts);
        calls += parts.filter((part) => part.kind === 'tool_call').length;
        results += parts.filter((part) => part.kind === 'tool_result').length;
        const answer = assembleStream(route.wire, response.body);
        const body = answer.kind === 'complete' ? answer.body : parseJson(response.body);
        if (!isJsonObject(body)) throw new Error(`${file}: the answer is not read`);
        check(tally, route.wire, body, file);
      }
    }
    expect(tally.answers).toBe(40);
    expect(calls).toBeGreaterThan(5);
    expect(results).toBe(calls);
    expect([...tally.notUnderstood]).toEqual([]);
  });
});
