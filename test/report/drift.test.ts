import { expect, test } from 'vitest';
import type { AttributedDrift, MixAndRate } from '../../src/knowledge/index.ts';
import { renderDrift } from '../../src/report/index.ts';

const DAY = 20_400;
const split: MixAndRate = {
  ...{ kind: 'mix', difference: 0.6, fresh: [], gone: [] },
  mix: { value: 0.603, low: 0.55, high: 0.66 },
  rate: { value: 0, low: -0.05, high: 0.05 },
  slices: [{ slice: 'hard', mix: 0.3, rate: 0.01 }],
};
const drift: AttributedDrift = {
  ...{ dimension: { kind: 'duration' }, group: { kind: 'all' }, category: null, alarmAt: DAY, from: DAY, to: DAY },
  ...{ before: 1500, after: 2700, evidence: 1e9, split, suspects: [{ id: null, probability: 1 }] },
  layers: [{ layer: 'distribution_shift', probability: 1, evidence: [] }],
};
const rendered = (one: AttributedDrift, silentDays = 0) =>
  renderDrift({
    silentDays,
    ...{
      drifts: [one],
      watched: 40,
      uncompared: 2,
      tooThin: 0,
      since: DAY - 7,
      lastDay: DAY,
      undated: 0,
      skewed: 0,
      entries: [],
    },
  });

test('a shift that the mix explains is told as factors of numbers and points of rates, and names no change', () => {
  const text = rendered(drift);
  expect(text).toContain(
    'a change of the mix: mix of slices x1.83 (x1.73 to x1.93), numbers within them x1.00 (x0.95 to x1.05)',
  );
  expect(text).toContain('hard: mix x1.35, number x1.01');
  expect(text).not.toContain('what changed then');
  expect(rendered({ ...drift, dimension: { kind: 'success' } })).toContain('hard: mix +30.0 pp, rate +1.0 pp');
});

test('that nothing comes in any more is no quiet', () => {
  expect(rendered(drift, 3)).not.toContain('since then');
  expect(rendered(drift, 4)).toMatch(/^1 shift from .*\nno traffic for 4 days since then: does it still come in\?$/m);
});
