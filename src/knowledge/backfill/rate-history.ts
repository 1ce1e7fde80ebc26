import { type Limits, neighbourNoise, noisyLimits, overdispersion } from '../../stats/index.ts';
import { dayNumber, dayOfNumber } from '../behaviour/day-number.ts';
import { type Group, groupKey } from '../behaviour/dimensions.ts';
import type { SummarisedDay } from '../behaviour/streams.ts';
import { increment, type Summary } from '../behaviour/summary.ts';
import { HYPOTHESIS_RATE, UNDETERMINED } from './rate-builder.ts';

/** A rate with its 95 % interval; null where there was no trial. */
export interface RateSeen {
  readonly trials: number;
  readonly successes: number;
  /** Trajectories of which a scorer could not tell; they are no trials. */
  readonly undetermined: number;
  readonly limits: Limits | null;
}

/** A day, or a week by its first day (Mondays). */
export interface Period extends RateSeen {
  readonly from: string;
}

/** Over all of the time, and period by period. */
export interface GroupHistory extends RateSeen {
  readonly group: Group;
  readonly periods: readonly Period[];
  /** How much more its days vary than by chance, at least 1; the intervals count with it. */
  readonly overdispersion: number;
}

/** How often a hypothesis held, over time and in each group, all traffic first. */
export interface RateHistory {
  readonly unit: 'day' | 'week';
  readonly groups: readonly GroupHistory[];
  /** Why a scorer could not tell, the most frequent reason first. */
  readonly reasons: readonly { readonly reason: string; readonly trajectories: number }[];
}

/** So many days are told one by one. */
const MAX_DAYS = 35;
const WEEK = 7;
/** 1970-01-05 was a Monday. */
const MONDAY = 4;
const CONFIDENCE = 0.95;

/** The rate of a hypothesis, recovered from its days (ascending). Left out: by day, by week where there are many. */
export function rateHistory(
  days: readonly SummarisedDay[],
  unit: RateHistory['unit'] = days.length > MAX_DAYS ? 'week' : 'day',
): RateHistory {
  const groups = new Map<string, { readonly group: Group; readonly days: Day[] }>();
  const reasons = new Map<string, number>();
  for (const { day, summaries } of days) {
    for (const { group, summary } of summaries.list()) {
      const known = groups.get(groupKey(group)) ?? { group, days: [] };
      groups.set(groupKey(group), known);
      known.days.push(dayOf(day, summary));
      if (group.kind !== 'all') continue;
      for (const [reason, count] of summary.categories.get(UNDETERMINED) ?? []) increment(reasons, reason, count);
    }
  }
  return {
    unit,
    groups: [...groups.values()].map(({ group, days: own }) => historyOf(group, own, unit)),
    reasons: [...reasons]
      .map(([reason, trajectories]) => ({ reason, trajectories }))
      .sort((a, b) => b.trajectories - a.trajectories || (a.reason < b.reason ? -1 : 1)),
  };
}

interface Day {
  readonly day: string;
  readonly trials: number;
  readonly successes: number;
  readonly undetermined: number;
}

function dayOf(day: string, { rates, categories }: Summary): Day {
  const { trials, successes } = rates.get(HYPOTHESIS_RATE) ?? { trials: 0, successes: 0 };
  const reasons = [...(categories.get(UNDETERMINED)?.values() ?? [])];
  return { day, trials, successes, undetermined: reasons.reduce((sum, count) => sum + count, 0) };
}

function historyOf(group: Group, days: readonly Day[], unit: RateHistory['unit']): GroupHistory {
  const rho = neighbourNoise(days);
  const periods = Map.groupBy(days, ({ day }) => (unit === 'day' ? day : mondayOf(day)));
  const all = seen(days, rho);
  return {
    group,
    ...all,
    periods: [...periods].map(([from, own]) => ({ from, ...seen(own, rho) })),
    overdispersion: overdispersion(all.trials / Math.max(1, days.filter(({ trials }) => trials > 0).length), rho),
  };
}

function seen(days: readonly Day[], rho: number): RateSeen {
  const sum = (of: (day: Day) => number): number => days.reduce((total, day) => total + of(day), 0);
  return {
    trials: sum(({ trials }) => trials),
    successes: sum(({ successes }) => successes),
    undetermined: sum(({ undetermined }) => undetermined),
    limits: noisyLimits(days, rho, CONFIDENCE),
  };
}

function mondayOf(day: string): string {
  const at = dayNumber(day) ?? 0;
  return dayOfNumber(at - ((((at - MONDAY) % WEEK) + WEEK) % WEEK));
}
