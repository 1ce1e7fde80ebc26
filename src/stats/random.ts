import { sha256 } from '../trace/index.ts';

/** Draws numbers in [0, 1). */
export type Random = () => number;

/**
 * A reproducible generator: equal seeds give equal sequences. For ordering and simulation, never for secrets.
 * sfc32 (Doty-Humphrey, PractRand), its state taken from the seed's SHA-256.
 */
export function seededRandom(seed: string): Random {
  const digest = sha256(seed);
  const word = (index: number): number => Number.parseInt(digest.slice(index * 8, index * 8 + 8), 16) | 0;
  let [a, b, c, counter] = [word(0), word(1), word(2), word(3)];
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
}

/** A new array in random order; every order is equally likely (up to ties of 32-bit keys). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
