import { createServer, type Server } from 'node:http';
import OpenAI from 'openai';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routeOf, streamOf } from '../../src/trace/index.ts';
import { conversations } from './conversation.ts';

let server: Server;
let client: OpenAI;

/** Answers every request with the conversation's answer, as JSON or as the stream that stands for it. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request) text += String(piece);
    const route = routeOf(new URL(request.url ?? '', 'http://localhost').pathname);
    if (route.kind !== 'model' || route.wire === 'openai-embeddings') {
      response.writeHead(404).end();
      return;
    }
    const { answer } = conversations[route.wire];
    const streams = JSON.parse(text).stream === true;
    response.writeHead(200, { 'content-type': streams ? 'text/event-stream' : 'application/json' });
    response.end(streams ? streamOf(route.wire, answer) : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  client = new OpenAI({ apiKey: 'none', baseURL: `http://127.0.0.1:${address.port}/v1`, maxRetries: 0 });
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

test('the official client reads the same chat message from the stream as from the body', async () => {
  const request = { model: 'm', messages: [{ role: 'user' as const, content: 'hi' }] };
  const whole = await client.chat.completions.create(request);
  const streamed = await client.chat.completions.stream(request).finalChatCompletion();
  const [a, b] = [whole.choices[0], streamed.choices[0]];
  expect(b?.message.content).toBe('A1 is on its way; I pay A2 back.');
  expect(b?.message.content).toBe(a?.message.content);
  expect(b?.message.tool_calls).toMatchObject(a?.message.tool_calls ?? []);
  expect(b?.message.tool_calls).toHaveLength(1);
  expect(b?.finish_reason).toBe(a?.finish_reason);
  expect(streamed.usage).toEqual(whole.usage);
  expect(streamed.id).toBe(whole.id);
});

test('a naive reader of chat chunks gets a choice with every chunk', async () => {
  const stream = await client.chat.completions.create({ model: 'm', messages: [], stream: true });
  for await (const chunk of stream) expect(chunk.choices).toHaveLength(1);
});

test('the official client reads the same response from the stream as from the body', async () => {
  const request = { model: 'm', input: 'hi' };
  const whole = await client.responses.create(request);
  const stream = client.responses.stream(request);
  const deltas: string[] = [];
  stream.on('response.output_text.delta', (event) => deltas.push(event.delta));
  stream.on('response.function_call_arguments.delta', (event) => deltas.push(event.delta));
  const streamed = await stream.finalResponse();
  expect(deltas).toEqual(['A1 is on its way; I pay A2 back.', '{"amount":12.5}']);
  expect(streamed.output_text).toBe(whole.output_text);
  expect(streamed.output).toMatchObject(whole.output);
  expect(streamed.usage).toEqual(whole.usage);
});
