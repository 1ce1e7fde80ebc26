import { expect, test } from 'vitest';
import type { GroupHistory, Period } from '../../src/knowledge/index.ts';
import { renderBackfill } from '../../src/report/index.ts';

const period = (day: number, trials: number, successes: number): Period => ({
  ...{ from: `2026-11-0${day}`, trials, successes, undetermined: 0 },
  limits: trials === 0 ? null : { low: 0.1, high: 0.9 },
});
const group = (of: GroupHistory['group'], periods: readonly Period[], more: Partial<GroupHistory> = {}) => ({
  ...{ group: of, periods, trials: 9, successes: 3, undetermined: 0, limits: { low: 0.1, high: 0.6 } },
  ...{ overdispersion: 1, ...more },
});

test('a rate over time tells where a group was not seen, how noisy days are, and why runs are in no rate', () => {
  const days = [period(1, 3, 0), period(2, 3, 3), period(3, 3, 0), period(4, 0, 0)];
  const report = renderBackfill({
    by: { name: 'hypothesis-a', version: 'v', readers: '1', slices: 's' },
    says: 'Hostile \u001b[31m words',
    plan: { scan: [], done: [], others: 0, missing: [] },
    ...{ finished: true, days: 4, trajectories: 12, undated: false, skewed: 0, waitingBytes: 0 },
    rates: {
      unit: 'day',
      groups: [
        group({ kind: 'all' }, days, { overdispersion: 2.34, undetermined: 5 }),
        group({ kind: 'slice', name: 'new' }, [period(3, 1, 1), period(4, 1, 0)]),
      ],
      reasons: ['a', 'b', 'c', 'd'].map((reason, at) => ({ reason, trajectories: 2 - Number(at > 0) })),
    },
  });
  expect(report).not.toContain('\u001b');
  expect(report).toMatch(/^2026-11-04 +0 +0 +- +-$/m);
  expect(report).toMatch(/^all traffic .* {2}▁█▁$/m);
  expect(report).toMatch(/^slice new .* {4}█▁$/m);
  expect(report).toContain('days vary 2.3 times as much as by chance alone, which the intervals count with');
  expect(report).toContain('not determined, and in no rate: 5 trajectories: a (2); b (1); c (1); 1 more reason');
});
