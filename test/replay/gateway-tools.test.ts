import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type GatewayBench, openGatewayBench, post } from './gateway-bench.ts';

let bench: GatewayBench;

beforeEach(async () => {
  bench = await openGatewayBench();
});

afterEach(() => bench.close());

describe('tool calls', () => {
  test('get the recorded result, or the recorded error', async () => {
    const running = bench.start();
    const { tools } = running.lease.urls;
    expect(await post(`${tools}/pay`, { order: 'o-1' })).toEqual({ status: 200, body: { ok: true } });
    expect(await post(`${tools}/pay`, { order: 'o-2' })).toEqual({ status: 422, body: { error: 'too late' } });
    expect(running.end()).toMatchObject({ standing: 'hermetic', divergence: null });
  });

  test('with arguments that the side’s own schema refuses get a tool’s error, with the reasons', async () => {
    const running = bench.start();
    const refused = await post(`${running.lease.urls.tools}/pay`, { order_ref: 'o-1' });
    expect(refused).toEqual({
      status: 422,
      body: { error: expect.stringMatching(/pay: .*'order'.*; .*'order_ref'/) },
    });
    expect(running.end().trajectory.steps).toMatchObject([{ kind: 'tool_call', match: 'schema_error' }]);
  });

  test('under a new name find the recording, and the trial counts as assisted', async () => {
    const running = bench.start('head');
    expect((await post(`${running.lease.urls.tools}/pay`, { order_ref: 'o-1' })).status).toBe(200);
    const trial = running.end();
    expect(trial.standing).toBe('assisted');
    expect(trial.trajectory.steps).toMatchObject([
      { match: 'renamed', recordedAs: { name: 'pay', arguments: { order: 'o-1' } } },
    ]);
  });

  test('that no recording has end the trial as a divergence', async () => {
    const running = bench.start();
    expect((await post(`${running.lease.urls.tools}/pay`, { order: 'o-9' })).status).toBe(404);
    expect(running.stopped).toHaveLength(1);
    expect(running.end()).toMatchObject({ standing: 'diverged', divergence: { tool: 'pay', stepIndex: 0 } });
  });

  test('that no recording has are a failing tool where the user says so', async () => {
    const running = bench.start('base', { tools: { onMiss: () => ({ kind: 'error' }) } });
    expect(await post(`${running.lease.urls.tools}/pay`, { order: 'o-9' })).toMatchObject({ status: 422 });
    expect(running.stopped).toEqual([]);
    expect(running.end().standing).toBe('diverged');
  });

  test('of a tool that head added are not covered', async () => {
    const running = bench.start('head');
    expect((await post(`${running.lease.urls.tools}/fly`, {})).status).toBe(404);
    expect(running.end().standing).toBe('not_covered');
  });

  test('that are no call at all are refused', async () => {
    const { tools } = bench.start().lease.urls;
    const bad = await fetch(`${tools}/pay`, { method: 'POST', body: '{"order": ' });
    expect([
      bad.status,
      (await fetch(`${tools}/%ff`, { method: 'POST' })).status,
      (await fetch(`${tools}/pay`)).status,
    ]).toEqual([400, 400, 400]);
  });

  test('with arguments nested too deeply are refused, and the trial goes on', async () => {
    const running = bench.start();
    const { tools } = running.lease.urls;
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    const statusOf = async (body: string) => (await fetch(`${tools}/pay`, { method: 'POST', body })).status;
    expect([await statusOf(nested(201)), await statusOf(nested(100_000)), await statusOf(nested(200))]).toEqual([
      400, 400, 422,
    ]);
    expect(running.end().trajectory.steps).toHaveLength(1);
  });

  test('whose upload breaks off are no call and no fault of pawl', async () => {
    const running = bench.start();
    const url = new URL(`${running.lease.urls.tools}/pay`);
    const socket = connect(Number(url.port), url.hostname);
    const half = `POST ${url.pathname} HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"order":`;
    await new Promise((resolve) => socket.write(half, resolve));
    await once(socket.destroy(), 'close');
    expect((await post(url.href, { order: 'o-1' })).status).toBe(200);
    expect(running.end()).toMatchObject({ standing: 'hermetic', trajectory: { steps: [{ match: 'exact' }] } });
  });
});
