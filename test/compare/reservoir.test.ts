import { describe, expect, it } from 'vitest';
import type { CaseFacts, Policy, ScoredTrial } from '../../src/compare/index.ts';
import type { TrialRequest } from '../../src/replay/index.ts';
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
    const drawn = world(facts, number);
    return { ...drawn, base: { ...drawn.base, stored: number <= STORED } };
  };
}

const paid = (trials: readonly ScoredTrial[]): number =>
  trials.filter(({ stored: old, probe }) => !old && !probe).length;

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
      const head = own.find(({ side, number }) => side === 'head' && number === STORED + 1);
      const s0 = base.filter(({ outcome }) => outcome.kind === 'pass').length;
      return { kind: 'labels', n0: STORED, s0, n1: 1, s1: head?.outcome.kind === 'pass' ? 1 : 0 } as const;
    });
    expect(slice.p).toBe(stratExact(strata).p);
  });

  it('lends nothing to the head trials of an open case: they lie above every stored number', () => {
    const run = runGate(
      stored('s', 10),
      open((_, side) => (side === 'head' ? 0.8 : 0.95), 'above'),
      LOOKS,
    );
    const heads = run.evidence.trials.filter(({ side, probe }) => side === 'head' && !probe);
    expect(heads.length).toBeGreaterThanOrEqual(10);
    expect(heads.every(({ number }) => number > STORED)).toBe(true);
    // One dry run a case says that it is open.
    expect(run.evidence.trials.filter(({ probe }) => probe)).toHaveLength(10);
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
    expect(decision.staleReservoirP).toBeLessThanOrEqual(0.1);
    // What was taken back is no pass: the figures stand on trials that count no more.
    expect(decision.verdict).toBe('inconclusive');
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

  it('is compared on affected numbers only: all of base, the first ones of head', () => {
    // Every fourth number is affected, and there head fails.
    const world = withStore(({ id }, number) => ({
      base: shared,
      head: number % 4 === 0 && Number(id.slice(2)) < 15 ? { ...shared, outcome: 'fail', fingerprint: 'x' } : shared,
    }));
    const { decision } = runGate(stored('s', 30), world, LOOKS);
    const slice = sliceNamed(decision, 's');
    expect(caseNamed(decision, 's-0').affectedness).toBe('prefix');
    expect(slice).toMatchObject({ verdict: 'regressed', affectedCases: 15, look: 1 });
    // Five of base's stored trials pass on affected numbers, and head's first there fails.
    expect(slice.p).toBeCloseTo((1 / 6) ** 15, 12);
    expect(slice.delta).toBeCloseTo(-0.25 / 2, 12);
  });

  it('without a reservoir passes after three equal pairs, said to be not exercised', () => {
    const { decision, evidence } = runGate(casesOf('s', 4), () => ({ base: shared, head: shared }), LOOKS);
    expect(decision).toMatchObject({ verdict: 'pass', reasons: [{ kind: 'not_exercised', cases: 4, trials: 12 }] });
    expect(caseNamed(decision, 's-0')).toMatchObject({
      verdict: 'unaffected',
      affectedness: 'not_exercised',
      reason: 'not exercised by this change (0 of 3 trials affected)',
    });
    expect(sliceNamed(decision, 's').verdict).toBe('no_evidence');
    expect(evidence.trials).toHaveLength(4 * 3 * 2);
  });

  it.each<[string, Partial<Sample>]>([
    ['errored', { outcome: 'undetermined', standing: 'errored' }],
    ['made no request, nor did any other of the case', { idle: true, firstRequestKey: null }],
  ])('without a reservoir is no pass where one equal trial of three %s', (_, different) => {
    const world: World = ({ id }, number) => {
      const odd = id === 's-0' && (number === 2 || different.idle === true);
      const sample = odd ? { ...shared, ...different } : shared;
      return { base: sample, head: sample };
    };
    const { decision } = runGate(casesOf('s', 20), world, LOOKS);
    expect(decision).toMatchObject({ verdict: 'inconclusive', reasons: [{ kind: 'not_seen', cases: 1 }] });
    expect(caseNamed(decision, 's-0')).toMatchObject({ verdict: 'undetermined', affectedness: 'not_exercised' });
    expect(caseNamed(decision, 's-1').verdict).toBe('unaffected');
  });

  /** Trials whose number is below `from` come to no result on either side, in so many of 20 cases. */
  const thin =
    (cases: number, from: number, odd: Partial<Sample>): World =>
    ({ id }, number) => {
      const sample = Number(id.slice(2)) < cases && number < from ? { ...shared, ...odd } : shared;
      return { base: sample, head: sample };
    };

  it.each<[string, Partial<Sample>]>([
    ['came to no result', { outcome: 'undetermined', standing: 'diverged' }],
    ['was cut short on both sides', { cutShort: true }],
  ])('without a reservoir is looked at once more where one equal trial %s', (_, odd) => {
    const { decision, evidence } = runGate(casesOf('s', 20), thin(1, 2, odd), LOOKS);
    expect(decision).toMatchObject({ verdict: 'pass', reasons: [{ kind: 'not_exercised', cases: 20, trials: 60 }] });
    expect(caseNamed(decision, 's-0')).toMatchObject({
      verdict: 'unaffected',
      reason: 'not exercised by this change (0 of 4 trials affected; 1 came to no result on either side)',
    });
    expect(evidence.trials).toHaveLength(2 * (20 * 3 + 1));
  });

  it('without a reservoir is no pass where six pairs brought no three results, or many cases were as thin', () => {
    const odd: Partial<Sample> = { outcome: 'undetermined', standing: 'diverged', cutShort: true };
    const seldom: World = (theCase, number) => thin(1, number === 2 ? 0 : 7, odd)(theCase, number);
    for (const [world, pairs] of [
      [seldom, 6],
      [thin(1, 9, odd), 3],
    ] as const) {
      const { decision, evidence } = runGate(casesOf('s', 20), world, LOOKS);
      expect(decision).toMatchObject({ verdict: 'inconclusive', reasons: [{ kind: 'not_seen', cases: 1 }] });
      expect(evidence.trials).toHaveLength(2 * (19 * 3 + pairs));
    }
    // Two of five trials of every case: 60 % of base came to a result, where 70 % are needed
    const everywhere = runGate(casesOf('s', 20), thin(20, 3, odd), LOOKS);
    expect(everywhere.decision).toMatchObject({
      verdict: 'inconclusive',
      reasons: [{ kind: 'slice_inconclusive', slice: 's', why: expect.stringMatching(/70 % are needed/) }],
    });
  });

  it('without a reservoir is compared where a pair behind one without a result differs', () => {
    const odd: Partial<Sample> = { outcome: 'undetermined', standing: 'diverged' };
    const world: World = (theCase, number) => {
      const { base, head } = thin(1, 2, odd)(theCase, number);
      return { base, head: number === 4 ? { ...shared, outcome: 'fail', fingerprint: 'x' } : head };
    };
    const { decision } = runGate(casesOf('s', 20), world, LOOKS);
    expect(caseNamed(decision, 's-0').affectedness).toBe('prefix');
    expect(caseNamed(decision, 's-1')).toMatchObject({ verdict: 'unaffected', affectedness: 'not_exercised' });
    expect(decision.reasons[0]?.kind).toBe('no_regression_found');
  });

  it('without a reservoir is no pass where a trial is missing', () => {
    const run = ({ caseId, number }: TrialRequest): boolean => caseId !== 's-0' || number < 3;
    const { decision } = runGate(casesOf('s', 4), () => ({ base: shared, head: shared }), LOOKS, run);
    expect(decision).toMatchObject({ verdict: 'error', reasons: [{ kind: 'missing_trials', missing: 2 }] });
    expect(caseNamed(decision, 's-0').verdict).toBe('undetermined');
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

  it('runs dry on every stored number before any head trial is drawn', () => {
    const cases = stored('s', 1);
    const trials = Array.from({ length: STORED }, (_, i) =>
      trialOf('s-0', 'base', i + 1, { ...shared, fingerprint: `${i + 1}`, stored: true }),
    );
    const dry = (number: number, more: Partial<Sample> = {}) =>
      trialOf('s-0', 'head', number, { ...shared, fingerprint: `${number}`, ...more });
    const first = decideOn({ cases, trials }, LOOKS).next;
    expect(first).toEqual([{ caseId: 's-0', side: 'head', number: 1, dry: true }]);
    const second = decideOn({ cases, trials: [...trials, dry(1)] }, LOOKS).next;
    expect(second.map(({ number }) => number)).toEqual(Array.from({ length: STORED - 1 }, (_, i) => i + 2));
    expect(second.every(({ dry: is }) => is)).toBe(true);
    const all = Array.from({ length: STORED }, (_, i) =>
      dry(i + 1, [5, 9].includes(i + 1) ? { fingerprint: 'x', outcome: 'undetermined', probe: true } : {}),
    );
    // Affected on 5 and 9: the first look reads head on 5 alone.
    expect(decideOn({ cases, trials: [...trials, ...all] }, LOOKS).next).toEqual([
      { caseId: 's-0', side: 'head', number: 5 },
    ]);
  });

  it('has its break confirmed by base drawn anew on the same numbers, from where head left it', () => {
    // Head fails where it leaves base's path; base, drawn anew from there, still passes.
    const leaves = (number: number): boolean => number % 3 === 0;
    const world = (again: 'pass' | 'fail'): World =>
      withStore((_, number) => ({
        base: shared,
        head: leaves(number) ? { ...shared, outcome: 'fail', fingerprint: 'x' } : shared,
        again: () => ({ ...shared, outcome: again, fingerprint: 'again' }),
      }));
    const blocked = runGate(stored('s', 10), world('pass'), LOOKS);
    expect(blocked.decision.verdict).toBe('block');
    const guards = blocked.evidence.trials.filter(({ side, number }) => side === 'base' && number > STORED);
    expect(guards).toHaveLength(50);
    const heads = blocked.evidence.trials.filter(
      ({ side, probe, number }) => side === 'head' && !probe && leaves(number),
    );
    expect(new Set(heads.map(({ number }) => number))).toEqual(new Set([3, 6, 9, 12, 15]));
    const spared = runGate(stored('s', 10), world('fail'), LOOKS);
    expect(spared.decision.verdict).not.toBe('block');
    expect(sliceNamed(spared.decision, 's').reasons[0]).toContain('did not show again on fresh trials');
  });

  it('is broken where head fails on the affected numbers and on fresh affected pairs', () => {
    const world = withStore(({ id }, number) => ({
      base: shared,
      head: id === 's-0' && number % 5 === 0 ? { ...shared, outcome: 'fail', fingerprint: 'x' } : shared,
    }));
    const { decision, evidence } = runGate(stored('s', 60), world, LOOKS);
    expect(caseNamed(decision, 's-0')).toMatchObject({ verdict: 'broken', affectedness: 'prefix' });
    // Four numbers of the reservoir are affected; further head trials bring a fresh base trial each.
    const own = evidence.trials.filter(({ caseId, side }) => caseId === 's-0' && side === 'base');
    expect(own.filter(({ number, stored: old }) => !old && number <= 40).length).toBeGreaterThan(0);
  });
});
