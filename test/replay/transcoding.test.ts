import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Json, JsonObject, MessageWire } from '../../src/trace/index.ts';
import { isJsonObject, readResponse } from '../../src/trace/index.ts';
import { client, type GatewayBench, openGatewayBenchWith, type Running } from './gateway-bench.ts';
import { sendJson, startProvider, type TestProvider } from './provider.ts';
import { type Spoken, spoken } from './spoken.ts';

const wires = ['openai-chat', 'openai-responses', 'anthropic-messages'] as const satisfies readonly MessageWire[];

let bench: GatewayBench<TestProvider>;

const startSpeaker = () =>
  startProvider(({ path, body }, _, response) => {
    const wire = wires.find((one) => path.endsWith(spoken[one].path));
    if (wire === undefined) return sendJson(response, 404, {});
    if (body.stream !== true) return sendJson(response, 200, spoken[wire].body);
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).end(spoken[wire].stream);
  });

beforeEach(async () => {
  bench = await openGatewayBenchWith(startSpeaker);
});

afterEach(() => bench.close());

const urlOf = (running: Running, { path }: Spoken) =>
  path.startsWith('/v1') ? `${running.lease.urls.anthropic}${path}` : `${running.lease.urls.openai}${path}`;

async function fetchAs(form: 'json' | 'stream', wire: MessageWire): Promise<{ type: string; text: string }> {
  const { request } = spoken[wire];
  const body = JSON.stringify(form === 'stream' ? { ...request, stream: true } : request);
  const response = await fetch(urlOf(bench.start(), spoken[wire]), { method: 'POST', body });
  return { type: response.headers.get('content-type') ?? '', text: await response.text() };
}

/** Where a value has a null, as dotted paths. */
function nulls(value: Json, path = ''): readonly string[] {
  if (value === null) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => nulls(member, path === '' ? key : `${path}.${key}`));
}

describe.each(wires)('an answer on the wire %s', (wire) => {
  test.each(['json', 'stream'] as const)(
    'that was drawn as %s has the provider’s own bytes in that form',
    async (form) => {
      const drawn = await fetchAs(form, wire);
      expect(drawn.text).toBe(form === 'json' ? JSON.stringify(spoken[wire].body) : spoken[wire].stream);
      bench = await bench.reopen('recorded');
      expect(await fetchAs(form, wire)).toEqual(drawn);
    },
  );

  test('that was drawn as a stream serves a client that wants it whole, with no member that the provider did not send', async () => {
    await fetchAs('stream', wire);
    bench = await bench.reopen('recorded');
    const { type, text } = await fetchAs('json', wire);
    expect(type).toBe('application/json');
    const body = JSON.parse(text) as JsonObject;
    expect(body).toEqual(spoken[wire].body);
    expect(nulls(body)).toEqual(nulls(spoken[wire].body));
  });

  test('that was drawn whole serves a client that wants a stream', async () => {
    await fetchAs('json', wire);
    bench = await bench.reopen('recorded');
    const { type, text } = await fetchAs('stream', wire);
    expect(type).toMatch(/^text\/event-stream/);
    // What every stream of this wire has as null, and nothing else.
    const allowed = /(finish_reason|message\.stop_reason|stop_sequence)$/;
    expect(
      dataOf(text)
        .flatMap((event) => nulls(event))
        .filter((path) => !allowed.test(path)),
    ).toEqual([]);
  });
});

/** The data of server-sent events, by hand: one event ends with a blank line, `:` begins a comment. */
function dataOf(sse: string): readonly JsonObject[] {
  return sse.split('\n\n').flatMap((event) => {
    const data = event.split('\n').flatMap((line) => (line.startsWith('data: ') ? [line.slice(6)] : []));
    return data.length === 0 || data[0] === '[DONE]' ? [] : [JSON.parse(data.join('\n')) as JsonObject];
  });
}

/** Builds the message as Anthropic documents its events, and insists on their order. */
function readAnthropicStream(sse: string): JsonObject {
  let message: JsonObject | null = null;
  let ended = false;
  const blocks: { block: JsonObject; input: string; open: boolean }[] = [];
  for (const { type, index, ...event } of dataOf(sse)) {
    expect(ended).toBe(false);
    if (type === 'message_start') {
      expect(message).toBeNull();
      message = { ...(event.message as JsonObject) };
      continue;
    }
    if (message === null) throw new Error(`${String(type)} before message_start`);
    const current = blocks[Number(index)];
    if (type === 'content_block_start') {
      expect(Number(index)).toBe(blocks.length);
      blocks.push({ block: { ...(event.content_block as JsonObject) }, input: '', open: true });
    } else if (type === 'content_block_delta') {
      if (current?.open !== true || !isJsonObject(event.delta)) throw new Error('a delta outside of its block');
      const { delta } = event;
      if (delta.type === 'text_delta') current.block.text = String(current.block.text) + String(delta.text);
      else if (delta.type === 'input_json_delta') current.input += String(delta.partial_json);
    } else if (type === 'content_block_stop') {
      if (current === undefined) throw new Error('an end without its block');
      current.open = false;
      if (current.block.type === 'tool_use') current.block.input = JSON.parse(current.input);
    } else if (type === 'message_delta') {
      const usage: JsonObject = { ...(message.usage as JsonObject), ...(event.usage as JsonObject) };
      message = { ...message, ...(event.delta as JsonObject), usage };
    } else if (type === 'message_stop') ended = true;
  }
  expect(ended && blocks.every(({ open }) => !open)).toBe(true);
  return { ...message, content: blocks.map(({ block }) => block) };
}

test.each(['json', 'stream'] as const)(
  'a reader of Anthropic’s events builds the message of an answer drawn as %s',
  async (form) => {
    await fetchAs(form, 'anthropic-messages');
    bench = await bench.reopen('recorded');
    const { text } = await fetchAs('stream', 'anthropic-messages');
    expect(readAnthropicStream(text)).toEqual(spoken['anthropic-messages'].body);
  },
);

describe.each(['json', 'stream'] as const)('the official client of OpenAI reads an answer drawn as %s', (form) => {
  test('of chat completions, whole and streamed', async () => {
    await fetchAs(form, 'openai-chat');
    bench = await bench.reopen('recorded');
    const request = { model: 'm', messages: [{ role: 'user' as const, content: 'hi' }] };
    const { completions } = client(bench.start()).chat;
    const whole = await completions.create(request);
    const streamed = await client(bench.start()).chat.completions.stream(request).finalChatCompletion();
    const expected = readResponse('openai-chat', spoken['openai-chat'].body);
    for (const said of [whole, streamed])
      expect(readResponse('openai-chat', JSON.parse(JSON.stringify(said)))).toEqual(expected);
  });

  test('of responses, whole and streamed', async () => {
    await fetchAs(form, 'openai-responses');
    bench = await bench.reopen('recorded');
    const request = { model: 'm', input: 'hi' };
    const whole = await client(bench.start()).responses.create(request);
    const stream = client(bench.start()).responses.stream(request);
    let text = '';
    stream.on('response.output_text.delta', ({ delta }) => {
      text += delta;
    });
    const streamed = await stream.finalResponse();
    expect([text, streamed.output_text]).toEqual(['Hello', 'Hello']);
    const expected = readResponse('openai-responses', spoken['openai-responses'].body);
    for (const said of [whole, streamed])
      expect(readResponse('openai-responses', JSON.parse(JSON.stringify(said)))).toEqual(expected);
  });
});
