/** How many there are of a group in the population, and which items of the sample are in it. */
interface Margin {
  readonly total: number;
  readonly members: readonly number[];
}

interface Calibrated {
  readonly weights: readonly number[];
  /** The greatest relative distance between a margin and what its members add up to. */
  readonly error: number;
}

const MAX_SWEEPS = 200;
const CLOSE = 1e-9;

/**
 * Weights as near as may be to those given, of which the members of every margin add up to its total and all together to
 * `population`: raking (Deming and Stephan 1940; Deville and Sarndal 1992). Each margin is met in turn, its members and the
 * others, until all are. Where margins contradict each other, or where a margin has nobody outside of it in the sample,
 * `error` says how far off the weights are. Weights stay greater than 0.
 */
export function calibrate(given: readonly number[], margins: readonly Margin[], population: number): Calibrated {
  const weights = [...given];
  const everybody = weights.map((_, i) => i);
  const groups = margins.filter(({ total, members }) => total > 0 && members.length > 0);
  const targets = groups.flatMap(({ total, members }) => {
    const inside = new Set(members);
    const others = everybody.filter((i) => !inside.has(i));
    return [
      { total, members },
      { total: population - total, members: others },
    ];
  });
  const usable = [...targets, { total: population, members: everybody }].filter(
    ({ total, members }) => total > 0 && members.length > 0,
  );
  let error = errorOf(weights, usable);
  for (let sweep = 0; sweep < MAX_SWEEPS && error > CLOSE; sweep += 1) {
    for (const { total, members } of usable) {
      const sum = sumOf(weights, members);
      for (const i of members) weights[i] = ((weights[i] ?? 0) * total) / sum;
    }
    error = errorOf(weights, usable);
  }
  return { weights, error: errorOf(weights, groups) };
}

function sumOf(weights: readonly number[], members: readonly number[]): number {
  return members.reduce((sum, i) => sum + (weights[i] ?? 0), 0);
}

function errorOf(weights: readonly number[], margins: readonly Margin[]): number {
  return margins.reduce(
    (most, { total, members }) => Math.max(most, Math.abs(sumOf(weights, members) - total) / total),
    0,
  );
}
