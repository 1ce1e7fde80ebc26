import type { Tally } from './decision.ts';
import type { Settling } from './settling.ts';

/** Numbers as the reasons print them: plain, short, never NaN. */
export function percent(rate: number): string {
  return `${Math.round(rate * 1000) / 10} %`;
}

export function points(rate: number): string {
  return `${Math.round(rate * 1000) / 10} points`;
}

export function pValue(p: number): string {
  return p < 1e-4 ? p.toExponential(1) : p.toPrecision(2);
}

export function passed({ passes, trials }: Tally): string {
  return `${passes} of ${trials}`;
}

export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** What would settle a slice, in runs, model calls and money. */
export function settlingText(settling: Settling | null): string {
  if (settling === null) return 'no number of trials within reason would settle it';
  const more = `about ${count(settling.runs, 'more run')} (${priceText(settling)})`;
  return `${more} would show a drop of ${points(settling.drop)} with 80 % power`;
}

/** What confirming a drop would take. */
export function confirmingText(settling: Settling | null): string {
  return settling === null
    ? 'what that takes is not known'
    : `that takes ${count(settling.runs, 'run')} (${priceText(settling)})`;
}

function priceText({ calls, costUsd }: Settling): string {
  return `${count(calls, 'model call')}${costUsd === null ? '' : `, $${costUsd.toFixed(2)}`}`;
}
