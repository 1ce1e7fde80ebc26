import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundlePrograms, measureReplay, measureStore, type Programs } from '../../evals/replay/measure.ts';

let programs: Programs;
beforeAll(async () => {
  programs = await bundlePrograms();
});
afterAll(() => programs.remove());

test('what is measured is real: every trial asks once, and nothing that is recorded is asked again', async () => {
  const [round] = await measureReplay(programs, {
    ...{ cases: 20, inflight: 20, rounds: 1 },
    ...{ delayMs: 20, spreadMs: 10 },
  });
  expect(round).toMatchObject({
    cold: { verdict: 'pass', providerCalls: 40 },
    warm: { verdict: 'pass', providerCalls: 0 },
    coldQuantilesMs: { p50: expect.any(Number) },
  });
  // The provider's own time is not in it, and what is left takes some.
  for (const { p50 } of [round?.floorQuantilesMs, round?.coldQuantilesMs].map((one) => one ?? { p50: 0 }))
    expect(p50).toBeGreaterThan(0);
}, 240_000);

test('memory does not grow with the number of recorded calls that are read', async () => {
  const { grownBytes } = await measureStore(programs, 10_000);
  // The answers to the last 4,000 calls are 3 MB.
  expect(grownBytes).toBeLessThan(1_000_000);
}, 240_000);
