/*
 * Games of k players as a list of 2^k values: the value of a coalition stands at the number whose bits are its members.
 */

/**
 * What each player brings, averaged over all orders in which they could join: the only division of `v(all) - v(none)` that is
 * efficient, symmetric, additive and gives nothing to a player that never changes a value. Shapley (1953),
 * doi:10.1515/9781400881970-018. Throws where the number of values is no power of two.
 */
export function shapley(values: readonly number[]): readonly number[] {
  const players = playersOf(values);
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    let share = 0;
    for (let coalition = 0; coalition < values.length; coalition++) {
      if ((coalition & bit) !== 0) continue;
      const weight = 1 / (players * choices(players - 1, sizeOf(coalition)));
      share += weight * ((values[coalition | bit] ?? 0) - (values[coalition] ?? 0));
    }
    return share;
  });
}

/**
 * What each coalition adds to what its parts give: at one player its own effect, at two and more their interaction. They sum to
 * `v(all)` (the first is `v(none)`). Harsanyi (1959). Throws where the number of values is no power of two.
 */
export function dividends(values: readonly number[]): readonly number[] {
  const left = [...values];
  for (let player = 0; player < playersOf(values); player++) {
    const bit = 1 << player;
    for (let coalition = 0; coalition < left.length; coalition++)
      if ((coalition & bit) !== 0) left[coalition] = (left[coalition] ?? 0) - (left[coalition ^ bit] ?? 0);
  }
  return left;
}

function playersOf(values: readonly number[]): number {
  const players = Math.round(Math.log2(values.length));
  if (values.length === 2 ** players) return players;
  throw new Error(`expected the values of all coalitions, received ${values.length}`);
}

function sizeOf(coalition: number): number {
  let size = 0;
  for (let rest = coalition; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}

function choices(size: number, chosen: number): number {
  let count = 1;
  for (let i = 1; i <= chosen; i++) count = (count * (size - chosen + i)) / i;
  return count;
}
