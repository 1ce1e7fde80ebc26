import { normalQuantile } from './normal.ts';
import { requireProbability } from './tails.ts';
import { type MeasuredRate, moverWilson } from './wilson.ts';

interface NonInferiorityQuestion {
  /** Arm 0 is the reference; arm 1 is to be shown not worse. */
  readonly arm0: MeasuredRate;
  readonly arm1: MeasuredRate;
  /** The drop of the rate that would matter, in rate (0.05 = 5 points); > 0. */
  readonly margin: number;
  /** One-sided, e.g. 0.95. */
  readonly confidence: number;
  /** See `fixedStrataFactor`; 1 for trials of one stratum. */
  readonly factor: number;
}

interface NonInferiority {
  readonly isShown: boolean;
  /** Lower limit of `arm1.rate - arm0.rate`. */
  readonly lowerLimit: number;
}

/**
 * Whether arm 1 is shown to be not worse than arm 0 by `margin` or more.
 *
 * Null: rate1 <= rate0 - margin. Alternative: rate1 > rate0 - margin. Rejects the null when the one-sided lower MOVER-Wilson
 * limit of the difference lies above -margin. Approximate: simulated size 4.3 to 5.9 % at nominal 5 %, from 10 strata of one
 * trial on. Not shown is not the same as worse: small samples show nothing. Not valid for dependent trials, or for a margin
 * that was chosen after looking. Throws RangeError for a margin <= 0.
 * References: Newcombe (1998), Statistics in Medicine 17:873; Zou and Donner (2008), Statistics in Medicine 27:1693.
 */
export function nonInferiority({ arm0, arm1, margin, confidence, factor }: NonInferiorityQuestion): NonInferiority {
  if (!(margin > 0)) throw new RangeError(`non-inferiority: the margin must be > 0, got ${margin}`);
  requireProbability(confidence);
  const lowerLimit = moverWilson(arm0, arm1, normalQuantile(confidence), factor).low;
  return { isShown: lowerLimit > -margin, lowerLimit };
}
