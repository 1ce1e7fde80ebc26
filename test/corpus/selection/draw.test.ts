import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BottomK } from '../../../src/corpus/selection/bottom-k.ts';
import { calibrate } from '../../../src/corpus/selection/calibrate.ts';
import { type Draw, drawCases } from '../../../src/corpus/selection/draw.ts';
import { type Signature, signatureOf } from '../../../src/corpus/selection/minhash.ts';
import { type Drawable, PopulationBuilder } from '../../../src/corpus/selection/population.ts';
import { hash32 } from '../../../src/corpus/selection/shingles.ts';
import { seededRandom } from '../../../src/stats/index.ts';

interface One extends Drawable {
  /** What it says: equal texts are duplicates. */
  readonly text: string;
  readonly passed: boolean;
}

/** Three slices of 70, 28 and 2 per cent that overlap with one of a tenth; older traffic passes less often. */
function traffic(count: number): One[] {
  const random = seededRandom('traffic');
  return Array.from({ length: count }, (_, i) => {
    const luck = random();
    const age = Math.floor(random() * 90);
    const day = new Date(Date.UTC(2026, 10, 20) - age * 86_400_000).toISOString().slice(0, 10);
    const slices = [luck < 0.7 ? 'question' : luck < 0.98 ? 'refund' : 'rare', ...(random() < 0.1 ? ['long'] : [])];
    const id = `t-${String(i).padStart(5, '0')}`;
    const startUs = Date.parse(day) * 1000 + i;
    return { id, traceId: id, day, startUs, slices, text: id, passed: random() < 0.9 - age / 150 };
  });
}

const SIGNATURES = new Map<string, Signature>();
function signatureFor(text: string): Signature {
  const known = SIGNATURES.get(text) ?? signatureOf(new Set([0, 1, 2, 3].map((i) => hash32(`${text} ${i}`))));
  SIGNATURES.set(text, known);
  return known;
}

function draw(all: readonly One[], { seed = '1', size = 60, perSlice = 10 } = {}): Draw {
  const builder = new PopulationBuilder({ seed, size, perSlice, newestDay: '2026-11-20' });
  for (const one of all) builder.add(one, () => signatureFor(one.text));
  return drawCases(builder.build());
}

const total = (drawn: Draw): number => drawn.cases.reduce((sum, { weight }) => sum + weight, 0);
const ids = (drawn: Draw): string[] => drawn.cases.map(({ candidate }) => candidate.id);
const all = traffic(3000);

