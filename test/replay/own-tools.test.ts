import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject, MessageWire } from '../../src/trace/index.ts';
import { type GatewayBench, openGatewayBenchWith, post, type Running } from './gateway-bench.ts';
import type { TestProvider } from './provider.ts';
import { startToolCaller, wireTalk } from './tool-caller.ts';

let bench: GatewayBench<TestProvider>;

beforeEach(async () => {
  bench = await openGatewayBenchWith(startToolCaller);
});

afterEach(() => bench.close());

const wires = ['openai-chat', 'openai-responses', 'anthropic-messages'] as const satisfies readonly MessageWire[];

/** Asks the model, which calls "pay" with `order`, and gives it the result that the agent's own "pay" made. */
async function turn(running: Running, wire: MessageWire, order: string, result: string, more: object = {}) {
  const talk = wireTalk[wire];
  const url = talk.url(running.lease.urls);
  const asked = talk.ask(`pay ${order}`);
  const { body: answer } = await post(url, asked);
  const told = talk.tell(asked, answer, result, more);
  return { told, reply: await post(url, told) };
}

/** The tool results as the provider got them, request by request. */
function seenResults(wire: MessageWire): readonly JsonObject[][] {
  return bench.provider.seen.map(({ body }) => [...wireTalk[wire].results(body as JsonObject)]);
}

const toolSteps = (running: Running) => running.end().trajectory.steps.filter((step) => step.kind === 'tool_call');

describe.each(wires)('on the wire %s, a result of a tool in the agent’s own process', (wire) => {
  const saying = (text: string) => wireTalk[wire].resultSaying(text);

  test('is replaced by the recorded one before the model sees it', async () => {
    const running = bench.start();
    await turn(running, wire, 'o-1', '{"ok":false,"at":"12:07"}');
    expect(seenResults(wire)).toEqual([[], [expect.objectContaining(saying('{"ok":true}'))]]);
    const trial = running.end();
    expect(trial.standing).toBe('hermetic');
    expect(trial.trajectory.steps[1]).toMatchObject({
      name: 'pay',
      match: 'exact',
      substituted: 'other_shape',
      outcome: { kind: 'result', value: { ok: true } },
    });
  });

  test('keeps its own bytes where it says what the recording says', async () => {
    const running = bench.start();
    const own = '{\n  "ok": true\n}';
    const { told } = await turn(running, wire, 'o-1', own);
    expect(bench.provider.seen[1]?.body).toEqual(told);
    expect(toolSteps(running)).toEqual([expect.not.objectContaining({ substituted: expect.anything() })]);
  });

  test('that is an error on the tape is one for the model', async () => {
    await turn(bench.start(), wire, 'o-2', 'paid');
    const isError = wire === 'anthropic-messages' ? { is_error: true } : {};
    expect(seenResults(wire)[1]).toEqual([expect.objectContaining({ ...saying('too late'), ...isError })]);
  });

  test('is settled once, though later requests repeat it', async () => {
    const running = bench.start();
    const { told } = await turn(running, wire, 'o-1', 'live');
    await post(wireTalk[wire].url(running.lease.urls), { ...told, temperature: 0.5 });
    expect(seenResults(wire)[2]).toEqual(seenResults(wire)[1]);
    expect(toolSteps(running)).toHaveLength(1);
  });

  test('that no recording has ends the trial, and the model is not asked', async () => {
    const running = bench.start();
    const { reply } = await turn(running, wire, 'o-9', 'live');
    expect(reply).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('tools.in_process') } },
    });
    expect(bench.provider.seen).toHaveLength(1);
    expect(running.stopped).toHaveLength(1);
    expect(running.end()).toMatchObject({
      standing: 'diverged',
      divergence: { tool: 'pay', arguments: { order: 'o-9' } },
    });
  });

  test('that no recording has is a failed tool for the model where the user says so', async () => {
    const running = bench.start('base', { tools: { onMiss: () => ({ kind: 'error' }) } });
    expect((await turn(running, wire, 'o-9', 'live')).reply.status).toBe(200);
    expect(seenResults(wire)[1]).toEqual([expect.objectContaining(saying('the tool pay failed'))]);
    expect(running.end().standing).toBe('diverged');
  });

  test('stays as it is where the user trusts it, and the trial is assisted', async () => {
    const running = bench.start('base', { tools: { inProcess: 'trust' } });
    const { told } = await turn(running, wire, 'o-9', 'live');
    expect(bench.provider.seen[1]?.body).toEqual(told);
    const trial = running.end();
    expect(trial.standing).toBe('assisted');
    expect(trial.trajectory.steps[1]).toMatchObject({ match: 'agent', outcome: { kind: 'result', value: 'live' } });
  });

  test('leaves everything else of the request as it was', async () => {
    const running = bench.start();
    const more = { extra: { nested: [1, null, 'x'] } };
    const { told } = await turn(running, wire, 'o-1', 'live', more);
    const without = (body: JsonObject) => JSON.stringify(body).replaceAll(/"live"|"\{\\"ok\\":true\}"/g, '"?"');
    expect(without(bench.provider.seen[1]?.body as JsonObject)).toBe(without(told));
  });
});

