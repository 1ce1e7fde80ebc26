import type { Tally } from './decision.ts';

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
