import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RateDimension } from '../../src/knowledge/behaviour/dimensions.ts';
import { attributionOf, type Group, type LedgerEntry, ledgerSuspects, mixAndRate } from '../../src/knowledge/index.ts';
import { seededRandom } from '../../src/stats/index.ts';

const with7 = () => ({ overdispersion: 1, random: seededRandom('7') });
const counts = (slice: string, before: readonly [number, number], after: readonly [number, number]) => ({
  slice,
  before: { size: before[0], successes: before[1] },
  after: { size: after[0], successes: after[1] },
});

describe('mix and rate', () => {
  test('a slice that grew is mix, whatever its own rate; rates within slices that fell are rate', () => {
    const mix = mixAndRate([counts('easy', [800, 720], [400, 360]), counts('hard', [200, 60], [600, 180])], with7());
    expect(mix).toMatchObject({
      kind: 'mix',
      difference: expect.closeTo(-0.24),
      mix: { value: expect.closeTo(-0.24) },
    });
    expect(mix?.rate.low).toBeLessThan(0);
    expect(mix?.rate.high).toBeGreaterThan(0);
    const rate = mixAndRate([counts('easy', [800, 720], [800, 480]), counts('hard', [200, 60], [200, 60])], with7());
    expect(rate).toMatchObject({ kind: 'rate', slices: [{ slice: 'easy' }, { slice: 'hard' }] });
    const both = mixAndRate([counts('easy', [800, 720], [400, 240]), counts('hard', [200, 60], [600, 180])], with7());
    expect(both?.kind).toBe('both');
    expect(mixAndRate([counts('easy', [40, 20], [30, 14])], with7())?.kind).toBe('unclear');
    expect(mixAndRate([counts('easy', [0, 0], [30, 14])], with7())).toBeNull();
  });

  test('a new slice has a line of its own', () => {
    const found = mixAndRate([counts('old', [900, 810], [600, 540]), counts('new', [0, 0], [300, 30])], with7());
    expect(found).toMatchObject({ kind: 'mix', fresh: ['new'], gone: [] });
  });

  test('both parts add up to the difference, and the intervals hold the parts', () => {
    const side = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }));
    const slice = fc
      .tuple(side, side)
      .map(([[n, p], [m, q]]) => counts('s', [n, Math.round(n * p)], [m, Math.round(m * q)]));
    fc.assert(
      fc.property(fc.array(slice, { minLength: 1, maxLength: 4 }), (slices) => {
        const found = mixAndRate(slices, with7());
        if (found === null) throw new Error('both sides have trajectories');
        expect(found.mix.value + found.rate.value).toBeCloseTo(found.difference, 10);
        expect(found.mix.low).toBeLessThanOrEqual(found.mix.value + 0.02);
        expect(found.mix.high).toBeGreaterThanOrEqual(found.mix.value - 0.02);
      }),
      { numRuns: 25 },
    );
  });

  test('intervals of the rate cover it about as often as they say', () => {
    const random = seededRandom('coverage');
    const draw = (n: number, p: number) => Array.from({ length: n }, random).filter((u) => u < p).length;
    const covered = Array.from({ length: 120 }, () => {
      const slices = [
        counts('a', [300, draw(300, 0.9)], [300, draw(300, 0.8)]),
        counts('b', [200, draw(200, 0.5)], [200, draw(200, 0.5)]),
      ];
      const found = mixAndRate(slices, { overdispersion: 1, random });
      return found !== null && found.rate.low <= -0.06 && found.rate.high >= -0.06;
    }).filter(Boolean).length;
    expect(covered).toBeGreaterThanOrEqual(108);
  });
});

const SUCCESS: RateDimension = { kind: 'success' };
const stream = (group: Group, of: (at: number) => readonly [number, number]) => ({
  ...{ measure: 'rate' as const, dimension: SUCCESS, group },
  days: Array.from({ length: 40 }, (_, at) => ({ at, trials: of(at)[0], successes: of(at)[1] })),
});
const entry = (kind: LedgerEntry['kind'], hours: number): LedgerEntry => ({
  ...{ id: `${kind} ${hours}`, kind, atUs: hours * 3.6e9, name: 'x', from: null, to: 'y', what: `${kind} x` },
  ...{ commit: null, trajectoryId: null, decides: null },
});

