import { expect, test } from 'vitest';
import { type NoiseReport, renderNoise } from '../../src/report/index.ts';

const MEASURED: NoiseReport = {
  line: {
    ...{ ref: 'main', cases: 40, trials: 320, undetermined: 0, pullRequests: 1000, blocks: 2, undecided: 3 },
    ...{ low: 0.0002, high: 0.0072 },
  },
  inconclusive: 3,
  errors: 0,
  unmeasured: { trials: 0, cases: 0, wholeCases: 0 },
  flakes: { alwaysPass: 40, alwaysFail: 0, notMeasured: 0, flaky: [] },
  slices: [],
};
const withLost = (trials: number, undecided: number, blocks = 2): NoiseReport => ({
  ...MEASURED,
  line: { ...MEASURED.line, undetermined: trials, undecided, blocks },
  inconclusive: undecided,
  unmeasured: { trials, cases: 9, wholeCases: 1 },
});
const text = (report: NoiseReport): string => renderNoise(report, { color: false });

test('says nothing of trials without a result where there are none', () => {
  expect(text(MEASURED)).not.toContain('no result');
});

test('counts trials without a result, and says what they do to the rate', () => {
  const shown = text(withLost(12, 5));
  expect(shown).toContain('12 of 320 trials came to no result (3.8%), in 9 cases, 1 of which have no other');
  expect(shown).toContain('ends inconclusive and cannot be blocked');
  expect(shown).not.toContain('that is many');
});

test('warns where they are many, and gives the rate among the pull requests that came to a verdict', () => {
  const shown = text(withLost(120, 900));
  expect(shown).toContain('of the 100 pull requests that came to a verdict 2 would be blocked (2.0%)');
  expect(shown).toContain('900 would end undecided');
  expect(text(withLost(120, 1000, 0))).toContain('no pull request came to a verdict, so that the rate says nothing');
});
