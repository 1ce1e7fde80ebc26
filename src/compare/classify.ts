import type { Affectedness } from './decision.ts';
import type { CaseTrials, Pair } from './trials.ts';
import { firstPairs } from './trials.ts';

/**
 * What head can have changed in this case, from the pairs 1 to `trials`. Outcomes are not read, and the answer is the same
 * when base and head are swapped: that is what keeps the tests on the affected trials valid.
 *
 * - `open`: the first model requests differ, so nothing was shared.
 * - `prefix`: answers were shared up to some point, and some pair differs.
 * - `none`: every pair is equal in requests, tool calls, output, exit and steps.
 * - `not_exercised`: nothing ran, or all pairs are equal and none of their trials called the model or a tool.
 */
export function classify(trials: CaseTrials, last: number): Affectedness {
  const pairs = firstPairs(trials, last);
  if (pairs.some(differsAtFirstRequest)) return 'open';
  if (pairs.some(isAffected)) return 'prefix';
  return pairs.every(({ base, head }) => base.idle && head.idle) ? 'not_exercised' : 'none';
}

/** STATISTICS.md 9, S3: equal fingerprints = an unaffected trial. */
export function isAffected({ base, head }: Pair): boolean {
  return base.fingerprint !== head.fingerprint;
}

/** A trial that errored before its first request has no key; that says nothing about what the agent would have asked. */
function differsAtFirstRequest({ base, head }: Pair): boolean {
  const lostKey = [base, head].some((trial) => trial.standing === 'errored' && trial.firstRequestKey === null);
  return !lostKey && base.firstRequestKey !== head.firstRequestKey;
}
