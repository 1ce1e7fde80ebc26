import { describe, expect, it } from 'vitest';
import type { CaseFacts, Policy, ScoredTrial } from '../../src/compare/index.ts';
import { seededRandom, stratExact } from '../../src/stats/index.ts';
import {
  caseNamed,
  casesOf,
  decideOn,
  POLICY,
  runGate,
  type Sample,
  sliceNamed,
  trialOf,
  type World,
} from './world.ts';

const LOOKS: Policy = { ...POLICY, looks: [1, 2, 3, 5, 8], spend: [0.3, 0.2, 0.2, 0.15, 0.15], budgetRuns: null };
const STORED = 20;
const stored = (slice: string, count: number): CaseFacts[] =>
  casesOf(slice, count).map((facts) => ({ ...facts, storedTrials: STORED }));

/** Trials below `STORED` come out of the store. */
function withStore(world: World): World {
  return (facts, number) => {
    const { base, head } = world(facts, number);
    return { base: { ...base, stored: number <= STORED }, head };
  };
}

const paid = (trials: readonly ScoredTrial[]): number => trials.filter((trial) => !trial.stored).length;

describe('a reservoir of base trials', () => {
  const open = (rate: (id: string, side: 'base' | 'head', number: number) => number, seed: string): World => {
    const random = seededRandom(seed);
    const draw = (id: string, side: 'base' | 'head', number: number): Sample => ({
      outcome: random() < rate(id, side, number) ? 'pass' : 'fail',
      firstRequestKey: side,
    });
    return withStore(({ id }, number) => ({ base: draw(id, 'base', number), head: draw(id, 'head', number) }));
  };

  it('is compared whole with the first head trials of an open case, at no base run', () => {
    const run = runGate(
      stored('s', 100),
      open(() => 0.95, 'whole'),
      LOOKS,
    );
    expect(run.decision.verdict).toBe('pass');
    const slice = sliceNamed(run.decision, 's');
    expect(slice).toMatchObject({ look: 1, base: { trials: 2000 }, head: { trials: 100 } });
    expect(paid(run.evidence.trials)).toBeLessThan(1.5 * 100);
    const strata = run.evidence.cases.map(({ id }) => {
      const own = run.evidence.trials.filter(({ caseId }) => caseId === id);
      const base = own.filter(({ side, number }) => side === 'base' && number <= STORED);
      const head = own.find(({ side, number }) => side === 'head' && number === 1);
      const s0 = base.filter(({ outcome }) => outcome.kind === 'pass').length;
      return { kind: 'labels', n0: STORED, s0, n1: 1, s1: head?.outcome.kind === 'pass' ? 1 : 0 } as const;
    });
    expect(slice.p).toBe(stratExact(strata).p);
  });

  it('lends nothing to further head trials: they lie above every stored number', () => {
    const run = runGate(
      stored('s', 10),
      open((_, side) => (side === 'head' ? 0.8 : 0.95), 'above'),
      LOOKS,
    );
    const heads = run.evidence.trials.filter(({ side }) => side === 'head').map(({ number }) => number);
    expect(heads.every((number) => number === 1 || number > STORED)).toBe(true);
    expect(heads.some((number) => number > STORED)).toBe(true);
  });

  it('does not count the trial that showed a case to be open where base begins in several ways', () => {
    // Base asks one thing nine times of ten; head trial 1 differs by chance.
    const cases = stored('s', 1);
    const trials = Array.from({ length: STORED }, (_, i) =>
      trialOf('s-0', 'base', i + 1, { outcome: 'pass', firstRequestKey: i === 4 ? 'b' : 'a', stored: true }),
    );
    const head = trialOf('s-0', 'head', 1, { outcome: 'fail', firstRequestKey: 'b' });
    const { next, cases: decided } = decideOn({ cases, trials: [...trials, head] }, LOOKS);
    expect(next).toEqual([{ caseId: 's-0', side: 'head', number: STORED + 1 }]);
    expect(decided[0]?.affectedness).toBe('open');
  });

  it('finds a slice that falls with head runs alone, then asks for fresh pairs', () => {
    const cases = [...stored('big', 200), ...stored('target', 40)];
    const world = open((id, side) => (side === 'head' && id.startsWith('target') ? 0.6 : 0.95), 'target');
    const { decision, evidence } = runGate(cases, world, LOOKS);
    expect(decision.reasons[0]).toEqual({ kind: 'slice_regressed', slice: 'target' });
    const freshBase = evidence.trials.filter(({ side, number }) => side === 'base' && number > STORED);
    expect(new Set(freshBase.map(({ caseId }) => caseId.split('-')[0])).has('target')).toBe(true);
    expect(freshBase.every(({ number }) => number > STORED + 8)).toBe(true);
  });

  it('that has aged blocks nothing, and is said to be stale', () => {
    const cases = [...stored('a', 60), ...stored('b', 40)];
    const world = open((_, side, number) => (side === 'base' && number <= STORED ? 0.98 : 0.7), 'aged');
    const { decision } = runGate(cases, world, { ...LOOKS, budgetRuns: 100_000 });
    expect(decision.verdict).not.toBe('block');
    const text = decision.comparisons.flatMap(({ reasons }) => reasons).join('\n');
    expect(text).toMatch(/base itself has moved since its stored trials were drawn/);
  });

  it('of fewer than three trials is no history: the case is sampled in pairs', () => {
    const cases = casesOf('s', 5).map((facts) => ({ ...facts, storedTrials: 2 }));
    expect(decideOn({ cases, trials: [] }, LOOKS).next).toHaveLength(10);
  });
});

