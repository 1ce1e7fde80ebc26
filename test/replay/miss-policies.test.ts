import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MissPolicy, ToolPolicy } from '../../src/replay/agent.ts';
import { StandIns } from '../../src/replay/stand-ins.ts';
import type { Trial } from '../../src/replay/trial.ts';
import type { JsonObject } from '../../src/trace/index.ts';
import { aCase, recorded } from '../score/build.ts';
import { type GatewayBench, openGatewayBench, post, type Running } from './gateway-bench.ts';
import { inShell } from './tool-policy.ts';

let bench: GatewayBench;
let standIns: StandIns;

beforeEach(async () => {
  bench = await openGatewayBench();
  standIns = new StandIns(inShell);
});

afterEach(() => bench.close());

function start(policy: MissPolicy, side: 'base' | 'head' = 'base', more: { number?: number } = {}): Running {
  const tools: Partial<ToolPolicy> = { onMiss: () => policy };
  return bench.start(side, { tools, standIns, ...more });
}

const simulate = (command: string, timeoutMs = 60_000): MissPolicy => ({ kind: 'simulate', command, timeoutMs });
const pay = (running: Running, args: object) => post(`${running.lease.urls.tools}/pay`, args);
const steps = (trial: Trial) => trial.trajectory.steps;

/** A command that answers with its own input. */
const ECHO = 'read -r line; echo "{\\"result\\": $line}"';

describe('on a miss, under nearest', () => {
  test('the most similar recorded call answers, and the trial is assisted', async () => {
    const running = start({ kind: 'nearest' });
    expect(await pay(running, { order: 'o-11' })).toEqual({ status: 200, body: { ok: true } });
    const trial = running.end();
    expect(trial).toMatchObject({ standing: 'assisted', divergence: null });
    expect(steps(trial)).toMatchObject([{ match: 'nearest', arguments: { order: 'o-11' }, recordedAs: null }]);
  });

  test('a tool that was never recorded ends the trial', async () => {
    const running = start({ kind: 'nearest' });
    expect((await post(`${running.lease.urls.tools}/swim`, {})).status).toBe(404);
    expect(running.end().standing).toBe('diverged');
  });
});

