import { describe, expect, it } from 'vitest';
import { type Random, type Stratum, seededRandom, stratExact } from '../../src/stats/index.ts';
import { caseNamed, casesOf, openWorld, POLICY, runGate, type Sample, type World } from './world.ts';

const corpus = [...casesOf('a', 60), ...casesOf('b', 30), ...casesOf('c', 10)];

/** A mixture of good, flaky and failing cases, fixed by the case's number. */
function mixedRate(id: string): number {
  const number = Number(id.slice(2));
  return number % 10 === 0 ? 0.1 : number % 5 === 0 ? 0.7 : 0.97;
}

/**
 * An unchanged agent whose hard prefixes are the ones on which head's requests differ (by chance, symmetric): affected
 * trials fail more often on both sides.
 */
function hardPrefixWorld(random: Random, affectedShare: number): World {
  return (_, number) => {
    const affected = random() < affectedShare;
    const draw = (): Sample['outcome'] => (random() < (affected ? 0.5 : 0.99) ? 'pass' : 'fail');
    const base: Sample = { outcome: draw(), firstRequestKey: 'k', fingerprint: `b${number}` };
    return { base, head: affected ? { ...base, outcome: draw(), fingerprint: `h${number}` } : base };
  };
}

describe('unchanged pull requests', () => {
  it('are rejected about as often as alpha says where nothing is shared, and blocked less often', () => {
    let rejected = 0;
    let blocked = 0;
    for (let seed = 0; seed < 100; seed++) {
      const world = openWorld(seededRandom(`a/a ${seed}`), mixedRate);
      const { verdict, comparisons } = runGate(corpus, world, { ...POLICY, alpha: 0.2 }).decision;
      if (comparisons.some(({ stopped }) => stopped === 'rejected')) rejected++;
      if (verdict === 'block') blocked++;
    }
    // Bound for a true rate of 0.16: mean 16, standard deviation 3.7. Then the guard takes most of them back.
    expect(rejected).toBeLessThanOrEqual(28);
    expect(rejected).toBeGreaterThan(0);
    expect(blocked).toBeLessThanOrEqual(8);
  });

  it('are not blocked where affected trials are the ones that fail, though filtering head alone would block them', () => {
    const runs = 100;
    let blocked = 0;
    let trapped = 0;
    for (let seed = 0; seed < runs; seed++) {
      const { decision, evidence } = runGate(corpus, hardPrefixWorld(seededRandom(`hard ${seed}`), 0.3));
      if (decision.verdict === 'block') blocked++;
      if (oneSidedFilter(evidence.trials) <= 0.008) trapped++;
    }
    expect(blocked).toBeLessThanOrEqual(4);
    expect(trapped).toBeGreaterThan(runs / 2);
  });

  it('pass at no cost where every trial is unaffected, however flaky', () => {
    const random = seededRandom('flaky');
    const world: World = (_, number) => {
      const one: Sample = { outcome: random() < 0.5 ? 'pass' : 'fail', firstRequestKey: 'k', fingerprint: `${number}` };
      return { base: one, head: one };
    };
    const { decision, rounds } = runGate(
      corpus.map((facts) => ({ ...facts, storedTrials: 3 })),
      world,
    );
    // One dry run a case, then those on the other stored numbers.
    expect(rounds).toBe(2);
    expect(decision).toMatchObject({ verdict: 'pass', reasons: [{ kind: 'all_unaffected', cases: 100 }] });
    expect(
      decision.cases.every(({ verdict, affectedness }) => verdict === 'unaffected' && affectedness === 'none'),
    ).toBe(true);
    expect(
      decision.comparisons.every(({ verdict, p, delta }) => verdict === 'not_worse' && p === null && delta === 0),
    ).toBe(true);
    expect(decision.head.unaffected).toBe(300);
  });
});

/** The tempting wrong test: all base trials against head's affected trials alone. */
function oneSidedFilter(trials: ReturnType<typeof runGate>['evidence']['trials']): number {
  const base = new Map(
    trials.filter(({ side }) => side === 'base').map((trial) => [`${trial.caseId} ${trial.number}`, trial]),
  );
  const strata = new Map<string, { n0: number; s0: number; n1: number; s1: number }>();
  for (const head of trials) {
    if (head.side !== 'head' || head.number > 3) continue;
    const partner = base.get(`${head.caseId} ${head.number}`);
    const stratum = strata.get(head.caseId) ?? { n0: 0, s0: 0, n1: 0, s1: 0 };
    stratum.n0++;
    if (partner?.outcome.kind === 'pass') stratum.s0++;
    if (partner?.fingerprint !== head.fingerprint) {
      stratum.n1++;
      if (head.outcome.kind === 'pass') stratum.s1++;
    }
    strata.set(head.caseId, stratum);
  }
  return stratExact([...strata.values()].map((each): Stratum => ({ kind: 'labels', ...each }))).p;
}

describe('classification', () => {
  const key = (firstRequestKey: string | null, fingerprint: string, more: Partial<Sample> = {}): Sample => ({
    outcome: 'pass',
    firstRequestKey,
    fingerprint,
    ...more,
  });
  const classified = (world: World) => caseNamed(runGate(casesOf('s', 1), world).decision, 's-0').affectedness;

  it('is open where any pair differs in its first request', () => {
    expect(
      classified((_, n) => ({ base: key('k', 'x'), head: key(n === 2 ? 'other' : 'k', n === 2 ? 'y' : 'x') })),
    ).toBe('open');
    expect(classified(() => ({ base: key('k', 'x'), head: key(null, 'y') }))).toBe('open');
  });

  it('is prefix where the first requests are equal and something else differs', () => {
    expect(classified((_, n) => ({ base: key('k', 'x'), head: key('k', n === 3 ? 'y' : 'x') }))).toBe('prefix');
  });

  it('does not take a lost key of an errored trial for another first request', () => {
    expect(classified(() => ({ base: key('k', 'x'), head: key(null, 'y', { standing: 'errored' }) }))).toBe('prefix');
  });

  it('is not exercised where equal trials called nothing', () => {
    expect(classified(() => ({ base: key(null, 'x', { idle: true }), head: key(null, 'x', { idle: true }) }))).toBe(
      'not_exercised',
    );
  });
});
