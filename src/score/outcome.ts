import { cut } from '../errors.ts';
import type { Outcome } from './score.ts';

/** Reasons quote foreign text; a report shows at most this much of one. */
const MAX_REASON_LENGTH = 400;

export const PASS: Outcome = { kind: 'pass' };

export function fail(reason: string): Outcome {
  return { kind: 'fail', reason: cut(reason, MAX_REASON_LENGTH) };
}

export function undetermined(reason: string): Outcome {
  return { kind: 'undetermined', reason: cut(reason, MAX_REASON_LENGTH) };
}
