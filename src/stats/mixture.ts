/** Share of strata that the alternative "some are dead" takes for dead. */
const DEAD_SHARE = 0.25;

/** `log((1 - w) + w e^logE)` for one stratum of which it is not known whether it is dead. */
export function maybeDead(logE: number): number {
  return logSum([Math.log(1 - DEAD_SHARE), Math.log(DEAD_SHARE) + logE]);
}

/** Log of the mean of numbers given by their logs, without overflow. */
export function logMean(logs: readonly number[]): number {
  return logSum(logs) - Math.log(logs.length);
}

function logSum(logs: readonly number[]): number {
  const greatest = Math.max(...logs);
  return greatest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - greatest), 0));
}

export function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
