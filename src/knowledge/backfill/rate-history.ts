import { type Limits, normalQuantile, wilson } from '../../stats/index.ts';
import { dayNumber, dayOfNumber } from '../behaviour/day-number.ts';
import type { Group } from '../behaviour/dimensions.ts';
import type { SummarisedDay } from '../behaviour/streams.ts';
import { HYPOTHESIS_RATE } from './rate-builder.ts';

/** A rate with its 95 % interval; null where there was no trial. */
export interface RateSeen {
  readonly trials: number;
  readonly successes: number;
  readonly limits: Limits | null;
}

/** A day, or a week by its first day (Mondays). */
export interface Period extends RateSeen {
  readonly from: string;
}

/** How often a hypothesis held: over time in all traffic, and in each group over all of the time. */
export interface RateHistory {
  readonly unit: 'day' | 'week';
  readonly periods: readonly Period[];
  readonly groups: readonly (RateSeen & { readonly group: Group })[];
}

/** So many days are told one by one. */
const MAX_DAYS = 35;
const WEEK = 7;
/** 1970-01-05 was a Monday. */
const MONDAY = 4;
const CONFIDENCE = 0.975;

/** The rate of a hypothesis, recovered from its days (ascending). */
export function rateHistory(days: readonly SummarisedDay[]): RateHistory {
  const unit = days.length > MAX_DAYS ? 'week' : 'day';
  const periods = new Map<string, Counts>();
  const groups = new Map<string, Counts & { readonly group: Group }>();
  for (const { day, summaries } of days) {
    for (const { group, summary } of summaries.list()) {
      const rate = summary.rates.get(HYPOTHESIS_RATE);
      if (rate === undefined) continue;
      const key = JSON.stringify(group);
      addTo(groups, key, { group, trials: 0, successes: 0 }, rate);
      if (group.kind === 'all') addTo(periods, unit === 'day' ? day : mondayOf(day), { trials: 0, successes: 0 }, rate);
    }
  }
  return {
    unit,
    periods: [...periods].map(([from, counts]) => ({ from, ...seen(counts) })),
    groups: [...groups.values()].map((counts) => ({ group: counts.group, ...seen(counts) })),
  };
}

interface Counts {
  trials: number;
  successes: number;
}

function addTo<T extends Counts>(map: Map<string, T>, key: string, fresh: T, more: Readonly<Counts>): void {
  const counts = map.get(key) ?? fresh;
  counts.trials += more.trials;
  counts.successes += more.successes;
  map.set(key, counts);
}

function seen({ trials, successes }: Readonly<Counts>): RateSeen {
  const limits = trials === 0 ? null : wilson({ rate: successes / trials, trials }, normalQuantile(CONFIDENCE));
  return { trials, successes, limits };
}

function mondayOf(day: string): string {
  const at = dayNumber(day) ?? 0;
  return dayOfNumber(at - ((((at - MONDAY) % WEEK) + WEEK) % WEEK));
}