test('two runs whose own tools said different things ask the model the same and are equal', async () => {
  const run = async (result: string) => {
    const running = bench.start();
    await turn(running, 'openai-chat', 'o-1', result);
    return running.end();
  };
  const first = await run('{"ok":true,"at":"12:07"}');
  const second = await run('{"ok":true,"at":"12:08"}');
  expect(second.fingerprint).toBe(first.fingerprint);
  expect(second.answers).toEqual({ provider: 0, store: 2, shared: 0 });
});

test('a result that came from the gateway is left in the words of the agent', async () => {
  const running = bench.start();
  const url = `${running.lease.urls.openai}/chat/completions`;
  const talk = wireTalk['openai-chat'];
  const asked = talk.ask('pay o-1');
  const { body: answer } = await post(url, asked);
  await post(`${running.lease.urls.tools}/pay`, { order: 'o-1' });
  await post(url, talk.tell(asked, answer, 'The tool says: ok', {}));
  expect(seenResults('openai-chat')[1]).toEqual([expect.objectContaining({ content: 'The tool says: ok' })]);
  expect(toolSteps(running)).toMatchObject([{ match: 'exact' }]);
});

test('a result in the history that the agent was given belongs to nobody', async () => {
  const running = bench.start();
  const talk = wireTalk['openai-chat'];
  const history = talk.tell(talk.ask('pay o-1'), earlierAnswer, 'from long ago', {});
  await post(`${running.lease.urls.openai}/chat/completions`, history);
  expect(bench.provider.seen[0]?.body).toEqual(history);
  expect(toolSteps(running)).toEqual([]);
});

test('calls to which the provider gives the same id are told apart by their place in the history', async () => {
  const running = bench.start();
  const url = `${running.lease.urls.openai}/chat/completions`;
  const talk = wireTalk['openai-chat'];
  let body: JsonObject = { ...talk.ask('pay o-1'), same_id: true };
  for (const order of ['o-1', 'o-2']) {
    const { body: answer } = await post(url, { ...body, next: order });
    body = talk.tell(body, answer, `live ${order}`, {});
  }
  await post(url, body);
  expect(seenResults('openai-chat')[2]?.map(({ content }) => content)).toEqual(['{"ok":true}', 'too late']);
  expect(toolSteps(running).map((step) => step.arguments)).toEqual([{ order: 'o-1' }, { order: 'o-2' }]);
});

test('a continued response of which only the new results are sent is settled too', async () => {
  const running = bench.start();
  const url = `${running.lease.urls.openai}/responses`;
  const { body: answer } = await post(url, { model: 'm', input: 'pay o-1' });
  const call = (answer.output as JsonObject[])[0];
  const output = { type: 'function_call_output', call_id: call?.call_id, output: 'live' };
  await post(url, { model: 'm', previous_response_id: answer.id, input: [output] });
  expect(seenResults('openai-responses')[1]).toMatchObject([{ output: '{"ok":true}' }]);
});

const earlierAnswer: JsonObject = {
  choices: [
    {
      message: {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'call_old', type: 'function', function: { name: 'pay', arguments: '{"order":"o-1"}' } }],
      },
    },
  ],
};
