import { describe, expect, it } from 'vitest';
import { defaultBudgetRuns, type Policy } from '../../src/compare/index.ts';
import { seededRandom } from '../../src/stats/index.ts';
import {
  caseNamed,
  casesOf,
  decideOn,
  numbersIn,
  openWorld,
  POLICY,
  runGate,
  sliceNamed,
  type World,
} from './world.ts';

const LOOKS: Policy = {
  ...POLICY,
  looks: [1, 2, 3, 5, 8],
  spend: [0.3, 0.2, 0.2, 0.15, 0.15],
  budgetRuns: null,
};
const corpus = [...casesOf('big', 300), ...casesOf('refunds', 40), ...casesOf('small', 10)];
const stable: World = () => ({ base: { outcome: 'pass' }, head: { outcome: 'pass' } });
const trialsOf = (run: ReturnType<typeof runGate>, slice: string): number =>
  run.evidence.trials.filter(({ caseId }) => caseId.startsWith(`${slice}-`)).length;

describe('looks', () => {
  it('begin with one trial of every case on both sides', () => {
    expect(decideOn({ cases: corpus, trials: [] }, LOOKS).next).toHaveLength(700);
  });

  it('end at the first for slices whose evidence points to no loss, and go on for small ones', () => {
    const run = runGate(corpus, stable, LOOKS);
    expect(run.decision.verdict).toBe('pass');
    expect(sliceNamed(run.decision, 'big')).toMatchObject({ look: 1, stopped: 'futility' });
    expect(sliceNamed(run.decision, 'big').eValue).toBeLessThan(0.4);
    expect(trialsOf(run, 'big')).toBe(600);
    expect(run.evidence.trials.length).toBeLessThan(2.4 * 350);
  });

  it('stop a slice that is rejected, confirm it on fresh pairs and name it alone', () => {
    const world = openWorld(seededRandom('drop'), (id, side) =>
      side === 'head' && id.startsWith('refunds-') ? 0.3 : 0.97,
    );
    const run = runGate(corpus, world, LOOKS);
    expect(run.decision.reasons.filter(({ kind }) => kind === 'slice_regressed')).toEqual([
      { kind: 'slice_regressed', slice: 'refunds' },
    ]);
    const slice = sliceNamed(run.decision, 'refunds');
    expect(slice).toMatchObject({ verdict: 'regressed', look: 1, stopped: 'rejected' });
    expect(slice.reasons[1]).toContain('again on fresh trials');
    // One pair a case for the look; five base trials for the guard, and head topped up to five.
    expect(slice.head.trials).toBe(40);
    expect(trialsOf(run, 'refunds')).toBeGreaterThanOrEqual(40 * (2 + 5 + 4));
    expect(sliceNamed(run.decision, 'big').stopped).toBe('futility');
    // ALL fell too; its slice speaks for it, and nothing says that it was not confirmed.
    expect(sliceNamed(run.decision, 'ALL').verdict).not.toBe('inconclusive');
  });

  it('test ALL at the first look only, unless the corpus has no slice', () => {
    const world = openWorld(seededRandom('flaky'), () => 0.6);
    const { decision } = runGate(corpus, world, { ...LOOKS, budgetRuns: 100_000 });
    expect(sliceNamed(decision, 'ALL').look).toBe(1);
    const bare = casesOf('s', 6).map((facts) => ({ ...facts, slices: [] }));
    expect(sliceNamed(runGate(bare, stable, LOOKS).decision, 'ALL').look).toBeGreaterThan(1);
  });

  it('read the first trials only: what else was drawn for a case changes no slice', () => {
    const world = openWorld(seededRandom('extras'), () => 0.9);
    const { decision, evidence } = runGate(corpus, world, LOOKS);
    const more = evidence.cases.flatMap(({ id }) =>
      (['base', 'head'] as const).map((side) => ({
        ...evidence.trials[0],
        ...{ caseId: id, side, number: 500, fingerprint: `${side} extra`, firstRequestKey: `${side} asks` },
      })),
    ) as typeof evidence.trials;
    const again = decideOn({ ...evidence, trials: [...evidence.trials, ...more] }, { ...LOOKS, budgetRuns: 100_000 });
    expect(again.comparisons.map(({ p, look, stopped }) => [p, look, stopped])).toEqual(
      decision.comparisons.map(({ p, look, stopped }) => [p, look, stopped]),
    );
  });

  it('give equal decisions in whatever order the trials came', () => {
    const world = openWorld(seededRandom('order'), (_, side) => (side === 'head' ? 0.8 : 0.9));
    const { decision, evidence } = runGate(corpus, world, LOOKS);
    const reversed = decideOn({ ...evidence, trials: evidence.trials.toReversed() }, LOOKS);
    expect(reversed).toEqual(decision);
    expect(numbersIn(decision).every(Number.isFinite)).toBe(true);
  });
});

