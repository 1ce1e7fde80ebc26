import type { CaseFacts } from '../../src/compare/index.ts';
import type { Random } from '../../src/stats/index.ts';

/** A simulated corpus: what `compare` knows of its cases, and their true pass rates on base. */
export interface Corpus {
  readonly facts: readonly CaseFacts[];
  readonly rates: ReadonlyMap<string, number>;
  readonly slices: ReadonlyMap<string, readonly string[]>;
}

export type Mixture = 'reference' | 'all_flaky' | 'deterministic';

export interface CorpusKind {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly mixture: Mixture;
  /** The slice of good cases that scenarios of one slice change. */
  readonly target: number;
  /** Slices are drawn from so many cases and overlap; left out = each case is in one. */
  readonly overlapping?: number;
}

/** The corpus that every row stands on unless it says otherwise: 650 cases in 12 slices; slice 6 has 40 good cases. */
export const REFERENCE: CorpusKind = {
  name: '650 cases',
  sizes: [10, 10, 15, 20, 25, 30, 40, 40, 60, 80, 120, 200],
  mixture: 'reference',
  target: 6,
};
export const TINY_SLICE: CorpusKind = { ...REFERENCE, target: 0 };
export const SMALL: CorpusKind = { name: '80 cases', sizes: [5, 10, 15, 20, 30], mixture: 'reference', target: 2 };
export const WIDE: CorpusKind = {
  ...REFERENCE,
  name: '2100 cases',
  sizes: [...REFERENCE.sizes, ...Array.from({ length: 10 }, () => 145)],
};
export const FLAKY: CorpusKind = { ...REFERENCE, name: '650 all flaky', mixture: 'all_flaky' };
export const DETERMINISTIC: CorpusKind = { ...REFERENCE, name: '650 deterministic', mixture: 'deterministic' };

/** 100 overlapping slices, half of them smaller than 200 cases, none larger than 1,000. */
export const LARGE: CorpusKind = {
  name: '10,000 cases',
  sizes: Array.from({ length: 100 }, (_, i) => Math.round(40 * 25 ** (i / 99))),
  mixture: 'reference',
  target: 50,
  overlapping: 10_000,
};

export function targetOf(kind: CorpusKind): string {
  return `slice-${kind.target}`;
}

export function drawCorpus(kind: CorpusKind, storedTrials: number, random: Random): Corpus {
  const slices = kind.overlapping === undefined ? apart(kind.sizes) : overlapping(kind.sizes, kind.overlapping, random);
  const target = new Set(slices.get(targetOf(kind)) ?? []);
  const named = new Map<string, string[]>();
  for (let place = 0; place < (kind.overlapping ?? 0); place++) named.set(`all-${place}`, []);
  for (const [name, ids] of slices) for (const id of ids) named.set(id, [...(named.get(id) ?? []), name]);
  const facts = [...named].map(
    ([id, names]): CaseFacts => ({
      id,
      slices: names,
      cohorts: [],
      cluster: null,
      gates: true,
      storedTrials,
      expected: null,
    }),
  );
  const rates = new Map(facts.map(({ id }) => [id, drawRate(kind.mixture, target.has(id), random)]));
  return { facts, rates, slices };
}

function apart(sizes: readonly number[]): Map<string, readonly string[]> {
  return new Map(
    sizes.map((size, index) => [`slice-${index}`, Array.from({ length: size }, (_, i) => `${index}-${i}`)]),
  );
}

function overlapping(sizes: readonly number[], cases: number, random: Random): Map<string, readonly string[]> {
  return new Map(
    sizes.map((size, index) => {
      const ids = new Set<string>();
      while (ids.size < size) ids.add(`all-${Math.floor(random() * cases)}`);
      return [`slice-${index}`, [...ids]];
    }),
  );
}

function drawRate(mixture: Mixture, isTarget: boolean, random: Random): number {
  const place = random();
  switch (mixture) {
    case 'reference':
      if (isTarget) return place < 0.92 ? beta(97, 3, random) : beta(5, 2, random);
      return place < 0.7 ? beta(97, 3, random) : place < 0.9 ? beta(5, 2, random) : beta(5, 45, random);
    case 'all_flaky':
      return isTarget ? beta(97, 3, random) : beta(8, 2, random);
    case 'deterministic':
      return isTarget || place < 0.9 ? 1 : 0;
    default:
      return mixture satisfies never;
  }
}

function beta(a: number, b: number, random: Random): number {
  const x = gamma(a, random);
  return x / (x + gamma(b, random));
}

/** A whole-number shape: the sum of so many exponential draws. */
function gamma(shape: number, random: Random): number {
  let sum = 0;
  for (let i = 0; i < shape; i++) sum -= Math.log(1 - random());
  return sum;
}
