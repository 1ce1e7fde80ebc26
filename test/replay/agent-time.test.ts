import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answered, begun, closeAll, gateIn, open, pidsIn } from './bench.ts';
import { isAlive, spec } from './site.ts';

// What waits for a time waits for this clock, which stands still until the test moves it.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(async () => {
  vi.useRealTimers();
  await closeAll();
});

test.each([
  ['', false],
  [' and ignores SIGTERM', true],
])('a trial is timed out with its whole process tree, also what left the group%s', async (_, stubborn) => {
  const bench = open();
  const { file, read } = pidsIn(bench);
  const leave = stubborn ? 'trap "" TERM; while :; do sleep 1; done' : 'sleep 1000';
  const running = bench.run({ do: 'hang', leave, stubborn, pidFile: file }, { timeoutMs: 400 });
  const pids = await read();
  vi.advanceTimersByTime(400);
  expect((await running).end).toEqual({ kind: 'timed_out', afterMs: 400 });
  expect(pids.map(isAlive)).toEqual([false, false]);
  expect((await bench.run({ do: 'pid' })).end.kind).toBe('answered');
  expect(bench.slots[1]?.process).toBe(2);
});

test('a trial that is timed out leaves the others of its process alone, and no new one goes there', async () => {
  const bench = open({ inflight: 2 });
  const { wait, release } = gateIn(bench);
  const other = bench.run(wait('other'));
  const lost = bench.run(wait('lost'), { timeoutMs: 150 });
  await begun(bench, 2);
  vi.advanceTimersByTime(150);
  expect((await lost).end).toEqual({ kind: 'timed_out', afterMs: 150 });
  const next = bench.run({ do: 'pid' });
  // The answer that comes too late, before the other's, is no garbage.
  release('lost', 'other');
  expect(await other).toEqual(answered('other'));
  expect((await next).end.kind).toBe('answered');
  expect(bench.slots.map((slot) => slot.process)).toEqual([1, 1, 2]);
});

test('a trial is stopped without losing the process when the agent comes back by itself', async () => {
  const bench = open();
  const { wait, release } = gateIn(bench);
  const stopper = new AbortController();
  const running = bench.run(wait('one'), { signal: stopper.signal });
  await begun(bench, 1);
  stopper.abort('over');
  release('one');
  expect((await running).end).toEqual({ kind: 'stopped', reason: 'over' });
  await bench.run({ do: 'pid' });
  expect(bench.slots.map((slot) => slot.process)).toEqual([1, 1]);
});

test('the pool gives up quickly on an agent that ends at every start', async () => {
  const bench = open({ command: 'echo "cannot find module" >&2; exit 1', concurrency: 2 });
  const results = await Promise.all(Array.from({ length: 40 }, () => bench.run({ do: 'pid' })));
  for (const { end } of results) expect(end).toMatchObject({ kind: 'crashed', exitCode: 1 });
  const { end } = await bench.run({ do: 'pid' });
  expect(end.kind === 'crashed' && end.stderrTail).toMatch(
    /^the agent ended at its start \d times in a row and is not started again; it last said: cannot find module$/,
  );
  expect(bench.slots.length).toBeLessThan(6);
});

test('an agent under protocol exec is timed out like a worker', async () => {
  const bench = open({ protocol: 'exec', command: `${spec.command} exec` });
  const { file, read } = pidsIn(bench);
  const running = bench.run({ do: 'hang', leave: 'sleep 1000', pidFile: file }, { timeoutMs: 400 });
  const pids = await read();
  vi.advanceTimersByTime(400);
  expect((await running).end).toEqual({ kind: 'timed_out', afterMs: 400 });
  expect(pids.map(isAlive)).toEqual([false, false]);
});
