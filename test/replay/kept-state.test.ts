import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/trace/index.ts';
import { type GatewayBench, openGatewayBenchWith, post, type Running } from './gateway-bench.ts';
import { sendJson, startProvider, type TestProvider } from './provider.ts';

let bench: GatewayBench<TestProvider>;
let ids = 0;
let forgets = false;
let refusal = 'previous_response_not_found';

/** Keeps what it said under ids that it never gives twice; `forgets` = it knows none of them any more. */
const startKeeper = () =>
  startProvider(({ body }, _, response) => {
    const input = JSON.stringify(body.input);
    if (forgets && /resp_|conv_|msg_/.test(JSON.stringify(body)))
      return sendJson(response, 404, { error: { code: refusal } });
    ids += 1;
    const item = { id: `msg_${ids}`, type: 'message', content: [{ type: 'output_text', text: `about ${input}` }] };
    sendJson(response, 200, { id: `resp_${ids}`, model: 'm', status: 'completed', output: [item] });
  });

beforeEach(async () => {
  forgets = false;
  refusal = 'previous_response_not_found';
  bench = await openGatewayBenchWith(startKeeper);
});

afterEach(() => bench.close());

const send = (running: Running, body: JsonObject) =>
  post(`${running.lease.urls.openai}/responses`, { model: 'm', ...body });

/** How a second request names the first answer. */
const continuations: Readonly<Record<string, (answer: JsonObject) => JsonObject>> = {
  previous_response_id: ({ id }) => ({ previous_response_id: id ?? null, input: 'more' }),
  item_reference: ({ output }) => ({
    input: [
      { type: 'item_reference', id: (output as JsonObject[])[0]?.id ?? null },
      { role: 'user', content: 'more' },
    ],
  }),
};

describe.each(Object.entries(continuations))('a request that continues by %s', (_, continued) => {
  const talk = async (running: Running, first: string) => {
    const { body } = await send(running, { input: first });
    await send(running, continued(body));
    return running.end().trajectory.steps.map((step) => step.kind === 'model_call' && step.requestKey);
  };

  test('has one key whatever ids the provider gives, and another where what went before is another', async () => {
    const keys = [
      await talk(bench.start('base', { number: 1 }), 'a'),
      await talk(bench.start('base', { number: 2 }), 'a'),
      await talk(bench.start('base', { number: 3 }), 'b'),
    ].map(([, second]) => second);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(bench.provider.seen).toHaveLength(6);
  });

  test('is replayed with the provider away, and the report hears what it stands on', async () => {
    const first = await talk(bench.start(), 'a');
    bench = await bench.reopen('recorded');
    const running = bench.start();
    expect(await talk(running, 'a')).toEqual(first);
    expect([...running.warnings]).toEqual([expect.stringContaining('answers that the provider keeps')]);
  });

  test('is no fault of the agent where the provider has forgotten the answer of an earlier run', async () => {
    await send(bench.start(), { input: 'a' });
    forgets = true;
    const running = bench.start();
    const { body } = await send(running, { input: 'a' });
    expect((await send(running, continued(body))).status).toBe(503);
    expect(running.stopped).toHaveLength(1);
    expect(running.end()).toMatchObject({
      standing: 'errored',
      end: { kind: 'provider_failed', httpStatus: 404, message: expect.stringContaining('an earlier run') },
    });
  });

  test('shows the agent a refusal for another reason, whenever the answer was drawn', async () => {
    await send(bench.start(), { input: 'a' });
    forgets = true;
    refusal = 'unknown_parameter';
    const running = bench.start();
    const { body } = await send(running, { input: 'a' });
    expect((await send(running, continued(body))).status).toBe(404);
    expect(running.end().end).toEqual({ kind: 'answered' });
  });

  test('shows the agent a refusal of what this run drew itself', async () => {
    const running = bench.start();
    const { body } = await send(running, { input: 'a' });
    forgets = true;
    expect((await send(running, continued(body))).status).toBe(404);
    expect(running.stopped).toEqual([]);
  });
});

test('a conversation’s key holds all that was said in it before, and its id only at the start', async () => {
  const keysOf = async (conversation: string | JsonObject, inputs: readonly string[], number: number) => {
    const running = bench.start('base', { number });
    for (const input of inputs) await send(running, { conversation, input });
    expect([...running.warnings].join()).toContain('did not make');
    return running.end().trajectory.steps.map((step) => step.kind === 'model_call' && step.requestKey);
  };
  const a = await keysOf('conv_1', ['x', 'y', 'z'], 1);
  const b = await keysOf({ id: 'conv_1' }, ['x', 'y', 'z'], 2);
  const c = await keysOf('conv_1', ['x', 'w', 'z'], 3);
  expect(b).toEqual(a);
  expect(c[0]).toBe(a[0]);
  expect(c[2]).not.toBe(a[2]);
});

test('an id that this trial was not given stands in the key as it is, and the report hears of it', async () => {
  const running = bench.start();
  await send(running, { previous_response_id: 'resp_elsewhere', input: 'x' });
  await send(running, { previous_response_id: 'resp_other', input: 'x' });
  expect([...running.warnings]).toContainEqual(expect.stringContaining('did not make'));
  const keys = running.end().trajectory.steps.map((step) => step.kind === 'model_call' && step.requestKey);
  expect(new Set(keys).size).toBe(2);
});

test('a request that continues nothing warns of nothing', async () => {
  const running = bench.start();
  await send(running, { input: [{ id: 'msg_9', type: 'message', role: 'user', content: 'x' }] });
  expect([...running.warnings]).toEqual([]);
});
