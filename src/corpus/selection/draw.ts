import { calibrate } from './calibrate.ts';
import { leadersOf } from './near-duplicates.ts';
import type { Candidate, Population, Stratum } from './population.ts';

interface DrawnCase {
  readonly candidate: Candidate;
  /** How many trajectories of the traffic it stands for. */
  readonly weight: number;
}

export interface Draw {
  /** The newest first. */
  readonly cases: readonly DrawnCase[];
  /** Drawn, and left out because a newer one is nearly the same: that one stands for them too. */
  readonly nearDuplicates: number;
  readonly slices: readonly DrawnSlice[];
  /** The greatest relative distance between a slice's traffic and the weights of its cases; 0 = none. */
  readonly rateError: number;
}

interface DrawnSlice extends Stratum {
  readonly name: string;
  readonly cases: number;
  /** What the weights of its cases add up to. */
  readonly weight: number;
}

/** How far a stratum has got: the first rank that it had no more need of is its threshold. */
interface Filling {
  readonly stratum: Stratum;
  cases: number;
  threshold: number | null;
}

/**
 * Draws cases out of the candidates, in the order of their ranks, until every stratum has what it wants. Of near-duplicates the
 * newest is the case.
 *
 * The estimator: of a stratum whose threshold is t, a trajectory of recency r was drawn with probability min(1, r t); in several
 * strata with the greatest of these, since its rank is the same in each. A drawn trajectory stands for 1 / probability (Horvitz
 * and Thompson 1952), a case for itself and its near-duplicates. These weights are then calibrated, so that the cases of each
 * slice add up to exactly the slice's traffic, and all cases to all of it. A rate of the traffic is estimated by the sum of
 * the weights of the cases that have the property, divided by the sum of all weights.
 */
export function drawCases(population: Population): Draw {
  const fillings = new Map([...population.slices].map(([name, stratum]) => [name, open(stratum)]));
  const all = open(population.all);
  const strataOf = ({ slices }: Candidate): Filling[] => [all, ...slices.flatMap((name) => fillings.get(name) ?? [])];
  const leaderOf = leadersAmong(population.candidates);
  const taken = new Map<Candidate, Candidate[]>();
  for (const candidate of [...population.candidates].sort(byRank)) {
    const strata = strataOf(candidate);
    const needing = strata.filter(({ cases, stratum }) => cases < stratum.wanted);
    for (const filling of strata) if (!needing.includes(filling)) filling.threshold ??= candidate.rank;
    if (needing.length === 0) continue;
    const leader = leaderOf.get(candidate) ?? candidate;
    const drawn = taken.get(leader);
    if (drawn !== undefined) drawn.push(candidate);
    else {
      taken.set(leader, [candidate]);
      for (const filling of needing) filling.cases += 1;
    }
  }
  const probabilityOf = (candidate: Candidate): number =>
    Math.max(...strataOf(candidate).map((filling) => Math.min(1, candidate.recency * thresholdOf(filling))));
  const drawn = [...taken].map(([candidate, members]) => ({
    candidate,
    weight: members.reduce((sum, member) => sum + 1 / probabilityOf(member), 0),
  }));
  const nearDuplicates = [...taken.values()].reduce((sum, { length }) => sum + length - 1, 0);
  return calibrated(drawn.sort(byAge), population, nearDuplicates);
}

function open(stratum: Stratum): Filling {
  return { stratum, cases: 0, threshold: null };
}

/** Of a stratum that took all its candidates: where the others begin, if there are others. */
function thresholdOf({ stratum, threshold }: Filling): number {
  return threshold ?? stratum.turnedAway ?? Number.POSITIVE_INFINITY;
}

/** Of each candidate the newest one that is nearly the same. */
function leadersAmong(candidates: readonly Candidate[]): ReadonlyMap<Candidate, Candidate> {
  const newestFirst = candidates.map((candidate) => ({ candidate })).sort(byAge);
  const items = newestFirst.map(({ candidate }) => candidate);
  const places = leadersOf(items);
  return new Map(items.map((candidate, i) => [candidate, items[places[i] ?? i] ?? candidate]));
}

function byRank(a: Candidate, b: Candidate): number {
  return a.rank - b.rank || (a.id < b.id ? -1 : 1);
}

/**
 * The newest first, what has no time last. Of those as old the ranks decide, which are chance: ids begin with a model's name or
 * a task's, and whoever stands for its near-duplicates stands for their outcomes.
 */
function byAge({ candidate: a }: { candidate: Candidate }, { candidate: b }: { candidate: Candidate }): number {
  return (b.startUs ?? 0) - (a.startUs ?? 0) || byRank(a, b);
}

function calibrated(drawn: readonly DrawnCase[], population: Population, nearDuplicates: number): Draw {
  const margins = [...population.slices].map(([name, stratum]) => ({
    ...{ name, stratum, total: stratum.traffic },
    members: drawn.flatMap(({ candidate }, i) => (candidate.slices.includes(name) ? i : [])),
  }));
  const { weights, error } = calibrate(
    drawn.map(({ weight }) => weight),
    margins,
    population.all.traffic,
  );
  const cases = drawn.map(({ candidate }, i) => ({ candidate, weight: significant(weights[i] ?? 0) }));
  const slices = margins.map(({ name, stratum, members }) => ({
    ...stratum,
    ...{ name, cases: members.length },
    weight: members.reduce((sum, i) => sum + (cases[i]?.weight ?? 0), 0),
  }));
  return { cases, nearDuplicates, slices, rateError: drawn.length === 0 ? 0 : error };
}

/** A weight of nine digits is as good as any, and a diff can be read. */
function significant(weight: number): number {
  return Number(weight.toPrecision(9));
}
