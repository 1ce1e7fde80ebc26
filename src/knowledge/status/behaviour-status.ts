import { type BinCount, type Limits, normalQuantile, wilson } from '../../stats/index.ts';
import { dayNumber } from '../behaviour/day-number.ts';
import type { CategoryDimension, Group, NumberDimension, RateDimension } from '../behaviour/dimensions.ts';
import { groupKey } from '../behaviour/dimensions.ts';
import type { SummarisedDay } from '../behaviour/streams.ts';
import {
  type CategoryStream,
  type NumberStream,
  type RateStream,
  type Stream,
  streamsOf,
} from '../behaviour/streams.ts';
import { numberBaseline } from '../drift/number-drift.ts';
import { rateBaseline } from '../drift/rate-drift.ts';
import { baselineBins, driftRules } from '../drift/watch.ts';

/** How the agent behaves, as of the newest day. */
export interface BehaviourStatus {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** The newest days, and how many there are in all. */
  readonly days: number;
  /** All traffic first, then the slices, then the cohorts, those with the most traffic first. */
  readonly groups: readonly GroupStatus[];
}

export interface GroupStatus {
  readonly group: Group;
  /** On the newest day. */
  readonly trajectories: number;
  readonly measures: readonly MeasureStatus[];
  readonly shares: readonly ShareStatus[];
}

/** A rate, or the typical value of a number. */
export interface MeasureStatus {
  readonly dimension: RateDimension | NumberDimension;
  /** The newest days, one after another; null = nothing was seen that day. */
  readonly series: readonly (number | null)[];
  /** On the newest day, with its 95 % interval. */
  readonly latest: number | null;
  readonly limits: Limits | null;
  /** On such weekdays; null = there is no baseline yet. */
  readonly usual: number | null;
}

interface ShareStatus {
  readonly dimension: CategoryDimension;
  /** On the newest day, the largest first. */
  readonly shares: readonly { readonly name: string; readonly share: number }[];
}

const SERIES_DAYS = 28;
const RULES = driftRules(1);
const CONFIDENCE = 0.975;

/** Days ascend; null = there is none. */
export function behaviourStatus(days: readonly SummarisedDay[]): BehaviourStatus | null {
  const newest = days.at(-1);
  const at = newest === undefined ? null : dayNumber(newest.day);
  if (newest === undefined || at === null) return null;
  const byGroup = Map.groupBy(streamsOf(days), ({ group }) => groupKey(group));
  const groups = newest.summaries.list().map(({ group, summary: { trajectories } }): GroupStatus => {
    const streams = byGroup.get(groupKey(group)) ?? [];
    return {
      group,
      trajectories,
      measures: streams.flatMap((stream) => measureOf(stream, at) ?? []),
      shares: streams.flatMap((stream) => (stream.measure === 'category' ? (sharesOf(stream, at) ?? []) : [])),
    };
  });
  return { day: newest.day, days: days.length, groups: groups.sort(inOrder) };
}

const PLACES = { all: 0, slice: 1, cohort: 2 } as const;

function inOrder(a: GroupStatus, b: GroupStatus): number {
  return PLACES[a.group.kind] - PLACES[b.group.kind] || b.trajectories - a.trajectories;
}

function measureOf(stream: Stream, at: number): MeasureStatus | null {
  switch (stream.measure) {
    case 'rate':
      return rateStatus(stream, at);
    case 'number':
      return numberStatus(stream, at);
    case 'category':
      return null;
    default:
      return stream satisfies never;
  }
}

function rateStatus({ dimension, days }: RateStream, at: number): MeasureStatus {
  const rateOf = ({ trials, successes }: BinCount): number | null => (trials === 0 ? null : successes / trials);
  const today = days.find((day) => day.at === at);
  const latest = today === undefined ? null : rateOf(today);
  const limits =
    latest === null || today === undefined
      ? null
      : wilson({ rate: latest, trials: today.trials }, normalQuantile(CONFIDENCE));
  const baseline = rateBaseline(baselineBins(days, at, RULES, []), RULES);
  return { dimension, series: seriesOf(days, at, rateOf), latest, limits, usual: baseline?.rate(at) ?? null };
}

function numberStatus({ dimension, days }: NumberStream, at: number): MeasureStatus {
  const today = days.find((day) => day.at === at);
  const half = today === undefined ? 0 : normalQuantile(CONFIDENCE) * Math.sqrt(today.variance);
  const mean = numberBaseline(baselineBins(days, at, RULES, []), RULES)?.location(at)?.mean;
  return {
    dimension,
    series: seriesOf(days, at, ({ location }) => Math.exp(location)),
    latest: today === undefined ? null : Math.exp(today.location),
    limits:
      today === undefined ? null : { low: Math.exp(today.location - half), high: Math.exp(today.location + half) },
    usual: mean === undefined ? null : Math.exp(mean),
  };
}

function sharesOf({ dimension, days }: CategoryStream, at: number): ShareStatus | null {
  const counts = days.find((day) => day.at === at)?.counts;
  if (counts === undefined) return null;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const shares = [...counts].map(([name, count]) => ({ name, share: count / total }));
  return { dimension, shares: shares.sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1)) };
}

function seriesOf<Bin extends { readonly at: number }>(
  days: readonly Bin[],
  at: number,
  seenOn: (day: Bin) => number | null,
): readonly (number | null)[] {
  const values = new Map(days.map((day) => [day.at, seenOn(day)]));
  return Array.from({ length: SERIES_DAYS }, (_, index) => values.get(at - SERIES_DAYS + 1 + index) ?? null);
}
