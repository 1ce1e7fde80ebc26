import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideUnchanged, findFlakes, findPower, type MeasuredCase, type Policy } from '../../src/compare/index.ts';
import { seededRandom } from '../../src/stats/index.ts';

const POLICY: Policy = {
  ...{ alpha: 0.01, alphaSlicesShare: 0.8, looks: [1, 2, 3, 5, 8], spend: [0.3, 0.2, 0.2, 0.15, 0.15], futility: 0.4 },
  ...{ budgetRuns: null, protectMin: 0.8, deltaRelevant: 0.05, minEffect: 0, maxConfirmTrials: 28 },
};

function measured(id: string, passes: number, trials: number, slices: readonly string[] = ['refund']): MeasuredCase {
  const facts = { id, slices, cohorts: [], cluster: null, gates: true, storedTrials: trials };
  return { facts, passed: Array.from({ length: trials }, (_, index) => index < passes) };
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
