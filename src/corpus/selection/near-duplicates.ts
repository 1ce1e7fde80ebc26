import { bandsOf, resemblance, type Signature } from './minhash.ts';

/** From here on two are near-duplicates. */
export const NEAR = 0.8;

export interface Comparable {
  readonly signature: Signature;
  /** Only items of the same slices are duplicates of each other: a slice loses no kind of case. */
  readonly slices: readonly string[];
}

/**
 * The first of its near-duplicates for each item, by place; an item that is like no earlier one leads itself. Items are compared
 * with leaders alone, so that a chain of small steps does not make duplicates of things that have little in common.
 */
export function leadersOf(items: readonly Comparable[]): readonly number[] {
  const byBand = new Map<string, number[]>();
  return items.map((item, place) => {
    const bands = bandsOf(item.signature);
    const slices = [...item.slices].sort().join('\n');
    const keys = bands.map((band) => `${band}\n${slices}`);
    const candidates = new Set(keys.flatMap((key) => byBand.get(key) ?? []));
    for (const candidate of [...candidates].sort((a, b) => a - b)) {
      const leader = items[candidate];
      if (leader !== undefined && resemblance(item.signature, leader.signature) >= NEAR) return candidate;
    }
    for (const key of keys) {
      const leaders = byBand.get(key);
      if (leaders === undefined) byBand.set(key, [place]);
      else leaders.push(place);
    }
    return place;
  });
}
