import type { Random } from './random.ts';

/** A stratum of `size` values, `chosen` of which belong to arm 1. */
export interface Shape {
  readonly size: number;
  readonly chosen: number;
}

/** For each stratum the indices of the values that carry arm 1's label; reused, so valid during the visit only. */
export type Relabelling = readonly (readonly number[])[];

/** Up to here every relabelling is visited once; beyond, this many less one are drawn at random. */
const MOST_ENUMERATED = 10_000;

/**
 * What the counted relabellings are worth. Enumerated, they are the whole null distribution; drawn, the observed labelling is
 * counted with them, so that a p-value is never too small (Phipson and Smyth 2010, doi:10.2202/1544-6115.1585).
 */
export interface Relabelled {
  readonly isExact: boolean;
  readonly added: 0 | 1;
  /** Relabellings that p-values are shares of, the added one included. */
  readonly total: number;
}

/** Visits relabellings within strata, each as likely as any other: all of them where they are few, else drawn by `random`. */
export function forEachRelabelling(
  shapes: readonly Shape[],
  random: Random,
  visit: (relabelling: Relabelling) => void,
): Relabelled {
  const count = shapes.reduce((product, { size, chosen }) => product * choices(size, chosen), 1);
  if (count > MOST_ENUMERATED) {
    draw(shapes, random, visit);
    return { isExact: false, added: 1, total: MOST_ENUMERATED };
  }
  enumerate(shapes, visit);
  return { isExact: true, added: 0, total: count };
}

function enumerate(shapes: readonly Shape[], visit: (relabelling: Relabelling) => void): void {
  const lists = shapes.map(({ size, chosen }) => combinations(size, chosen));
  const current = lists.map((): readonly number[] => []);
  const fill = (stratum: number): void => {
    const list = lists[stratum];
    if (list === undefined) visit(current);
    for (const combination of list ?? []) {
      current[stratum] = combination;
      fill(stratum + 1);
    }
  };
  fill(0);
}

function draw(shapes: readonly Shape[], random: Random, visit: (relabelling: Relabelling) => void): void {
  const pools = shapes.map(({ size }) => Array.from({ length: size }, (_, index) => index));
  const current = shapes.map(({ chosen }) => new Array<number>(chosen).fill(0));
  for (let round = 1; round < MOST_ENUMERATED; round++) {
    for (let i = 0; i < current.length; i++) pick(pools[i] ?? [], current[i] ?? [], random);
    visit(current);
  }
}

/** The first steps of Fisher and Yates' shuffle: a pool in any order gives a uniform choice. */
function pick(pool: number[], chosen: number[], random: Random): void {
  for (let i = 0; i < chosen.length; i++) {
    const j = i + Math.floor(random() * (pool.length - i));
    const index = pool[j] ?? 0;
    pool[j] = pool[i] ?? 0;
    pool[i] = index;
    chosen[i] = index;
  }
}

function combinations(size: number, chosen: number, from = 0): number[][] {
  if (chosen === 0) return [[]];
  const found: number[][] = [];
  for (let first = from; first <= size - chosen; first++) {
    for (const rest of combinations(size, chosen - 1, first + 1)) found.push([first, ...rest]);
  }
  return found;
}

function choices(size: number, chosen: number): number {
  let count = 1;
  for (let i = 1; i <= chosen; i++) count = (count * (size - chosen + i)) / i;
  return Math.round(count);
}
