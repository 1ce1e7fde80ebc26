import { normalQuantile } from './normal.ts';

interface PowerQuestion {
  readonly strata: number;
  /** Trials per stratum in arm 0 and in arm 1; > 0. */
  readonly trials0: number;
  readonly trials1: number;
  /** Success rate of arm 0. */
  readonly rate: number;
  /** One-sided level, corrected for the family. */
  readonly level: number;
}

/**
 * Smallest drop of the success rate that the stratified test finds with 80 % power; null = not even a total drop.
 *
 * Normal approximation of `stratExact` for a drop that all strata share, good to about 2 points from 5 strata on; a drop
 * concentrated in few strata is found sooner. Not valid for a rate of exactly 0 or 1 (give a shrunken one).
 * Reference: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, chapter 4.
 */
export function mde80(question: PowerQuestion): number | null {
  const { rate } = question;
  const z: Quantiles = { level: normalQuantile(1 - question.level), power: normalQuantile(0.8) };
  if (!isSeen(rate, question, z)) return null;
  let low = 0;
  let high = rate;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (isSeen(middle, question, z)) high = middle;
    else low = middle;
  }
  return high;
}

interface Quantiles {
  readonly level: number;
  readonly power: number;
}

function isSeen(drop: number, { strata, trials0, trials1, rate }: PowerQuestion, z: Quantiles): boolean {
  const dropped = rate - drop;
  const pooled = (trials0 * rate + trials1 * dropped) / (trials0 + trials1);
  const underNull = Math.sqrt((pooled * (1 - pooled) * (1 / trials0 + 1 / trials1)) / strata);
  const underDrop = Math.sqrt(((rate * (1 - rate)) / trials0 + (dropped * (1 - dropped)) / trials1) / strata);
  return drop >= z.level * underNull + z.power * underDrop;
}
