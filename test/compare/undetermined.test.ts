import { describe, expect, it } from 'vitest';
import { undeterminedReasons } from '../../src/compare/undetermined.ts';
import { casesOf, numbersIn, POLICY, runGate, type Sample, sliceNamed, type World } from './world.ts';

const tally = (passes: number, trials: number, undetermined: number) => ({ passes, trials, undetermined });

describe('undetermined trials of a slice', () => {
  it.each([
    [tally(100, 100, 0), tally(90, 91, 9), 0],
    [tally(100, 100, 0), tally(90, 90, 10), 1],
    [tally(80, 80, 20), tally(70, 70, 30), 1],
    [tally(80, 80, 20), tally(71, 71, 29), 0],
    [tally(60, 70, 30), tally(60, 70, 30), 0],
    [tally(60, 69, 31), tally(60, 69, 31), 1],
    [tally(0, 0, 30), tally(0, 0, 30), 1],
    [tally(0, 50, 50), tally(0, 0, 100), 2],
  ])('base %o, head %o: %i reasons', (base, head, reasons) => {
    expect(undeterminedReasons(base, head)).toHaveLength(reasons);
  });

  const diverging =
    (share: number): World =>
    ({ id }, number) => {
      const index = Number(id.slice(2)) * 3 + number - 1;
      const head: Sample =
        index < share * 120 ? { outcome: 'undetermined', standing: 'diverged' } : { outcome: 'pass' };
      return { base: { outcome: 'pass' }, head };
    };

  it('make it inconclusive, and the reason comes first with its numbers', () => {
    const { decision } = runGate(casesOf('s', 40), diverging(0.25));
    const slice = sliceNamed(decision, 's');
    expect(slice.verdict).toBe('inconclusive');
    expect(slice.reasons[0]).toBe(
      "30 of 120 (25 %) of head's trials are undetermined, 0 of 120 (0 %) of base's: 10 points or more apart",
    );
    expect(decision.verdict).toBe('inconclusive');
    expect(decision.reasons[0]).toEqual({ kind: 'slice_inconclusive', slice: 's', why: slice.reasons[0] });
    expect(decision.head).toMatchObject({ attempted: 120, determined: 90, undetermined: 30, diverged: 30 });
  });

  it('are left out of the tally and counted in the reasons where they are few', () => {
    const { decision } = runGate(casesOf('s', 40), diverging(0.05));
    const slice = sliceNamed(decision, 's');
    expect(slice.head).toEqual({ passes: 114, trials: 114, undetermined: 6 });
    expect(slice.headRate).toBe(1);
    expect(slice.reasons).toContain('6 trials undetermined (2.5 %)');
    expect(decision.verdict).toBe('pass');
  });

  it('count where both sides are equal as well: what has no outcome was not judged', () => {
    const same: Sample = { outcome: 'undetermined', firstRequestKey: 'k', fingerprint: 'f' };
    const { decision } = runGate(casesOf('s', 10), () => ({ base: same, head: same }));
    expect(decision.verdict).toBe('inconclusive');
    expect(sliceNamed(decision, 's')).toMatchObject({ baseRate: null, delta: null, interval: null, p: null });
    expect(numbersIn(decision).every(Number.isFinite)).toBe(true);
  });

  it('are what two trials are that were cut short at the same point, whatever was seen before it', () => {
    const cut: Sample = { outcome: 'fail', firstRequestKey: 'k', fingerprint: 'f', cutShort: true };
    const whole: Sample = { outcome: 'pass', firstRequestKey: 'k', fingerprint: 'g' };
    const world: World = ({ id }) => (id === 's-0' ? { base: cut, head: cut } : { base: whole, head: whole });
    const stored = casesOf('s', 20).map((facts) => ({ ...facts, storedTrials: 3 }));
    const { decision } = runGate(stored, world);
    expect(sliceNamed(decision, 's')).toMatchObject({ verdict: 'not_worse', base: { trials: 57, undetermined: 3 } });
    expect(decision.cases[0]).toMatchObject({ verdict: 'undetermined' });
    const all = runGate(casesOf('s', 20), () => ({ base: cut, head: cut })).decision;
    expect(all.verdict).toBe('inconclusive');
  });

  it('drop a prefix pair whole', () => {
    const world: World = (_, number) => ({
      base: { outcome: 'pass', firstRequestKey: 'k', fingerprint: 'b' },
      head: { outcome: number === 1 ? 'undetermined' : 'pass', firstRequestKey: 'k', fingerprint: `h${number}` },
    });
    const { decision } = runGate(casesOf('s', 1), world, { ...POLICY, looks: [20] });
    expect(sliceNamed(decision, 's')).toMatchObject({
      baseRate: 1,
      headRate: 1,
      head: { trials: 19, undetermined: 1 },
    });
  });
});