describe('drawn cases', () => {
  const drawn = draw(all);

  test('are as many as asked for, and every slice has its least', () => {
    const counts = Object.fromEntries(drawn.slices.map(({ name, cases }) => [name, cases]));
    expect(drawn.cases.length).toBeGreaterThanOrEqual(60);
    expect(drawn.cases.length).toBeLessThanOrEqual(60 + 4 * 10);
    for (const name of ['question', 'refund', 'rare', 'long']) expect(counts[name], name).toBeGreaterThanOrEqual(10);
  });

  test('weigh what the traffic of each slice counts, and together all of it', () => {
    expect(total(drawn)).toBeCloseTo(3000, 3);
    for (const { name, weight, traffic: count } of drawn.slices) {
      expect(weight, name).toBeCloseTo(count, 3);
      expect(count, name).toBe(all.filter(({ slices }) => slices.includes(name)).length);
    }
    expect(drawn.rateError).toBeLessThan(1e-6);
  });

  test('come the newest first, and newer traffic is drawn more often', () => {
    const starts = drawn.cases.map(({ candidate }) => candidate.startUs ?? 0);
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
    const ages = drawn.cases.map(
      ({ candidate }) => (Date.UTC(2026, 10, 20) - Date.parse(candidate.day ?? '')) / 86_400_000,
    );
    // Uniform over 90 days it would be 44.5
    expect(ages.reduce((sum, age) => sum + age, 0) / ages.length).toBeLessThan(38);
  });

  test('are the same for the same seed, in whatever order the traffic comes, and others for another seed', () => {
    expect(draw(all.toReversed())).toEqual(drawn);
    expect(ids(draw(all, { seed: '2' }))).not.toEqual(ids(drawn));
  });

  test('are mostly the same when a little traffic is added', () => {
    const more = draw([...all, ...traffic(3060).slice(3000)]);
    expect(new Set(ids(drawn)).intersection(new Set(ids(more))).size / ids(drawn).length).toBeGreaterThan(0.9);
  });

  test('estimate a rate of the traffic without bias, although old traffic is drawn less and rare slices more', () => {
    const some = all.slice(0, 1000);
    const truth = some.filter(({ passed }) => passed).length / some.length;
    const passed = new Map(some.map((one) => [one.id, one.passed]));
    const weighted: number[] = [];
    const plain: number[] = [];
    for (let seed = 0; seed < 60; seed += 1) {
      const one = draw(some, { seed: `rate ${seed}` });
      const good = one.cases.filter(({ candidate }) => passed.get(candidate.id));
      weighted.push(good.reduce((sum, { weight }) => sum + weight, 0) / total(one));
      plain.push(good.length / one.cases.length);
    }
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    // The standard error of 60 samples of about 70 cases is about 0.007
    expect(Math.abs(mean(weighted) - truth)).toBeLessThan(0.015);
    expect(Math.abs(mean(plain) - truth)).toBeGreaterThan(0.02);
  });

  test('are all of a small traffic, each for itself', () => {
    const few = draw(all.slice(0, 30));
    expect(ids(few).sort()).toEqual(all.slice(0, 30).map(({ id }) => id));
    for (const { weight } of few.cases) expect(weight).toBeCloseTo(1, 6);
  });
});

describe('near-duplicates', () => {
  // Every text four times, at different times, in the same slices
  const repeated = all.slice(0, 1000).flatMap((one) =>
    [0, 1, 2, 3].map((copy) => ({
      ...one,
      id: `${one.id}-${copy}`,
      traceId: `${one.id}-${copy}`,
      startUs: (one.startUs ?? 0) + copy * 60_000_000,
    })),
  );

  test('leave one case, the newest, that stands for them too', () => {
    const some = repeated.slice(0, 80);
    const drawn = draw(some);
    expect(ids(drawn).sort()).toEqual(some.filter((_, i) => i % 4 === 3).map(({ id }) => id));
    expect(drawn.nearDuplicates).toBe(60);
    for (const { weight } of drawn.cases) expect(weight).toBeCloseTo(4, 6);
  });

  test('without a time are stood for by any of them: not by the first in the alphabet, with its outcome', () => {
    // Of four that are nearly the same the one named 0 failed.
    const timeless = repeated.slice(0, 800).map((one) => ({ ...one, day: null, startUs: null }));
    const drawn = draw(timeless, { size: 200 });
    const failed = drawn.cases.filter(({ candidate }) => candidate.id.endsWith('-0'));
    const rate = failed.reduce((sum, { weight }) => sum + weight, 0) / total(drawn);
    // The standard error of 200 cases is 0.03
    expect(Math.abs(rate - 0.25)).toBeLessThan(0.1);
  });

  test('do not take the place of other cases, nor change the rates', () => {
    const drawn = draw(repeated);
    expect(drawn.cases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ids(drawn).map((id) => id.slice(0, 7))).size).toBe(drawn.cases.length);
    for (const { name, cases, weight, traffic: count } of drawn.slices) {
      expect(cases, name).toBeGreaterThanOrEqual(10);
      expect(weight, name).toBeCloseTo(count, 3);
    }
  });
});