describe('on a miss, under simulate', () => {
  test('the command answers, knowing the case and what was called before, and the trial is assisted', async () => {
    const running = start(simulate(ECHO));
    await pay(running, { order: 'o-1' });
    const { status, body } = await pay(running, { order: 'o-9' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      v: 1,
      trial: 1,
      case: { id: 'c', recordings: [{ steps: [{ name: 'pay' }, { name: 'pay' }] }] },
      tool: 'pay',
      arguments: { order: 'o-9' },
      calls: [{ tool: 'pay', arguments: { order: 'o-1' }, outcome: { kind: 'result', value: { ok: true } } }],
    });
    const trial = running.end();
    expect(trial).toMatchObject({ standing: 'assisted', divergence: null });
    expect(steps(trial)).toMatchObject([{ match: 'exact' }, { match: 'simulated' }]);
  });

  test('the command can say that the tool failed', async () => {
    const running = start(simulate('echo \'{"error": "no such order"}\''));
    expect(await pay(running, { order: 'o-9' })).toEqual({ status: 422, body: { error: 'no such order' } });
    expect(running.end().standing).toBe('assisted');
  });

  test.each([
    ['fails', 'echo oh no >&2; exit 3', 'exit code 3: oh no'],
    [
      'says something else',
      'echo \'{"result": 1, "error": 2}\'',
      'expected {"result": ...} or {"error": ...}, received',
    ],
    ['says nothing', 'true', 'expected {"result": ...} or {"error": ...}, received'],
    ['hangs', 'sleep 1000', 'no answer within 0.2 s'],
    ['talks without end', 'yes', 'more than 16777216 bytes of output'],
  ])('a command that %s answers nothing: the trial ends there, with the reason', async (_, command, reason) => {
    const running = start(simulate(command, command === 'sleep 1000' ? 200 : 60_000));
    const reply = await pay(running, { order: 'o-9' });
    expect(reply).toMatchObject({ status: 404, body: { error: expect.stringContaining(reason) } });
    expect(running.end()).toMatchObject({
      standing: 'diverged',
      divergence: { reason: expect.stringContaining('on_miss: simulate failed') },
    });
  });

  test('base and head get one answer to the same call after the same calls, other trials another', async () => {
    const pid = simulate('echo "{\\"result\\": $$}"');
    const head = start(pid, 'head');
    const [base, same, other] = [start(pid), start(pid), start(pid, 'base', { number: 2 })];
    const answers = await Promise.all([base, same, other].map((running) => pay(running, { order: 'o-9' })));
    const [a, b, c] = answers.map(({ body }) => body);
    expect(b).toEqual(a);
    expect(c).not.toEqual(a);
    expect((await pay(head, { order_ref: 'o-9' })).body).toEqual(a);
    expect((await pay(same, { order: 'o-9' })).body).not.toEqual(a);
  });

  test('a tool that head added is answered, too', async () => {
    const running = start(simulate(ECHO), 'head');
    expect((await post(`${running.lease.urls.tools}/fly`, {})).body).toMatchObject({ tool: 'fly' });
    expect(running.end().standing).toBe('assisted');
  });

  test('a state change that was simulated is one: what is read after it is marked', async () => {
    const theCase = aCase({
      id: 'c',
      recordings: [{ steps: [recorded('get'), recorded('put', { n: 1 })], output: null }],
    });
    const isReadOnly = (tool: string): boolean => tool === 'get';
    const tools = { onMiss: () => simulate(ECHO), isReadOnly };
    const running = bench.start('base', { tools, standIns, theCase });
    const { tools: url } = running.lease.urls;
    await post(`${url}/get`, {});
    await post(`${url}/put`, { n: 2 });
    expect((await post(`${url}/get`, {})).status).toBe(200);
    expect(steps(running.end())).toMatchObject([{ match: 'exact' }, { match: 'simulated' }, { match: 'other_state' }]);
  });
});

describe('on a miss, under live', () => {
  let server: Server;
  let seen: { url: string | undefined; body: JsonObject }[];

  beforeEach(async () => {
    seen = [];
    server = createServer(async (incoming, outgoing) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const body: JsonObject = JSON.parse(Buffer.concat(chunks).toString());
      seen.push({ url: incoming.url, body });
      if (body.order === 'o-slow') return;
      outgoing.writeHead(body.order === 'o-bad' ? 422 : 200);
      outgoing.end(JSON.stringify(body.order === 'o-bad' ? { error: 'unknown' } : { live: true }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  const live = (timeoutMs = 60_000): MissPolicy => {
    const { port } = server.address() as AddressInfo;
    return { kind: 'live', url: `http://127.0.0.1:${port}/tools`, timeoutMs };
  };

  test('the real tool answers in the recording’s terms, and the trial is assisted', async () => {
    const running = start(live(), 'head');
    expect(await pay(running, { order_ref: 'o-9' })).toEqual({ status: 200, body: { live: true } });
    expect(await pay(running, { order_ref: 'o-bad' })).toEqual({ status: 422, body: { error: 'unknown' } });
    expect(seen).toEqual([
      { url: '/tools/pay', body: { order: 'o-9' } },
      { url: '/tools/pay', body: { order: 'o-bad' } },
    ]);
    const trial = running.end();
    expect(trial.standing).toBe('assisted');
    expect(steps(trial)).toMatchObject([{ match: 'live' }, { match: 'live' }]);
  });

  test('it is not asked what the tape knows', async () => {
    await pay(start(live()), { order: 'o-1' });
    expect(seen).toEqual([]);
  });

  test('one that does not answer in time is a miss', async () => {
    const running = start(live(100));
    expect(await pay(running, { order: 'o-slow' })).toMatchObject({
      status: 404,
      body: { error: expect.stringContaining('on_miss: live failed') },
    });
    expect(running.end().standing).toBe('diverged');
  });
});
