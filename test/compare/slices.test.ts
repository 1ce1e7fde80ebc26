import { describe, expect, it } from 'vitest';
import { moverWilson, seededRandom } from '../../src/stats/index.ts';
import {
  caseOf,
  casesOf,
  decideOn,
  numbersIn,
  openWorld,
  POLICY,
  runGate,
  sliceNamed,
  trialOf,
  type World,
} from './world.ts';

const corpus = [...casesOf('big', 300), ...casesOf('refunds', 40), ...casesOf('small', 10)];
const inSlice = (id: string, slice: string): boolean => id.startsWith(`${slice}-`);

describe('slices', () => {
  it('finds a slice of 40 cases that falls from 95 to 60 %, and names exactly it', () => {
    let named = 0;
    for (let seed = 0; seed < 10; seed++) {
      const random = seededRandom(`drop ${seed}`);
      const world = openWorld(random, (id, side) => (side === 'head' && inSlice(id, 'refunds') ? 0.6 : 0.95));
      const { decision } = runGate(corpus, world);
      const slices = decision.reasons.flatMap((reason) => (reason.kind === 'slice_regressed' ? [reason.slice] : []));
      if (decision.verdict === 'block' && slices.join() === 'refunds') named++;
    }
    expect(named).toBeGreaterThanOrEqual(9);
  });

  it('finds a concentrated break: 14 of 40 cases dead', () => {
    const world = openWorld(seededRandom('dead'), (id, side) =>
      side === 'head' && inSlice(id, 'refunds') && Number(id.slice(8)) < 14 ? 0.02 : 0.97,
    );
    const { decision } = runGate(corpus, world);
    const slice = sliceNamed(decision, 'refunds');
    expect(slice.verdict).toBe('regressed');
    expect(slice.worse.length).toBeLessThanOrEqual(20);
    expect(slice.worse.slice(0, 10).every((id) => Number(id.slice(8)) < 14)).toBe(true);
    expect(slice.adjustedP).toBeLessThan(1e-6);
    expect(decision.reasons[0]).toEqual({ kind: 'slice_regressed', slice: 'refunds' });
  });

  it('sees an improvement and passes', () => {
    const world = openWorld(seededRandom('up'), (id, side) => (side === 'base' && inSlice(id, 'refunds') ? 0.6 : 0.95));
    const { decision } = runGate(corpus, world);
    expect(decision.verdict).toBe('pass');
    expect(sliceNamed(decision, 'refunds')).toMatchObject({ verdict: 'improved' });
    expect(sliceNamed(decision, 'refunds').delta).toBeGreaterThan(0.2);
    expect(sliceNamed(decision, 'refunds').better.length).toBeGreaterThan(5);
  });

  it('shows the rates of the traffic by the weights of the cases, and tests as without them', () => {
    const weights = [10, 1, 1];
    const passes = { base: [3, 3, 0], head: [0, 3, 3] };
    const trials = (['base', 'head'] as const).flatMap((side) =>
      passes[side].flatMap((passed, at) =>
        [1, 2, 3].map((number) => trialOf(`c${at}`, side, number, { outcome: number <= passed ? 'pass' : 'fail' })),
      ),
    );
    const plain = [0, 1, 2].map((at) => caseOf(`c${at}`));
    const weighted = plain.map((facts, at) => ({ ...facts, weight: weights[at] ?? 1 }));
    const without = sliceNamed(decideOn({ cases: plain, trials }, POLICY), 's');
    const { traffic, ...rest } = sliceNamed(decideOn({ cases: weighted, trials }, POLICY), 's');
    expect(rest).toEqual(without);
    expect(without.delta).toBeCloseTo(0);
    expect(traffic?.baseRate).toBeCloseTo(11 / 12);
    expect(traffic?.headRate).toBeCloseTo(2 / 12);
    expect(traffic?.delta).toBeCloseTo(-9 / 12);
    // Three cases, of which one stands for nearly all: next to nothing is known of other traffic.
    for (const name of ['baseRate', 'headRate', 'delta'] as const) {
      const { low = 0, high = 0 } = traffic?.intervals?.[name] ?? {};
      expect(low).toBeLessThan(traffic?.[name] ?? Number.NaN);
      expect(high).toBeGreaterThan(traffic?.[name] ?? Number.NaN);
      expect(high - low).toBeGreaterThan(0.7);
    }
    const alone = weighted.map((facts) => ({ ...facts, cluster: 'one task' }));
    expect(sliceNamed(decideOn({ cases: alone, trials }, POLICY), 's').traffic).toEqual({
      ...{ baseRate: traffic?.baseRate, headRate: traffic?.headRate, delta: traffic?.delta },
    });
    const alike = plain.map((facts) => ({ ...facts, weight: 7 }));
    expect(sliceNamed(decideOn({ cases: alike, trials }, POLICY), 's')).toEqual(without);
  });

  it('never reports a rate outside 0..1, however the fractions add up', () => {
    for (let seed = 0; seed < 60; seed++) {
      const random = seededRandom(`fractions ${seed}`);
      const world = openWorld(random, (_, side) => (side === 'head' ? 1 : 0.8));
      const { comparisons } = runGate(casesOf('s', 7 + seed), world).decision;
      for (const { headRate, interval } of comparisons) {
        expect(headRate).toBeLessThanOrEqual(1);
        expect(interval?.high).toBeLessThanOrEqual(1);
      }
    }
  });

  it('blocks on ALL alone where every slice loses a little', () => {
    const cases = Array.from({ length: 60 }, (_, s) => casesOf(`s${s}`, 6)).flat();
    // Every fourth case loses its second and third trial: no slice can show it, and no first trial fails.
    const world: World = ({ id }, number) => ({
      base: { outcome: 'pass' },
      head: { outcome: id.endsWith('-1') && number > 1 ? 'fail' : 'pass' },
    });
    const { decision } = runGate(cases, world);
    expect(decision.reasons).toEqual([{ kind: 'slice_regressed', slice: 'ALL' }]);
    expect(decision.verdict).toBe('block');
  });

  it('tests ALL as the slice itself where only one slice is affected', () => {
    const world: World = ({ id }, number) => {
      const same = { outcome: 'pass', firstRequestKey: 'k', fingerprint: `${number}` } as const;
      return inSlice(id, 'refunds')
        ? {
            base: same,
            head: { ...same, firstRequestKey: 'other', outcome: Number(id.slice(8)) % 4 ? 'pass' : 'fail' },
          }
        : { base: same, head: same };
    };
    const { decision } = runGate(corpus, world);
    expect(sliceNamed(decision, 'refunds').adjustedP).toBeCloseTo(sliceNamed(decision, 'refunds').p ?? 0, 12);
    expect(sliceNamed(decision, 'ALL').p).toBe(sliceNamed(decision, 'refunds').p);
    expect(decision.reasons.filter(({ kind }) => kind === 'slice_regressed')).toEqual([
      { kind: 'slice_regressed', slice: 'refunds' },
    ]);
    const all = sliceNamed(decision, 'ALL');
    expect(all).toMatchObject({ cases: 350, affectedCases: 40 });
    expect(all.delta).toBeCloseTo(-10 / 350, 12);
    expect(all.reasons).toContain('40 of 350 cases affected');
  });

  it('reports cohorts outside the family', () => {
    const cases = casesOf('s', 40).map((facts) => ({ ...facts, cohorts: ['pro', 'eu'] }));
    const world = openWorld(seededRandom('cohort'), (_, side) => (side === 'head' ? 0.5 : 0.95));
    const { decision } = runGate(cases, world);
    const cohort = sliceNamed(decision, 'pro');
    expect(cohort).toMatchObject({ kind: 'cohort', adjustedP: null });
    expect(cohort.verdict).not.toBe('regressed');
    expect(cohort.p).toBe(sliceNamed(decision, 's').p);
    expect(decision.reasons.some((reason) => reason.kind === 'slice_regressed' && reason.slice === 's')).toBe(true);
  });

  it('counts a case once in a slice that it lists twice', () => {
    const { decision } = runGate(
      [caseOf('x', ['s', 's']), caseOf('y', ['s'])],
      openWorld(
        () => 0,
        () => 1,
      ),
    );
    expect(sliceNamed(decision, 's').cases).toBe(2);
  });

  it('does not block for a significant drop below minEffect, and says so', () => {
    const world = openWorld(seededRandom('small'), (id, side) =>
      side === 'head' && inSlice(id, 'refunds') ? 0.6 : 0.95,
    );
    const { decision } = runGate(corpus, world, { ...POLICY, minEffect: 0.6 });
    const slice = sliceNamed(decision, 'refunds');
    expect(slice.adjustedP).toBeLessThan(0.008);
    expect(slice.verdict).not.toBe('regressed');
    expect(slice.reasons.join()).toMatch(/significant, but the drop of .* points is below minEffect \(60 points\)/);
    expect(decision.reasons.some(({ kind }) => kind === 'slice_regressed')).toBe(false);
  });

  it('is underpowered for a slice of one case, and proves "not worse" for a large stable one', () => {
    const cases = [...casesOf('one', 1), ...casesOf('large', 200)];
    const { decision } = runGate(
      cases,
      openWorld(
        () => 0,
        () => 1,
      ),
    );
    expect(sliceNamed(decision, 'one')).toMatchObject({ verdict: 'underpowered', cases: 1, p: 1 });
    expect(sliceNamed(decision, 'large')).toMatchObject({ verdict: 'not_worse', baseRate: 1, headRate: 1, delta: 0 });
  });

  it('keeps the estimate inside its interval and the rates consistent', () => {
    const world = openWorld(seededRandom('rates'), (id, side) =>
      inSlice(id, 'small') ? 0.1 : side === 'head' ? 0.7 : 0.9,
    );
    const { decision } = runGate(corpus, world);
    for (const { base, head, baseRate, headRate, delta, interval } of decision.comparisons) {
      expect(baseRate).toBeCloseTo(base.passes / base.trials, 12);
      expect(headRate).toBeCloseTo(head.passes / head.trials, 12);
      expect(interval?.low).toBeLessThan(delta ?? 0);
      expect(interval?.high).toBeGreaterThan(delta ?? 0);
    }
    expect(numbersIn(decision).every(Number.isFinite)).toBe(true);
  });

  it('widens the interval of a partly affected slice by what the affected share leaves open', () => {
    // In each of 40 cases the third pair is the first affected one, and head loses it.
    const world: World = (_, number) => {
      const shared = { outcome: 'pass', firstRequestKey: 'k', fingerprint: 'same' } as const;
      return { base: shared, head: number === 3 ? { ...shared, outcome: 'fail', fingerprint: 'other' } : shared };
    };
    const { decision } = runGate(casesOf('s', 40), world, { ...POLICY, looks: [1] });
    const { delta, interval } = sliceNamed(decision, 's');
    const { high } = moverWilson({ rate: 1, trials: 40 }, { rate: 0, trials: 40 }, 1.959964, 1);
    const shareDeviation = 1.959964 * Math.sqrt((1 / 3) * (2 / 3) * (1 / 3) * (1 / 40));
    expect(delta).toBeCloseTo(-1 / 3, 12);
    expect(interval?.low).toBeCloseTo(-1 / 3 - shareDeviation, 6);
    expect(interval?.high).toBeCloseTo(-1 / 3 + Math.hypot((high + 1) / 3, shareDeviation), 6);
  });

  it('estimates over all pairs of a prefix case, unaffected ones counting as no change', () => {
    const shared = (outcome: 'pass' | 'fail') => ({ outcome, firstRequestKey: 'k', fingerprint: 'same' }) as const;
    const trials = [1, 2, 3].flatMap((number) => [
      trialOf('x', 'base', number, shared(number === 3 ? 'fail' : 'pass')),
      trialOf(
        'x',
        'head',
        number,
        number === 1 ? { ...shared('fail'), fingerprint: 'other' } : shared(number === 3 ? 'fail' : 'pass'),
      ),
    ]);
    const slice = sliceNamed(decideOn({ cases: [caseOf('x')], trials }, POLICY), 's');
    expect(slice.baseRate).toBeCloseTo(2 / 3, 12);
    expect(slice.delta).toBeCloseTo(-1 / 3, 12);
    // One discordant pair, lost by head: P(Bin(1, 1/2) <= 0).
    expect(slice.p).toBeCloseTo(0.5, 14);
  });
});
