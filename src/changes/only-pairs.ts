/** Above this many on a side nobody can say by likeness who was renamed to whom, and comparing all with all takes too long. */
const MAX_CANDIDATES = 200;

/**
 * The pairs of an old and a new one that can only be each other: `isPair` holds, and for no other partner of either. None
 * where there are more than 200 on a side: they then count as removed and added, which is the stricter reading.
 */
export function onlyPairs<T>(
  old: readonly T[],
  now: readonly T[],
  isPair: (old: T, now: T) => boolean,
): readonly (readonly [old: T, now: T])[] {
  if (Math.max(old.length, now.length) > MAX_CANDIDATES) return [];
  const pairs = old.flatMap((one) => now.filter((other) => isPair(one, other)).map((other) => [one, other] as const));
  const partners = new Map<T, number>();
  for (const one of pairs.flat()) partners.set(one, (partners.get(one) ?? 0) + 1);
  return pairs.filter((pair) => pair.every((one) => partners.get(one) === 1));
}
