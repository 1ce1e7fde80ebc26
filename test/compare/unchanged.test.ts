import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decideUnchanged,
  findFlakes,
  findPower,
  findUnmeasured,
  type MeasuredCase,
  type Policy,
} from '../../src/compare/index.ts';
import { seededRandom } from '../../src/stats/index.ts';

const POLICY: Policy = {
  ...{ alpha: 0.01, alphaSlicesShare: 0.8, looks: [1, 2, 3, 5, 8], spend: [0.3, 0.2, 0.2, 0.15, 0.15], futility: 0.4 },
  ...{
    budgetRuns: null,
    budgetCalls: null,
    budgetCostUsd: null,
    protectMin: 0.8,
    deltaRelevant: 0.05,
    minEffect: 0,
    maxConfirmTrials: 28,
  },
};

type Measured = MeasuredCase['trials'][number];
const PASSED: Measured = { outcome: { kind: 'pass' }, standing: 'hermetic', cutShort: false };
const FAILED: Measured = { ...PASSED, outcome: { kind: 'fail', reason: 'no' } };
const DIVERGED: Measured = {
  ...PASSED,
  outcome: { kind: 'undetermined', reason: 'off the tape' },
  standing: 'diverged',
};

/** `lost` trials without a result stand behind `trials` that have one. */
function measured(id: string, passes: number, trials: number, lost = 0): MeasuredCase {
  const slices = ['refund'];
  const facts = { id, slices, cohorts: [], cluster: null, gates: true, storedTrials: trials + lost, expected: null };
  const determined = Array.from({ length: trials }, (_, index) => (index < passes ? PASSED : FAILED));
  return { facts, trials: [...determined, ...Array.from({ length: lost }, () => DIVERGED)] };
}

function many(count: number, passes: number, trials: number): MeasuredCase[] {
  return Array.from({ length: count }, (_, index) => measured(`case-${index}`, passes, trials));
}

test('a corpus that never fails is never blocked by noise', () => {
  const decision = decideUnchanged(many(20, 8, 8), POLICY, seededRandom('1'));
  expect(decision.verdict).toBe('pass');
  expect(decision.cases.every(({ verdict }) => verdict === 'ok')).toBe(true);
});

test('pull requests that change nothing are seldom blocked, however flaky the cases', () => {
  const flaky = many(40, 7, 10);
  const verdicts = Array.from({ length: 60 }, (_, i) => decideUnchanged(flaky, POLICY, seededRandom(`${i}`)).verdict);
  expect(verdicts.filter((verdict) => verdict === 'block').length).toBeLessThanOrEqual(4);
});

test('trials without a result are redrawn with the others: where they are many nothing is decided, where they are few it is', () => {
  const verdictsOf = (cases: readonly MeasuredCase[]) =>
    Array.from({ length: 10 }, (_, i) => decideUnchanged(cases, POLICY, seededRandom(`${i}`)).verdict);
  const half = Array.from({ length: 30 }, (_, i) => measured(`case-${i}`, 4, 4, 4));
  expect(verdictsOf(half)).toEqual(Array.from({ length: 10 }, () => 'inconclusive'));
  const few = Array.from({ length: 30 }, (_, i) => measured(`case-${i}`, 8, 8, i === 0 ? 8 : 0));
  expect(verdictsOf(few)).toEqual(Array.from({ length: 10 }, () => 'pass'));
  expect(decideUnchanged(few, POLICY, seededRandom('1')).base.undetermined).toBeGreaterThan(0);
});

test('what errored errs again, so that a corpus of errors ends in error', () => {
  const errored: Measured = { ...DIVERGED, standing: 'errored' };
  const cases = many(20, 8, 8).map((each) => ({ ...each, trials: [...each.trials.slice(2), errored, errored] }));
  expect(decideUnchanged(cases, POLICY, seededRandom('1')).verdict).toBe('error');
});

test('what has no result is counted: trials, cases that have some, cases that have nothing else', () => {
  const cases = [measured('a', 8, 8), measured('b', 6, 6, 2), measured('c', 0, 0, 8), measured('d', 0, 0)];
  expect(findUnmeasured(cases)).toEqual({ trials: 10, cases: 2, wholeCases: 1 });
});

test('the same seed decides the same', () => {
  const once = decideUnchanged(many(30, 6, 8), POLICY, seededRandom('again'));
  expect(decideUnchanged(many(30, 6, 8), POLICY, seededRandom('again'))).toEqual(once);
});

test('a gate that ignored the noise would be caught: a policy without correction blocks unchanged pull requests', () => {
  const careless: Policy = { ...POLICY, alpha: 0.9, alphaSlicesShare: 0.5, looks: [1], spend: [1] };
  const flaky = many(40, 5, 10);
  const verdicts = Array.from({ length: 40 }, (_, i) => decideUnchanged(flaky, careless, seededRandom(`${i}`)).verdict);
  expect(verdicts.filter((verdict) => verdict === 'block').length).toBeGreaterThan(0);
});

test('cases are told apart as always passing, always failing, flaky and not measured', () => {
  const cases = [
    measured('a', 8, 8),
    measured('b', 0, 8),
    measured('c', 7, 8),
    measured('d', 4, 8),
    measured('e', 0, 0),
  ];
  const flakes = findFlakes(cases);
  expect(flakes).toMatchObject({ alwaysPass: 1, alwaysFail: 1, notMeasured: 1 });
  expect(flakes.flaky.map(({ caseId }) => caseId)).toEqual(['d', 'c']);
});

test('every case is counted once, and an interval holds its rate', () => {
  const counts = fc.array(
    fc.nat(12).chain((trials) => fc.nat(trials).map((passes) => ({ passes, trials }))),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(counts, (all) => {
      const { alwaysPass, alwaysFail, notMeasured, flaky } = findFlakes(
        all.map(({ passes, trials }, index) => measured(`${index}`, passes, trials)),
      );
      expect(alwaysPass + alwaysFail + notMeasured + flaky.length).toBe(all.length);
      for (const { passes, trials, interval } of flaky) {
        expect(interval.low).toBeLessThan(passes / trials);
        expect(interval.high).toBeGreaterThan(passes / trials);
      }
    }),
  );
});

test('more trials and more cases show smaller falls', () => {
  const [small] = findPower(many(10, 9, 10), POLICY);
  const [large] = findPower(many(80, 9, 10), POLICY);
  const last = (power: typeof small): number => power?.drops.at(-1)?.mde80 ?? 1;
  expect(last(large)).toBeLessThan(last(small));
  const falls = large?.drops.map(({ mde80 }) => mde80 ?? 1) ?? [];
  expect(falls).toEqual([...falls].sort((a, b) => b - a));
  expect(large).toMatchObject({ slice: 'refund', cases: 80, rate: 0.9 });
});
