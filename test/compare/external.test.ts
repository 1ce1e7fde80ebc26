import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareResults } from '../../src/compare/index.ts';
import type { ResultRow } from '../../src/score/index.ts';
import { fisherLower, seededRandom } from '../../src/stats/index.ts';
import { many, POLICY, rows } from './external-rows.ts';

const compare = (base: readonly ResultRow[], head: readonly ResultRow[], on: 'unit' | 'cluster' = 'unit') =>
  compareResults(base, head, POLICY, on);
const all = (decision: ReturnType<typeof compare>) => decision.comparisons.find(({ kind }) => kind === 'all');

describe("other harnesses' results", () => {
  test('arms of unequal size are tested exactly: one case is Fisher', () => {
    const decision = compare(rows('a', 'ppppp'), rows('a', 'ffp'));
    expect(all(decision)?.p).toBeCloseTo(fisherLower(5, 5, 3, 1), 12);
  });

  test('a slice that fell blocks, with all of alpha where no case can be judged alone', () => {
    const base = [...many(20, 'pp', { slices: ['x'] }, 'x'), ...many(20, 'pp', { slices: ['y'] }, 'y')];
    const head = [...many(20, 'pf', { slices: ['x'] }, 'x'), ...many(20, 'pp', { slices: ['y'] }, 'y')];
    const decision = compare(base, head);
    expect(decision.verdict).toBe('block');
    expect(decision.policy.alphaSlicesShare).toBe(1);
    expect(decision.reasons[0]).toEqual({ kind: 'slice_regressed', slice: 'x' });
    expect(decision.comparisons.find(({ name }) => name === 'y')?.verdict).not.toBe('regressed');
  });

  test('a case with trials enough is broken alone, and then slices have their own share only', () => {
    const stable = many(9, 'pppppppppp');
    const decision = compare([...stable, ...rows('dead', 'pppppppppp')], [...stable, ...rows('dead', 'ffffffffff')]);
    expect(decision.policy.alphaSlicesShare).toBe(0.8);
    expect(decision.cases.find(({ caseId }) => caseId === 'dead')).toMatchObject({ verdict: 'broken' });
    expect(decision.reasons).toContainEqual({ kind: 'case_broken', caseId: 'dead' });
  });

  test('no outcome decides whether cases are judged alone', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('p', 'f'), { minLength: 12, maxLength: 12 }), (letters) => {
        const [base, head] = [letters.slice(0, 6).join(''), letters.slice(6).join('')];
        expect(compare(rows('a', base), rows('a', head)).policy.alphaSlicesShare).toBe(0.8);
      }),
      { numRuns: 30 },
    );
  });

  test('a single pass that turned into a fail is suspect, not broken', () => {
    const decision = compare([...rows('a', 'p'), ...rows('b', 'p')], [...rows('a', 'f'), ...rows('b', 'p')]);
    expect(decision.cases.map(({ verdict }) => verdict)).toEqual(['suspect', 'ok']);
    expect(decision.verdict).toBe('pass');
  });
});

describe('cases on one side', () => {
  test('those that head lacks are listed, undetermined, and make their slice inconclusive when they are many', () => {
    const base = many(20, 'pp', { slices: ['x'] });
    const decision = compare(base, base.slice(0, 32));
    expect(decision.onlyBase).toEqual(['case-16', 'case-17', 'case-18', 'case-19']);
    expect(decision.cases.at(-1)).toMatchObject({
      verdict: 'undetermined',
      reason: 'only base has results of this case',
    });
    expect(decision.verdict).toBe('inconclusive');
    expect(decision.head.missing).toBe(8);
  });

  test('those that base lacks are reported and gate nothing', () => {
    const base = many(30, 'p');
    const decision = compare(base, [...base, ...many(20, 'f', {}, 'new')]);
    expect(decision.onlyHead).toHaveLength(20);
    expect(decision.cases.at(-1)).toMatchObject({
      verdict: 'undetermined',
      reason: 'only head has results of this case',
    });
    expect(all(decision)?.cases).toBe(30);
    expect(decision.verdict).toBe('pass');
  });
});

