import { createHash } from 'node:crypto';

/** Uniform draws in [0, 1). */
export type Draw = () => number;

/** A stream of draws (sfc32) that a text decides: the same text, the same stream. */
export function drawsFrom(text: string): Draw {
  const seed = createHash('sha256').update(text).digest();
  let a = seed.readUInt32LE(0);
  let b = seed.readUInt32LE(4);
  let c = seed.readUInt32LE(8);
  let counter = seed.readUInt32LE(12);
  return () => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 2 ** 32;
  };
}

export function pick<T>(draw: Draw, items: readonly T[]): T {
  const item = items[Math.floor(draw() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

export function shuffled<T>(draw: Draw, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, key: draw() }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}
