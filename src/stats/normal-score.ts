import { normalQuantile } from './normal.ts';
import { studentTTails } from './student-t.ts';
import type { Tails } from './tails.ts';

/** Beyond this nothing depends on the score, and tails are not worth their digits. */
const MOST = 8;

/** The standard normal deviate with these tails, within 8. */
export function zOf({ lower, upper }: Tails): number {
  const z = lower < upper ? normalQuantile(Math.min(0.5, lower)) : -normalQuantile(Math.min(0.5, upper));
  return Math.max(-MOST, Math.min(MOST, z));
}

/**
 * The normal deviate with the tails of a t with so many degrees of freedom: for a deviate whose standard deviation was estimated
 * from as many. 0 = it was not estimated: the deviate as it is.
 */
export function normalOfT(t: number, degreesOfFreedom: number): number {
  return degreesOfFreedom === 0 ? t : zOf(studentTTails(t, degreesOfFreedom));
}