describe('units that ran together', () => {
  /** 4 cases of each of 2 units, 4 runs; on head the runs fail as a whole. */
  const unit = (name: string, outcomes: string): ResultRow[] => many(4, outcomes, { unit: name, slices: ['x'] }, name);

  test('trade places as a whole, which is worth less than that many cases', () => {
    const base = [...unit('u', 'pppp'), ...unit('w', 'pppp')];
    const head = [...unit('u', 'ffff'), ...unit('w', 'ffff')];
    const alone = (list: readonly ResultRow[]) => list.map((row) => ({ ...row, unit: null }));
    // Of 8 runs each unit's 4 failing ones are all head's: 1 in C(8,4), twice.
    expect(all(compare(base, head))?.p).toBeCloseTo(1 / 70 ** 2, 12);
    expect(all(compare(alone(base), alone(head)))?.p).toBeCloseTo(1 / 70 ** 8, 20);
    expect(compare(base, head).casesInUnits).toBe(8);
  });

  test('a unit of one case is that case', () => {
    const base = [...rows('a', 'ppp', { unit: 'u' }), ...rows('b', 'pfp')];
    const head = [...rows('a', 'fpf', { unit: 'u' }), ...rows('b', 'fff')];
    const without = (list: readonly ResultRow[]) => list.map((row) => ({ ...row, unit: null }));
    expect(all(compare(base, head))?.p).toBeCloseTo(all(compare(without(base), without(head)))?.p ?? 0, 12);
  });

  test('a run with an undetermined case is left out whole', () => {
    const base = [...rows('a', 'ppu', { unit: 'u' }), ...rows('b', 'ppp', { unit: 'u' })];
    const head = [...rows('a', 'ff', { unit: 'u' }), ...rows('b', 'ff', { unit: 'u' })];
    expect(all(compare(base, head))?.p).toBeCloseTo(1 / 6, 12); // 2 runs against 2
  });
});

test('cases that always go the same way in a run tell as much as one of them', () => {
  const random = seededRandom('copies');
  const [once, copied] = [1, 4].map(() => ({ base: [] as ResultRow[], head: [] as ResultRow[] }));
  for (let unit = 0; unit < 60; unit += 1) {
    for (const side of ['base', 'head'] as const) {
      const outcomes = Array.from({ length: 4 }, () => (random() < 0.9 ? 'p' : 'f')).join('');
      once?.[side].push(...rows(`${unit}`, outcomes));
      copied?.[side].push(...many(4, outcomes, { unit: `u${unit}` }, `${unit}`));
    }
  }
  const whole = (rowsOf: typeof once, alone = false) => {
    const own = (list: readonly ResultRow[]) => (alone ? list.map((row) => ({ ...row, unit: null })) : list);
    return all(compare(own(rowsOf?.base ?? []), own(rowsOf?.head ?? [])));
  };
  const [one, four, four_alone] = [whole(once), whole(copied), whole(copied, true)];
  expect(four?.interval?.low).toBeCloseTo(one?.interval?.low ?? 9, 9);
  expect(four?.interval?.high).toBeCloseTo(one?.interval?.high ?? 9, 9);
  expect(four?.mde80).toBeCloseTo(one?.mde80 ?? 9, 2);
  expect({ one: one?.verdict, four: four?.verdict, alone: four_alone?.verdict }).toEqual({
    one: 'underpowered',
    four: 'underpowered',
    // Taken for independent, the copies would promise more than they know.
    alone: 'not_worse',
  });
});

test('units keep the level where their cases stand and fall together; cases alone do not', () => {
  const random = seededRandom('units');
  /** 10 units of 4 cases, 5 runs each: a bad run fails nearly all of its cases. */
  const side = (): ResultRow[] =>
    Array.from({ length: 10 }, (_, unit) => {
      const good = Array.from({ length: 5 }, () => random() < 0.7);
      const outcomes = () => good.map((one) => (random() < (one ? 0.95 : 0.2) ? 'p' : 'f')).join('');
      return Array.from({ length: 4 }, (_, index) => rows(`${unit}.${index}`, outcomes(), { unit: `u${unit}` })).flat();
    }).flat();
  const alone = (list: readonly ResultRow[]) => list.map((row) => ({ ...row, unit: null }));
  const runs = 300;
  let byUnit = 0;
  let byCase = 0;
  for (let run = 0; run < runs; run++) {
    const [base, head] = [side(), side()];
    if ((all(compare(base, head))?.p ?? 1) <= 0.05) byUnit += 1;
    if ((all(compare(alone(base), alone(head)))?.p ?? 1) <= 0.05) byCase += 1;
  }
  expect(byUnit / runs).toBeLessThan(0.08);
  expect(byCase / runs).toBeGreaterThan(0.1);
});

