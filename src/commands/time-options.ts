import { cut, UserError } from '../errors.ts';
import { dayNumber } from '../knowledge/index.ts';

/** Days since 1970-01-01 of an option's `YYYY-MM-DD`. @throws UserError. */
export function dayOption(where: string, given: string): number {
  const at = dayNumber(given);
  if (at !== null) return at;
  const message = `expected a day such as 2026-11-20, received ${cut(given, 40)}`;
  throw new UserError({ where, message, hint: null });
}

/** Hours of an option's `48h` or `7d`. @throws UserError. */
export function hoursOption(where: string, given: string): number {
  const match = /^(\d{1,5})([hd])$/.exec(given);
  if (match !== null) return Number(match[1]) * (match[2] === 'd' ? 24 : 1);
  const message = `expected hours or days such as 48h or 7d, received ${cut(given, 40)}`;
  throw new UserError({ where, message, hint: null });
}
