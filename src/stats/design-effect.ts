/** What ran together in one arm: a row a run, in it each member's outcome (0 or 1). All rows are equally long. */
export type Runs = readonly (readonly number[])[];

/** A unit whose members run together; one that is alone has a single member. */
export interface UnitRuns {
  readonly members: number;
  readonly arms: readonly Runs[];
}

/**
 * By how much the variance of a sum of outcomes exceeds what it would be if the members of a unit were independent: the
 * variance of the runs' totals over the sum of the members' own variances, both within units and arms. At least 1, at most
 * the value of complete dependence, sum(m^2) / sum(m).
 *
 * An estimate: shrunk towards complete dependence by one pseudo degree of freedom, so that few runs claim little, and a
 * single run a unit claims nothing. Trials divided by it are the effective number of independent ones. Not valid where runs
 * of different units depend on each other.
 * Reference: Kish (1965), Survey Sampling, section 5.4; Donner and Klar (2000), ISBN 978-0-340-69153-1.
 */
export function designEffect(units: readonly UnitRuns[]): number {
  let ofTotals = 0;
  let ofMembers = 0;
  let degrees = 0;
  let squares = 0;
  let trials = 0;
  for (const { members, arms } of units) {
    for (const runs of arms) {
      // A unit of which no run is known is no less dependent for that.
      const weight = Math.max(1, runs.length);
      squares += weight * members * members;
      trials += weight * members;
      degrees += Math.max(0, runs.length - 1);
      ofTotals += squaredDeviations(runs.map((run) => run.reduce((sum, outcome) => sum + outcome, 0)));
      for (let member = 0; member < members; member++)
        ofMembers += squaredDeviations(runs.map((run) => run[member] ?? 0));
    }
  }
  const most = trials === 0 ? 1 : squares / trials;
  // Outcomes that never vary say nothing about what they share.
  const measured = ofMembers === 0 ? most : ofTotals / ofMembers;
  return Math.min(most, Math.max(1, (degrees * measured + most) / (degrees + 1)));
}

function squaredDeviations(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
