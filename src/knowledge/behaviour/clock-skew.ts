import { dayNumber } from './day-number.ts';
import type { SummarisedDay } from './streams.ts';

interface PlausibleDays<Day> {
  readonly days: readonly Day[];
  /** Trajectories on days that no clock which is right can show. */
  readonly skewed: number;
}

/** Traffic does not pause for so long and come back with so little. */
const GAP_DAYS = 60;
const MAX_SHARE = 0.01;

/**
 * The days without those after `today`, and without those far ahead of all others that have next to no traffic: one machine whose
 * clock is ahead would make its day the newest one, beside which nothing ever alarms. Days ascend.
 */
export function plausibleDays<Day extends SummarisedDay>(days: readonly Day[], today: string): PlausibleDays<Day> {
  const come = days.filter(({ day }) => day <= today);
  const plausible = withoutLeaps(come);
  return { days: plausible.days, skewed: plausible.skewed + trajectories(days) - trajectories(come) };
}

function withoutLeaps<Day extends SummarisedDay>(days: readonly Day[]): PlausibleDays<Day> {
  const total = trajectories(days);
  for (let at = days.length - 1; at > 0; at -= 1) {
    const ahead = trajectories(days.slice(at));
    if (ahead > MAX_SHARE * total) break;
    if (numberOf(days[at]) - numberOf(days[at - 1]) > GAP_DAYS) {
      const rest = withoutLeaps(days.slice(0, at));
      return { days: rest.days, skewed: rest.skewed + ahead };
    }
  }
  return { days, skewed: 0 };
}

function trajectories(days: readonly SummarisedDay[]): number {
  return days.reduce((sum, { summaries }) => sum + summaries.trajectories, 0);
}

function numberOf(day: SummarisedDay | undefined): number {
  return day === undefined ? 0 : (dayNumber(day.day) ?? 0);
}
