const US_PER_DAY = 86_400_000_000;

/** Days since the epoch of 2000-01-01 and 2100-01-01: what says it ran outside of these has no usable clock. */
const FIRST_DAY = 10_957;
const END_DAY = 47_482;

/**
 * The UTC day of a time, as `2026-11-20`; null where there is no time, or none that a clock of this century shows. The
 * civil date of a day number as by Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), `civil_from_days`.
 */
export function dayOf(timeUs: number | null): string | null {
  if (timeUs === null) return null;
  const days = Math.floor(timeUs / US_PER_DAY);
  if (!(days >= FIRST_DAY && days < END_DAY)) return null;
  // All days here lie in the 400 years from 2000-03-01 or in the two months before it.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
