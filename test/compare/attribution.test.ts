import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributed, bisect, type CaseDifference, factorEffects, type StepResult } from '../../src/compare/index.ts';
import { seededRandom } from '../../src/stats/index.ts';

/** 24 cases; `of` says how each moves in the cell of these factors. */
function cell(of: (index: number) => number | null): CaseDifference[] {
  return Array.from({ length: 24 }, (_, index) => ({
    ...{ caseId: `case-${index}`, slices: [], cluster: null },
    difference: of(index),
  }));
}
const all = (difference: number) => cell(() => difference);
const found = (...cells: CaseDifference[][]) => factorEffects([[], ...cells], seededRandom('test'));

describe('effects of factors', () => {
  test('name the guilty one alone where its interval stands apart', () => {
    const effects = found(all(-0.75), all(0), all(-0.75));
    expect(effects).toMatchObject({ cases: 24, leftOut: 0, effects: [{ value: -0.75 }, { value: 0 }] });
    expect(attributed('block', effects)).toEqual({ kind: 'factors', factors: [0] });
  });

  test('name both where neither does anything alone, and show the interaction', () => {
    const effects = found(all(0), all(0), all(-1));
    expect(effects?.effects.map(({ value }) => value)).toEqual([-0.5, -0.5]);
    expect(effects?.interactions).toMatchObject([{ factors: [0, 1], value: -1 }]);
    expect(effects?.interactions[0]?.high).toBeLessThan(0);
    expect(attributed('block', effects)).toEqual({ kind: 'factors', factors: [0, 1] });
  });

  test('never name a single one whose interval meets another', () => {
    const a = (index: number) => (index < 8 ? -1 : 0);
    const b = (index: number) => (index >= 18 ? -1 : 0);
    const effects = found(
      cell(a),
      cell(b),
      cell((index) => a(index) + b(index)),
    );
    expect(effects?.effects[0]?.high).toBeLessThan(0);
    expect(attributed('block', effects)).toEqual({ kind: 'factors', factors: [0, 1] });
  });

  test('name none where every interval reaches zero', () => {
    const weak = cell((index) => (index === 0 ? -1 : 0));
    expect(attributed('block', found(weak, all(0), weak))).toMatchObject({ kind: 'inconclusive' });
  });

  test('leave out and count a case that some cell could not judge', () => {
    const effects = found(
      all(0),
      cell((index) => (index < 4 ? null : 0)),
      all(-1),
    );
    expect(effects).toMatchObject({ cases: 20, leftOut: 4, total: -1 });
    expect(
      found(
        all(0),
        cell(() => null),
        all(-1),
      ),
    ).toBeNull();
  });

  test.each([
    ['pass', 'no_regression'],
    ['not_affected', 'no_regression'],
    ['inconclusive', 'inconclusive'],
    ['error', 'inconclusive'],
  ] as const)('attribute nothing of a head that is %s', (verdict, kind) => {
    expect(attributed(verdict, found(all(-1), all(0), all(-1)))).toMatchObject({ kind });
  });
});

/** Bisects to the end; `of` answers for each commit. */
function run(commits: number, of: (index: number) => StepResult) {
  const results = new Map<number, StepResult>([[commits - 1, 'blocks']]);
  let steps = 0;
  for (;;) {
    const step = bisect(commits, results);
    if (step.next === null) return { ...step, steps };
    expect(results.has(step.next)).toBe(false);
    results.set(step.next, of(step.next));
    steps += 1;
  }
}

describe('bisection', () => {
  test('finds the one commit in as many steps as halving takes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), (commits, some) => {
        const guilty = some % commits;
        const { from, to, steps } = run(commits, (index) => (index >= guilty ? 'blocks' : 'passes'));
        expect([from, to]).toEqual([guilty, guilty]);
        expect(steps).toBeLessThanOrEqual(Math.ceil(Math.log2(commits)));
      }),
    );
  });

  test('keeps commits of which nothing is known in the range, with the guilty one', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), fc.nat(), (known, some) => {
        const guilty = some % known.length;
        const { from, to } = run(known.length, (index) =>
          known[index] !== true ? 'unknown' : index >= guilty ? 'blocks' : 'passes',
        );
        expect(from).toBeLessThanOrEqual(guilty);
        expect(to).toBeGreaterThanOrEqual(guilty);
        // All inside of it but its end were looked at in vain.
        for (let index = from; index < to; index++) expect(known[index]).toBe(false);
      }),
    );
  });
});
