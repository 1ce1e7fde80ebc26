import {
  type BinCount,
  changePoint,
  type LocationBin,
  locationChange,
  type SeasonalLocation,
} from '../../stats/index.ts';

/** Where a shift began, and what lies on both sides. */
export interface Place {
  /** Days since 1970-01-01: the 90 % window. */
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
  /** Probability of each day to be the first one after the shift. */
  readonly posterior: readonly { readonly at: number; readonly probability: number }[];
}

const LOOK_BACK_DAYS = 28;
const SHARE = 0.9;

/** The days before an alarm in which its shift is looked for. */
function recentDays<Bin extends { readonly at: number }>(days: readonly Bin[], alarmAt: number): readonly Bin[] {
  return days.filter(({ at }) => at > alarmAt - LOOK_BACK_DAYS && at <= alarmAt);
}

/** Where a rate changed that alarmed on a day; `usual` is its baseline's rate then. */
export function ratePlace(
  days: readonly BinCount[],
  alarmAt: number,
  { usual, overdispersion }: { readonly usual: number; readonly overdispersion: (trials: number) => number },
): Place {
  const recent = recentDays(days, alarmAt);
  const trials = recent.reduce((sum, day) => sum + day.trials, 0) / Math.max(1, recent.length);
  const point = changePoint(recent, { overdispersion: overdispersion(trials), share: SHARE });
  const last = recent.at(-1);
  const now = last === undefined || last.trials === 0 ? 0 : last.successes / last.trials;
  return point === null
    ? atAlarm(alarmAt, usual, now)
    : { ...windowOf(recent, alarmAt, point), before: point.before, after: point.after };
}

/** The same of numbers, with what is usual on weekdays taken out; `before` and `after` are typical numbers. */
export function numberPlace(days: readonly LocationBin[], alarmAt: number, baseline: SeasonalLocation): Place {
  const recent = recentDays(days, alarmAt);
  const usual = average(recent.flatMap(({ at }) => baseline.location(at)?.mean ?? []));
  const series = recent.map(({ at, location, variance }) => ({
    value: location - (baseline.location(at)?.mean ?? usual),
    variance: variance + baseline.between,
  }));
  const point = locationChange(series, SHARE);
  const now = recent.at(-1)?.location ?? usual;
  if (point === null) return atAlarm(alarmAt, Math.exp(usual), Math.exp(now));
  return {
    ...windowOf(recent, alarmAt, point),
    before: Math.exp(usual + point.before),
    after: Math.exp(usual + point.after),
  };
}

function windowOf(
  recent: readonly { readonly at: number }[],
  alarmAt: number,
  { posterior, from, to }: { readonly posterior: readonly number[]; readonly from: number; readonly to: number },
): Pick<Place, 'from' | 'to' | 'posterior'> {
  const dayAt = (index: number): number => recent[index]?.at ?? alarmAt;
  return {
    from: dayAt(from - 1),
    to: dayAt(to),
    posterior: posterior.map((probability, index) => ({ at: dayAt(index), probability })),
  };
}

function atAlarm(alarmAt: number, before: number, after: number): Place {
  return { from: alarmAt, to: alarmAt, before, after, posterior: [] };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
