import { bandsOf, resemblance, type Signature } from './minhash.ts';

/** From here on two are near-duplicates. */
const NEAR = 0.8;

interface Comparable {
  readonly signature: Signature;
  /** Only items of the same slices are duplicates of each other: a slice loses no kind of case. */
  readonly slices: readonly string[];
}

/**
 * The first of its near-duplicates for each item, by place; an item that is like no earlier one leads itself. Items are compared
 * with leaders alone, so that a chain of small steps does not make duplicates of things that have little in common.
 */
export function leadersOf(items: readonly Comparable[]): readonly number[] {
  const bySlices = new Map<string, Map<number, number[]>>();
  return items.map((item, place) => {
    const bands = bandsOf(item.signature);
    const slices = [...item.slices].sort().join('\n');
    const byBand = bySlices.get(slices) ?? new Map<number, number[]>();
    bySlices.set(slices, byBand);
    const candidates = new Set<number>();
    for (const band of bands) for (const candidate of byBand.get(band) ?? []) candidates.add(candidate);
    for (const candidate of [...candidates].sort((a, b) => a - b)) {
      const leader = items[candidate];
      if (leader !== undefined && resemblance(item.signature, leader.signature) >= NEAR) return candidate;
    }
    for (const band of bands) {
      const leaders = byBand.get(band);
      if (leaders === undefined) byBand.set(band, [place]);
      else leaders.push(place);
    }
    return place;
  });
}
