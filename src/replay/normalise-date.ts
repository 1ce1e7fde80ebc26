import { momentOf } from '../trace/index.ts';

const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$|^(\d{4})(\d\d)(\d\d)$/;
/** Digits of a second that a moment does not hold. */
const BEYOND_MICROSECONDS = /[.,]\d{6}\d*[1-9]/;

/** `2024-5-9` and `20240509` as `2024-05-09`; what is no date stays as it is. */
export function normaliseDate(text: string): string {
  const parts = (DATE.exec(text) ?? []).slice(1).filter((part) => part !== undefined);
  const date = parts.map((part) => part.padStart(2, '0')).join('-');
  return momentOf(`${date}T00:00`) === null ? text : date;
}

/**
 * RFC 3339: one instant reads alike in every offset, and seconds that are zero may be left out. Without an offset it is a
 * local time, and no instant. What is no date-time stays as it is.
 */
export function normaliseDateTime(text: string): string {
  const moment = momentOf(text);
  if (moment === null || BEYOND_MICROSECONDS.test(text) || !Number.isSafeInteger(moment.us)) return text;
  return `${moment.us} us ${moment.hasOffset ? 'UTC' : 'local'}`;
}
