import { expect, test } from 'vitest';
import { killAndRerun } from '../../evals/replay/kills.ts';

test('a gate that is killed and run again pays for nothing twice and ends with the same numbers', async () => {
  const [chain] = await killAndRerun({ seed: 'a', chains: 1, killsPerChain: 2, cases: 16 });
  expect(chain).toMatchObject({ kills: 2, sameReport: true });
  const { callsMore = Number.NaN, answersMore = Number.NaN, onTheirWay = Number.NaN } = chain ?? {};
  // What the journals know to have been on its way, and no call besides; at most four at each kill.
  expect(callsMore).toBeLessThanOrEqual(onTheirWay);
  expect(answersMore).toBeLessThanOrEqual(callsMore);
  expect(onTheirWay).toBeLessThanOrEqual(8);
}, 240_000);
