import { momentOf } from '../../trace/index.ts';

/** Traffic that is a month older is drawn half as often. */
const HALF_LIFE_DAYS = 30;
/** The oldest is drawn so often as against the newest: less would make a few old cases stand for very much. */
const LEAST = 1 / 8;

const DAY_US = 86_400_000_000;

/**
 * How often a day's traffic is drawn as against that of the newest day: at most 1. The weights of cases undo it. `null` = no
 * time is known.
 */
export function recencyOf(day: string | null, newestDay: string | null): number {
  if (day === null || newestDay === null) return newestDay === null ? 1 : LEAST;
  const ageDays = (startOf(newestDay) - startOf(day)) / DAY_US;
  return Math.max(LEAST, 2 ** (-Math.max(0, ageDays) / HALF_LIFE_DAYS));
}

function startOf(day: string): number {
  return momentOf(`${day}T00:00Z`)?.us ?? 0;
}