describe('clusters', () => {
  const tasks = (outcome: (task: number) => string): ResultRow[] =>
    Array.from({ length: 5 }, (_, task) =>
      many(10, outcome(task), { cluster: `task-${task}`, slices: ['x'] }, `t${task}`),
    ).flat();

  test('are a second line: many cases of few tasks are sure for the cases, not for new tasks', () => {
    const decision = compare(
      tasks(() => 'p'),
      tasks((task) => (task < 3 ? 'f' : 'p')),
    );
    expect(decision.verdict).toBe('block');
    expect(decision.clusters.find(({ slice }) => slice === 'x')).toEqual({
      kind: 'slice',
      slice: 'x',
      clusters: 5,
      informative: 3,
      p: 0.125,
      smallestP: 0.125,
      holds: false,
    });
  });

  test('gate where that is asked for, and are underpowered where no outcome could have been enough', () => {
    const decision = compare(
      tasks(() => 'p'),
      tasks((task) => (task < 3 ? 'f' : 'p')),
      'cluster',
    );
    const x = decision.comparisons.find(({ name }) => name === 'x');
    expect(x).toMatchObject({ verdict: 'underpowered', p: 0.125, mde80: null });
    expect(x?.reasons[0]).toContain('3 clusters moved: no p below 0.13 is possible');
    // Sure for these cases, unknown for others: no pass.
    expect(decision.verdict).toBe('inconclusive');
  });

  test('block where enough of them fell', () => {
    const cluster = (index: number): Partial<ResultRow> => ({ cluster: `task-${index}` });
    const side = (letter: string) =>
      Array.from({ length: 12 }, (_, index) => rows(`c${index}`, letter, cluster(index))).flat();
    const decision = compare(side('p'), side('f'), 'cluster');
    expect(decision).toMatchObject({ verdict: 'block', clusters: [{ p: 2 ** -12, holds: true }] });
  });

  test('trials of unequal number weigh by their rates', () => {
    const base = rows('a', 'pppp', { cluster: 'k' });
    expect(compare(base, rows('a', 'pp', { cluster: 'k' })).clusters).toMatchObject([{ informative: 0, p: 1 }]);
  });
});

describe('bad input', () => {
  test.each([
    ['no result on head', many(5, 'pp'), [], 'error'],
    ['no result on base', [], many(5, 'pp'), 'error'],
    ['nothing at all', [], [], 'error'],
    ['every trial errored', many(5, 'ee'), many(5, 'ee'), 'error'],
    ['every head trial errored', many(5, 'pp'), many(5, 'ee'), 'error'],
    ['no trial determined', many(5, 'uu'), many(5, 'uu'), 'inconclusive'],
    ['head undetermined', many(20, 'pp'), many(20, 'uu'), 'inconclusive'],
  ])('%s is never a pass', (_, base, head, verdict) => {
    const decision = compare(base, head);
    expect(decision.verdict).toBe(verdict);
    expect(decision.reasons.length).toBeGreaterThan(0);
  });

  test('a slice with one case and one trial is underpowered', () => {
    const decision = compare(rows('a', 'p', { slices: ['x'] }), rows('a', 'f', { slices: ['x'] }));
    expect(decision.comparisons.map(({ verdict }) => verdict)).toEqual(['underpowered', 'underpowered']);
  });

  test('a trial twice is refused', () => {
    expect(() => compare([...rows('a', 'p'), ...rows('a', 'f')], rows('a', 'p'))).toThrow(/twice/);
  });

  test('whatever the outcomes, no number is NaN or out of range', () => {
    const letters = fc.string({ unit: fc.constantFrom('p', 'f', 'u', 'e'), maxLength: 4 });
    const side = fc.array(
      fc.record({ letters, unit: fc.constantFrom(null, 'u'), cluster: fc.constantFrom(null, 'k') }),
      { maxLength: 6 },
    );
    const built = (cases: readonly { letters: string; unit: string | null; cluster: string | null }[]) =>
      cases.flatMap((one, index) =>
        rows(`c${index}`, one.letters, { unit: one.unit, cluster: one.cluster, slices: [`s${index % 2}`] }),
      );
    fc.assert(
      fc.property(side, side, fc.constantFrom('unit' as const, 'cluster' as const), (base, head, on) => {
        const decision = compare(built(base), built(head), on);
        JSON.stringify(decision, (_, value) => {
          if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('a number that is none');
          return value;
        });
        for (const { p, adjustedP } of decision.comparisons) {
          for (const one of [p, adjustedP]) expect(one === null || (one >= 0 && one <= 1)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