describe('the budget', () => {
  it('is four runs a case and first-look trial, at least 500', () => {
    expect(defaultBudgetRuns(650, LOOKS)).toBe(2600);
    expect(defaultBudgetRuns(650, { looks: [3] })).toBe(7800);
    expect(defaultBudgetRuns(10, LOOKS)).toBe(500);
  });

  it('stops the run before a look that it cannot pay: inconclusive, with what it would take', () => {
    const world: World = ({ id }) => ({
      base: { outcome: 'pass' },
      head: { outcome: id.startsWith('refunds-') && Number(id.slice(8)) < 5 ? 'fail' : 'pass' },
    });
    const { decision, evidence } = runGate(corpus, world, { ...LOOKS, budgetRuns: 705 });
    expect(evidence.trials.length).toBeLessThanOrEqual(705);
    expect(decision.verdict).toBe('inconclusive');
    expect(decision.reasons[0]).toMatchObject({ kind: 'budget_spent', budget: { runs: 705 } });
    const slice = sliceNamed(decision, 'refunds');
    expect(slice).toMatchObject({ verdict: 'inconclusive', stopped: 'budget' });
    expect(slice.settling).toMatchObject({ drop: 5 / 40, calls: 2 * (slice.settling?.runs ?? 0) });
    expect(slice.reasons[0]).toMatch(/about \d+ more runs \(\d+ model calls, \$.*\) would show a drop of 12.5 points/);
    expect(decision.next).toEqual([]);
  });

  it('that ends during the guard blocks nothing', () => {
    const world = openWorld(seededRandom('guard budget'), (id, side) =>
      side === 'head' && id.startsWith('refunds-') ? 0.2 : 0.99,
    );
    const { decision } = runGate(corpus, world, { ...LOOKS, budgetRuns: 900 });
    expect(decision.verdict).toBe('inconclusive');
    const { reasons, settling } = sliceNamed(decision, 'refunds');
    expect(reasons[0]).toContain('budget does not reach to confirm');
    // Five base trials a case, and head topped up to five where the case rule has not done so already.
    expect(settling?.runs).toBeGreaterThanOrEqual(40 * 5);
    expect(settling?.runs).toBeLessThanOrEqual(40 * 9);
    expect(reasons[0]).toMatch(/that takes \d+ runs \(\d+ model calls/);
  });

  it('goes to the clearest slices where everything is broken, so that a total break still blocks', () => {
    const cases = Array.from({ length: 8 }, (_, slice) => casesOf(`s${slice}`, 30)).flat();
    const world = openWorld(seededRandom('total'), (_, side) => (side === 'head' ? 0.02 : 0.97));
    const { decision, evidence } = runGate(cases, world, LOOKS);
    expect(decision.verdict).toBe('block');
    expect(evidence.trials.length).toBeLessThanOrEqual(defaultBudgetRuns(cases.length, LOOKS));
  });
});

describe('the guard', () => {
  it('takes a broken case back where base itself now fails', () => {
    const world: World = ({ id }, number) => ({
      base: { outcome: id === 'small-0' && number > 25 ? 'fail' : 'pass' },
      head: { outcome: id === 'small-0' ? 'fail' : 'pass' },
    });
    const { decision } = runGate(corpus, world, LOOKS);
    expect(decision.verdict).toBe('pass');
    expect(caseNamed(decision, 'small-0')).toMatchObject({
      verdict: 'flaky',
      reason: expect.stringContaining('base itself now passes only'),
    });
  });

  it('takes a slice back where base now does as badly', () => {
    const fails = ({ id }: { id: string }): boolean => id.startsWith('refunds-') && Number(id.slice(8)) % 2 === 1;
    const world: World = (facts, number) => ({
      base: { outcome: fails(facts) && number === 37 ? 'fail' : 'pass' },
      head: { outcome: fails(facts) && number === 1 ? 'fail' : 'pass' },
    });
    const { decision } = runGate(corpus, world, LOOKS);
    expect(sliceNamed(decision, 'refunds').verdict).not.toBe('regressed');
    expect(sliceNamed(decision, 'refunds').reasons[0]).toContain('did not show again on fresh trials');
    expect(decision.reasons.some(({ kind }) => kind === 'slice_regressed')).toBe(false);
  });

  it('takes no slice back into a pass where base itself fell while the gate ran', () => {
    const falls = (id: string): boolean => id.startsWith('refunds-');
    for (const shared of [{}, { firstRequestKey: 'same' }]) {
      const world: World = ({ id }, number) => ({
        base: { ...shared, outcome: falls(id) && number > 1 ? 'fail' : 'pass' },
        head: { ...shared, outcome: falls(id) ? 'fail' : 'pass' },
        again: () => ({ ...shared, outcome: falls(id) ? 'fail' : 'pass' }),
      });
      const { decision } = runGate(corpus, world, { ...LOOKS, budgetRuns: null });
      expect(decision).toMatchObject({ verdict: 'inconclusive', staleReservoirP: null });
      expect(decision.reasons[0]).toMatchObject({ kind: 'slice_inconclusive', slice: 'refunds' });
      expect(sliceNamed(decision, 'refunds').reasons[0]).toContain('base itself has changed while the gate ran');
    }
  });
});
