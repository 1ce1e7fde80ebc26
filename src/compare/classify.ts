import type { Pair } from './trials.ts';

/** Equal fingerprints = an unaffected trial. A dry run stops where head asks what base did not. */
export function isAffected({ base, head }: Pair): boolean {
  return head.probe || base.fingerprint !== head.fingerprint;
}

/**
 * Nothing was shared in this pair. A trial that errored before its first request has no key; that says nothing about what
 * the agent would have asked.
 */
export function differsAtFirstRequest({ base, head }: Pair): boolean {
  const lostKey = [base, head].some((trial) => trial.standing === 'errored' && trial.firstRequestKey === null);
  return !lostKey && base.firstRequestKey !== head.firstRequestKey;
}
