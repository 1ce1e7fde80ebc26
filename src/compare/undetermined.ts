import type { Tally } from './decision.ts';
import { percent } from './text.ts';

/**
 * Undetermined trials are never dropped in silence: where head has clearly more of them than base, or base has too many,
 * the passes of the rest are a selection and decide nothing. Head's share may exceed base's by less than 10 points, and at
 * least 70 % of base must be determined. Returns the reasons why a slice is inconclusive; empty = it is not.
 */
export function undeterminedReasons(base: Tally, head: Tally): string[] {
  const baseAll = base.trials + base.undetermined;
  const headAll = head.trials + head.undetermined;
  const reasons: string[] = [];
  // Whole numbers: 0.3 - 0.2 is less than 0.1 in floating point.
  if (10 * (head.undetermined * baseAll - base.undetermined * headAll) >= baseAll * headAll && head.undetermined > 0) {
    reasons.push(
      `${share(head.undetermined, headAll)} of head's trials are undetermined, ${share(base.undetermined, baseAll)} of base's: 10 points or more apart`,
    );
  }
  if (10 * base.trials < 7 * baseAll) {
    reasons.push(`only ${share(base.trials, baseAll)} of base's trials are determined; 70 % are needed`);
  }
  return reasons;
}

function share(part: number, all: number): string {
  return all === 0 ? '0 of 0' : `${part} of ${all} (${percent(part / all)})`;
}
