import { isPairDetermined } from './case-arms.ts';
import type { CaseData } from './case-data.ts';
import { isLookedPast, PROBES } from './sample-pairs.ts';

/**
 * What is known of a case in which no pair of trials differed and that has no reservoir. `equal`: three of its pairs came to
 * their end on both sides and head did the same in each; a few others may have come to no result. `idle`: neither side made a
 * request, so nothing was compared. `unseen`: of some pair the end is not known, and what head changed may lie behind it.
 */
export type Unexercised =
  | { readonly kind: 'equal'; readonly trials: number; readonly determined: number }
  | { readonly kind: 'idle' }
  | { readonly kind: 'unseen'; readonly trials: number; readonly determined: number };

/**
 * Why `equal` may pass: a pull request that changes no request cannot be blocked by noise, and where head asked exactly what
 * base asked, on answers that both got, there is no second sample in which it could differ; a gate that stayed inconclusive
 * there would teach its users to overlook it. It is less than `unaffected`, which stands on a whole reservoir: a path that
 * the agent takes rarely may not be among three trials, and the report says how many were seen. What was not seen to its end
 * for want of a recording is not equal: another pair is drawn in its place, up to twice as many in all, and where a slice has
 * too many of them it is inconclusive (`undeterminedReasons`). What errored or is missing is not replaced, and an agent that
 * asked nothing has shown nothing.
 */
export function unexercised({ sample: { pairs, wanted } }: CaseData): Unexercised {
  const trials = pairs.length;
  if (trials > 0 && pairs.every(({ base, head }) => base.idle && head.idle)) return { kind: 'idle' };
  const determined = pairs.filter(isPairDetermined).length;
  const past = pairs.filter(isLookedPast).length;
  return wanted.length === 0 && determined >= PROBES && determined + past === trials
    ? { kind: 'equal', trials, determined }
    : { kind: 'unseen', trials, determined };
}