describe('what makes no case', () => {
  test('counts in the traffic all the same', () => {
    const builder = new PopulationBuilder({ seed: '1', size: 50, perSlice: 5, newestDay: null });
    for (const one of all.slice(0, 1000)) builder.add(one, one.passed ? () => signatureFor(one.text) : null);
    const { slices, cases } = drawCases(builder.build());
    const refund = slices.find(({ name }) => name === 'refund');
    expect(refund?.traffic).toBe(all.slice(0, 1000).filter((one) => one.slices.includes('refund')).length);
    expect(refund?.weight).toBeCloseTo(refund?.traffic ?? 0, 3);
    expect(refund?.eligible).toBeLessThan(refund?.traffic ?? 0);
    expect(cases.every(({ candidate }) => all.find(({ id }) => id === candidate.id)?.passed)).toBe(true);
  });

  test('may be a whole slice, or everything', () => {
    const builder = new PopulationBuilder({ seed: '1', size: 50, perSlice: 5, newestDay: null });
    for (const one of all.slice(0, 300)) {
      const unusable = one.slices.includes('refund');
      builder.add(one, unusable ? null : () => signatureFor(one.text));
    }
    const drawn = drawCases(builder.build());
    expect(drawn.slices.find(({ name }) => name === 'refund')).toMatchObject({ cases: 0, weight: 0, eligible: 0 });
    expect(total(drawn)).toBeCloseTo(300, 3);
    const empty = new PopulationBuilder({ seed: '1', size: 50, perSlice: 5, newestDay: null });
    expect(drawCases(empty.build())).toEqual({ cases: [], nearDuplicates: 0, slices: [], rateError: 0 });
  });
});

test('memory does not grow with the traffic, nor with the values of an attribute', () => {
  const builder = new PopulationBuilder({ seed: '1', size: 20, perSlice: 2, newestDay: null });
  let signatures = 0;
  for (let i = 0; i < 20_000; i += 1) {
    const one = { id: `${i}`, traceId: null, day: null, startUs: null, slices: [`s${i % 10}`, `user ${i}`] };
    builder.add(one, () => {
      signatures += 1;
      return new Uint32Array(256);
    });
  }
  const { candidates, slices, sliceless, all: whole } = builder.build();
  expect(slices.size).toBe(500);
  expect(sliceless).toBe(20_000 - 490);
  expect(whole.traffic).toBe(20_000);
  expect(candidates.length).toBeLessThanOrEqual(4 * (20 + 2 * 500));
  // What is not kept costs nothing
  expect(signatures).toBeLessThan(2500);
});

test('the smallest ranks are kept, and the smallest of the others is known', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (ranks, capacity) => {
      const kept = new BottomK<number>(capacity);
      for (const rank of ranks) kept.offer(rank, () => rank);
      const sorted = ranks.toSorted((a, b) => a - b);
      expect(kept.items().sort((a, b) => a - b)).toEqual(sorted.slice(0, capacity));
      expect(kept.turnedAway).toBe(sorted[capacity] ?? null);
    }),
  );
});

describe('calibrated weights', () => {
  test('meet margins that overlap', () => {
    const margins = [
      { total: 50, members: [0, 1, 2] },
      { total: 20, members: [2, 3] },
    ];
    const { weights, error } = calibrate([1, 1, 1, 1, 1], margins, 100);
    const sum = (members: readonly number[]) => members.reduce((before, i) => before + (weights[i] ?? 0), 0);
    expect(sum([0, 1, 2])).toBeCloseTo(50, 6);
    expect(sum([2, 3])).toBeCloseTo(20, 6);
    expect(sum([0, 1, 2, 3, 4])).toBeCloseTo(100, 6);
    expect(error).toBeLessThan(1e-6);
    expect(Math.min(...weights)).toBeGreaterThan(0);
    // What no margin tells apart keeps its proportion
    expect(weights[0]).toBeCloseTo(weights[1] ?? 0, 9);
  });

  test('say how far they are off where margins contradict each other', () => {
    const same = [0, 1];
    const { error } = calibrate(
      [1, 1, 1],
      [
        { total: 10, members: same },
        { total: 30, members: same },
      ],
      100,
    );
    expect(error).toBeGreaterThan(0.3);
  });
});
