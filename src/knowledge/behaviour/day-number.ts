import { dayOf, momentOf } from '../../trace/index.ts';

const US_A_DAY = 86_400_000_000;

/** Days since 1970-01-01 of a UTC day `YYYY-MM-DD`; null = it is none. */
export function dayNumber(day: string): number | null {
  const moment = momentOf(`${day}T00:00:00Z`);
  return moment === null ? null : moment.us / US_A_DAY;
}

/** The UTC day `YYYY-MM-DD` of a number of days since 1970-01-01. */
export function dayOfNumber(at: number): string {
  return dayOf(at * US_A_DAY) ?? 'an unknown day';
}
