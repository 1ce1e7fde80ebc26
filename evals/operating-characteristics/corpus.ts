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
}

/** STATISTICS.md 3.1: 650 cases in 12 slices; slice 6 has 40 good cases. */
export const REFERENCE: CorpusKind = {
  name: '650 cases',
  sizes: [10, 10, 15, 20, 25, 30, 40, 40, 60, 80, 120, 200],
  mixture: 'reference',
  target: 6,
};
export const TINY_SLICE: CorpusKind = { ...REFERENCE, target: 0 };
export const SMALL: CorpusKind = { name: '80 cases', sizes: [5, 10, 15, 20, 30], mixture: 'reference', target: 2 };
export const FLAKY: CorpusKind = { ...REFERENCE, name: '650 all flaky', mixture: 'all_flaky' };
export const DETERMINISTIC: CorpusKind = { ...REFERENCE, name: '650 deterministic', mixture: 'deterministic' };

export function targetOf(kind: CorpusKind): string {
  return `slice-${kind.target}`;
}

export function drawCorpus(kind: CorpusKind, storedTrials: number, random: Random): Corpus {
  const facts: CaseFacts[] = [];
  const rates = new Map<string, number>();
  const slices = new Map<string, string[]>();
  for (const [index, size] of kind.sizes.entries()) {
    const name = `slice-${index}`;
    const ids = Array.from({ length: size }, (_, i) => `${index}-${i}`);
    slices.set(name, ids);
    for (const id of ids) {
      facts.push({ id, slices: [name], cohorts: [], cluster: null, gates: true, storedTrials });
      rates.set(id, drawRate(kind.mixture, index === kind.target, random));
    }
  }
  return { facts, rates, slices };
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
