/** A moment as some text gives it. */
interface Moment {
  /** Whole microseconds since the Unix epoch, UTC; further digits are cut. */
  readonly us: number;
  /** Whether the text names its offset from UTC. Without one it was read as UTC, and whoever reads it should say so. */
  readonly hasOffset: boolean;
}

const MOMENT =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?(?:\s?([Zz])|\s?([+-])(\d{2}):?(\d{2}))?$/;

const DAYS_BEFORE_EPOCH = 719_468;

/**
 * A moment as RFC 3339 has it; also as Python and others write it, with a blank for the T, without an offset or without
 * seconds. null = no such moment. Years 0000 to 9999; beyond 2255 a double no longer holds every microsecond.
 */
export function momentOf(text: string): Moment | null {
  const match = MOMENT.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((n) => Number(n ?? 0));
  const [, , , , , , , fraction = '', zulu, sign, offsetHours, offsetMinutes] = match;
  const inRange = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!inRange || hour > 23 || minute > 59 || second > 60) return null;
  const offset = sign === undefined ? 0 : Number(offsetHours) * 60 + Number(offsetMinutes);
  const minutes = (daysSinceEpoch(year, month, day) * 24 + hour) * 60 + minute + (sign === '-' ? offset : -offset);
  const micros = Number(fraction.slice(0, 6).padEnd(6, '0'));
  return { us: (minutes * 60 + second) * 1e6 + micros, hasOffset: zulu !== undefined || sign !== undefined };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days of the proleptic Gregorian calendar, counted in eras of 400 years whose years begin in March. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - DAYS_BEFORE_EPOCH;
}