describe('a case whose first request is the same', () => {
  const shared: Sample = { outcome: 'pass', firstRequestKey: 'k', fingerprint: 'same' };

  it('costs nothing and is not tested where head does the same on every stored number', () => {
    const cases = stored('s', 30);
    const { decision, evidence } = runGate(
      cases,
      withStore(() => ({ base: shared, head: shared })),
      LOOKS,
    );
    expect(decision).toMatchObject({ verdict: 'pass', reasons: [{ kind: 'all_unaffected', cases: 30 }] });
    expect(evidence.trials.filter(({ side }) => side === 'head')).toHaveLength(30 * STORED);
    expect(evidence.trials.every(({ side, stored: old }) => side === 'head' || old)).toBe(true);
  });

  it('is compared on affected numbers only, both sides, the first ones that there are', () => {
    // Every fourth number is affected, and there head fails.
    const world = withStore(({ id }, number) => ({
      base: shared,
      head: number % 4 === 0 && Number(id.slice(2)) < 15 ? { ...shared, outcome: 'fail', fingerprint: 'x' } : shared,
    }));
    const { decision } = runGate(stored('s', 30), world, LOOKS);
    const slice = sliceNamed(decision, 's');
    expect(caseNamed(decision, 's-0').affectedness).toBe('prefix');
    expect(slice).toMatchObject({ verdict: 'regressed', affectedCases: 15, look: 1 });
    // 15 discordant pairs, all lost by head.
    expect(slice.p).toBeCloseTo(0.5 ** 15, 12);
  });

  it('without a reservoir is given up as unaffected after three equal pairs', () => {
    const { decision, evidence } = runGate(casesOf('s', 4), () => ({ base: shared, head: shared }), LOOKS);
    expect(decision.verdict).toBe('pass');
    expect(evidence.trials).toHaveLength(4 * 3 * 2);
  });

  it('without a reservoir is sampled until enough pairs are affected, and no longer than three times that', () => {
    const world: World = (_, number) => ({
      base: shared,
      head: number === 2 ? { ...shared, fingerprint: 'x' } : shared,
    });
    const { decision, evidence } = runGate(casesOf('s', 1), world, LOOKS);
    expect(decision.cases[0]?.affectedness).toBe('prefix');
    expect(Math.max(...evidence.trials.map(({ number }) => number))).toBeLessThanOrEqual(24);
  });
});
