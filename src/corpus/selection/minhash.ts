import { hash32, mixed } from './shingles.ts';

/** The least value of each of 256 hash functions over a set: equal places estimate how much two sets have in common. */
export type Signature = Uint32Array;

/** The standard error of an estimate is at most sqrt(0.25 / 256) = 0.031. */
const PLACES = 256;

const SEEDS = Uint32Array.from({ length: PLACES }, (_, place) => hash32(`minhash ${place}`));

/** Broder 1997, "On the resemblance and containment of documents". */
export function signatureOf(shingles: ReadonlySet<number>): Signature {
  const least = new Uint32Array(PLACES).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let place = 0; place < PLACES; place += 1) {
      const value = mixed(shingle ^ (SEEDS[place] ?? 0));
      if (value < (least[place] ?? 0)) least[place] = value;
    }
  }
  return least;
}

/** Estimates the Jaccard index of two sets: what they have in common by what they have together. */
export function resemblance(a: Signature, b: Signature): number {
  let equal = 0;
  for (let place = 0; place < PLACES; place += 1) if (a[place] === b[place]) equal += 1;
  return equal / PLACES;
}

/** Places that make a band: of two sets with a Jaccard index of 0.8, 1 in 10^14 pairs shares none of the 64 bands. */
const ROWS = 4;

/**
 * Sets that have nothing in common hardly ever share one of these; sets that are alike nearly always do. Each stands for a
 * band's values by a hash of 32 bits: two that share one by chance are still to be compared.
 */
export function bandsOf(signature: Signature): number[] {
  const bands: number[] = [];
  for (let at = 0; at < PLACES; at += ROWS) {
    let hash = 0;
    for (let place = at; place < at + ROWS; place += 1) hash = mixed(hash ^ (signature[place] ?? 0));
    bands.push(at * 2 ** 32 + hash);
  }
  return bands;
}
