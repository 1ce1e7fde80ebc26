import { describe, expect, it } from 'vitest';
import { evidenceOf, forecast, nextTrials, type Policy, withTrials } from '../../src/compare/index.ts';
import { seededRandom } from '../../src/stats/index.ts';
import { caseOf, casesOf, decideOn, openWorld, POLICY, runGate, trialOf, type World } from './world.ts';

const LOOKS: Policy = { ...POLICY, looks: [1, 2, 3, 5, 8], spend: [0.3, 0.2, 0.2, 0.15, 0.15], budgetRuns: null };
const fives: World = ({ id }) => ({
  base: { outcome: 'pass' },
  head: { outcome: Number(id.slice(2)) < 5 ? 'fail' : 'pass' },
});

describe('the forecast', () => {
  it('is the first look of every case at what its recording took, and the limits', () => {
    const cases = [
      caseOf('a', ['s'], { expected: { calls: 2, costUsd: 0.5 } }),
      caseOf('b', ['s'], { expected: { calls: 3, costUsd: 0.25 }, storedTrials: 20 }),
    ];
    const { first, limits } = forecast(cases, { ...LOOKS, budgetCostUsd: 4 });
    expect(first).toEqual({ runs: 3, calls: 2 * 2 + 3, costUsd: 2 * 0.5 + 0.25 });
    expect(limits).toEqual({ runs: 500, calls: null, costUsd: 4 });
  });

  it('does not know the price where one recording does not tell it', () => {
    const cases = [caseOf('a', ['s'], { expected: { calls: 2, costUsd: 0.5 } }), caseOf('b')];
    expect(forecast(cases, LOOKS).first).toEqual({ runs: 4, calls: 6, costUsd: null });
  });
});

describe('a budget', () => {
  // Each trial of the world takes two calls and a cent.
  it.each([
    ['in runs', { budgetRuns: 90 }, { runs: 90 }],
    ['in calls', { budgetCalls: 180 }, { calls: 180 }],
    ['in dollars', { budgetCostUsd: 0.9 }, { costUsd: 0.9 }],
  ])('%s is not overdrawn, and what it leaves open is inconclusive', (_, budget, limit) => {
    const { decision, evidence } = runGate(casesOf('s', 40), fives, { ...LOOKS, ...budget });
    expect(evidence.trials.length).toBeGreaterThanOrEqual(80);
    expect(evidence.trials.length).toBeLessThanOrEqual(90);
    expect(decision.verdict).toBe('inconclusive');
    expect(decision.reasons[0]).toMatchObject({ kind: 'budget_spent', budget: limit });
    expect(runGate(casesOf('s', 40), fives, LOOKS).decision.verdict).toBe('block');
  });

  it('in calls counts on what a case took before: one of long cases buys fewer trials', () => {
    const long: World = (facts, number) => {
      const { base, head } = fives(facts, number);
      const took = { calls: 20, costUsd: null };
      return { base: { ...base, took }, head: { ...head, took } };
    };
    const { evidence } = runGate(casesOf('s', 40), long, { ...LOOKS, budgetCalls: 1700 });
    expect(evidence.trials.length).toBeGreaterThanOrEqual(80);
    expect(20 * evidence.trials.length).toBeLessThanOrEqual(1700);
  });

  it('that was spent in the middle of a round is no error and no pass: what is absent is unpaid', () => {
    const cases = casesOf('s', 30);
    const world = openWorld(seededRandom('cut'), () => 1);
    const { evidence } = runGate(cases, world, POLICY);
    const part = { cases, trials: evidence.trials.slice(0, 100) };
    expect(decideOn(part, POLICY, { exhausted: true }).verdict).toBe('error');
    const decision = decideOn(part, POLICY, { exhausted: true, ended: 'budget' });
    expect(decision.verdict).toBe('inconclusive');
    expect(decision.reasons[0]).toMatchObject({ kind: 'budget_spent', spent: { runs: 100, calls: 200 }, more: 80 });
    expect(decision.comparisons[0]).toMatchObject({ verdict: 'inconclusive', stopped: 'budget' });
  });

  it('asks for the first look whatever it costs: that one is stopped while it runs', () => {
    const cases = casesOf('s', 30);
    const all = nextTrials(evidenceOf(cases), { ...LOOKS, budgetCalls: 1 });
    expect(all).toHaveLength(60);
    const begun = withTrials(evidenceOf(cases), [trialOf('s-0', 'base', 1, { outcome: 'pass' })]);
    expect(nextTrials(begun, { ...LOOKS, budgetCalls: 1 })).toHaveLength(59);
  });
});
