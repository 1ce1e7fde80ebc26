import { dayOf } from '../trace/index.ts';

const US_A_DAY = 86_400_000_000;
const US_A_MINUTE = 60_000_000;

/** A moment, to the minute: `2026-11-20T14:05Z`. */
export function momentText(us: number): string {
  const day = dayOf(us);
  if (day === null) return 'an unknown time';
  const minutes = Math.floor((us % US_A_DAY) / US_A_MINUTE);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}Z`;
}