describe('the attribution of a shift', () => {
  const shift = (group: Group) => ({
    ...{ dimension: SUCCESS, group, category: null, alarmAt: 36, from: 30, to: 30 },
    suspects: [
      { id: 'model_pin 720', probability: 0.7 },
      { id: 'prompt 700', probability: 0.2 },
      { id: null, probability: 0.1 },
    ],
  });
  const entries = [entry('model_pin', 720), entry('prompt', 700)];
  const slices = (easy: (at: number) => readonly [number, number], hard: (at: number) => readonly [number, number]) => [
    stream({ kind: 'slice', name: 'easy' }, easy),
    stream({ kind: 'slice', name: 'hard' }, hard),
    stream({ kind: 'all' }, (at) => [easy(at)[0] + hard(at)[0], easy(at)[1] + hard(at)[1]]),
  ];

  test('gives the layers of the suspects where rates within slices fell', () => {
    const streams = slices(
      (at) => (at < 30 ? [50, 45] : [50, 30]),
      () => [30, 15],
    );
    const found = attributionOf(shift({ kind: 'all' }), streams, entries, seededRandom('1'));
    expect(found.split?.kind).toBe('rate');
    expect(found.layers.map(({ layer, probability }) => [layer, probability])).toEqual([
      ...[
        ['foundation_model', 0.7],
        ['scaffolding', expect.closeTo(0.2)],
        ['unknown', expect.closeTo(0.1)],
      ],
    ]);
    expect(found.layers[0]?.evidence).toEqual(['model pin: model_pin x']);
    expect(found.suspects).toEqual([
      ...shift({ kind: 'all' }).suspects.slice(0, 2),
      { id: null, probability: expect.closeTo(0.1) },
    ]);
  });

  test('is a shift of the distribution where the mix alone changed, whoever is suspected', () => {
    const streams = slices(
      (at) => (at < 30 ? [50, 45] : [20, 18]),
      (at) => (at < 30 ? [30, 9] : [60, 18]),
    );
    const found = attributionOf(shift({ kind: 'all' }), streams, entries, seededRandom('1'));
    expect(found.split?.kind).toBe('mix');
    expect(found.layers).toEqual([
      { layer: 'distribution_shift', probability: 1, evidence: ['the mix of tasks changed, most by easy'] },
    ]);
    expect(found.suspects).toEqual([{ id: null, probability: 1 }]);
  });

  test('shares what the mix leaves among the suspects where both changed', () => {
    const streams = slices(
      (at) => (at < 30 ? [50, 45] : [20, 12]),
      (at) => (at < 30 ? [30, 9] : [60, 18]),
    );
    const { split, suspects, layers } = attributionOf(shift({ kind: 'all' }), streams, entries, seededRandom('1'));
    expect(split?.kind).toBe('both');
    const [pin, prompt, none] = suspects.map(({ probability }) => probability);
    expect(pin).toBeCloseTo(layers.find(({ layer }) => layer === 'foundation_model')?.probability ?? 0);
    expect(none).toBeGreaterThan(0.5);
    expect((pin ?? 0) + (prompt ?? 0) + (none ?? 0)).toBeCloseTo(1);
  });

  test('is a shift of the distribution where a category has another share by the mix alone', () => {
    const tools = (group: Group, of: (at: number) => readonly [number, number]) => ({
      ...{ measure: 'category' as const, dimension: { kind: 'first_tool' } as const, group },
      days: Array.from({ length: 40 }, (_, at) => {
        const [find, book] = of(at);
        return { at, counts: new Map(Object.entries({ find, book })) };
      }),
    });
    const easy = (at: number) => (at < 30 ? ([45, 5] as const) : ([18, 2] as const));
    const hard = (at: number) => (at < 30 ? ([9, 21] as const) : ([18, 42] as const));
    const streams = [
      tools({ kind: 'slice', name: 'easy' }, easy),
      tools({ kind: 'slice', name: 'hard' }, hard),
      tools({ kind: 'all' }, (at) => [easy(at)[0] + hard(at)[0], easy(at)[1] + hard(at)[1]]),
    ];
    const moved = { ...shift({ kind: 'all' }), dimension: { kind: 'first_tool' } as const };
    const found = attributionOf({ ...moved, category: 'book' }, streams, entries, seededRandom('1'));
    expect([found.split?.kind, found.suspects]).toEqual(['mix', [{ id: null, probability: 1 }]]);
    // What no slice had before cannot be split over them
    expect(attributionOf({ ...moved, category: '(new)' }, streams, entries, seededRandom('1')).split).toBeNull();
  });

  test('is a shift of the distribution where a typical number moved by the mix alone, and of none where it moved itself', () => {
    const durations = (group: Group, of: (at: number) => readonly [count: number, ms: number]) => ({
      ...{ measure: 'number' as const, dimension: { kind: 'duration' } as const, group },
      days: Array.from({ length: 40 }, (_, at) => {
        const [count, ms] = of(at);
        return { at, count, location: Math.log(ms), variance: 0.25 / count };
      }),
    });
    const moved = { ...shift({ kind: 'all' }), dimension: { kind: 'duration' } as const };
    const found = (hard: (at: number) => readonly [number, number], inNoSlice = 0) =>
      attributionOf(
        moved,
        [
          durations({ kind: 'slice', name: 'easy' }, (at) => (at < 30 ? [50, 800] : [20, 800])),
          durations({ kind: 'slice', name: 'hard' }, hard),
          durations({ kind: 'all' }, (at) => [(at < 30 ? 50 : 20) + hard(at)[0] + inNoSlice, 2000]),
        ],
        entries,
        seededRandom('1'),
      );
    const mix = found((at) => (at < 30 ? [30, 4000] : [60, 4000]));
    expect([mix.split?.kind, mix.suspects]).toEqual(['mix', [{ id: null, probability: 1 }]]);
    expect(mix.split?.mix.value).toBeCloseTo((60 / 80 - 30 / 80) * Math.log(4000 / 800));
    const slower = found((at) => (at < 30 ? [50 / 3, 4000] : [20 / 3, 12_000]));
    expect([slower.split?.kind, slower.suspects[0]?.probability]).toEqual(['rate', 0.7]);
    expect(found((at) => (at < 30 ? [30, 4000] : [60, 4000]), 9).split).toBeNull();
  });

  test('splits nothing over slices that overlap, or for one slice alone', () => {
    const streams = [
      ...slices(
        () => [50, 45],
        () => [30, 9],
      ),
      stream({ kind: 'slice', name: 'both' }, () => [30, 20]),
    ];
    expect(attributionOf(shift({ kind: 'all' }), streams, entries, seededRandom('1')).split).toBeNull();
    const one = attributionOf(shift({ kind: 'slice', name: 'easy' }), streams, entries, seededRandom('1'));
    expect(one.split).toBeNull();
  });

  test('suspects no model that had never been asked before', () => {
    const first = entry('model_fingerprint', 5);
    expect(ledgerSuspects([first, { ...first, id: 'again', from: 'z' }])).toEqual([{ id: 'again', atHours: 5 }]);
  });
});
