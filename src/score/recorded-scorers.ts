import type { Expectation } from '../corpus/index.ts';
import { SCORERS } from './scorers.ts';

/** What judges of recorded runs are by; raised when one of them says something else of the same run. */
export const RECORDED_SCORERS_VERSION = '1';

type Trajectory = Extract<Expectation, { kind: 'trajectory' }>;

/** Scorers that need nothing but the run: no model, no command, no case. */
export type RecordedExpectation =
  | Exclude<Expectation, { kind: keyof typeof UNFIT | 'trajectory' }>
  | (Trajectory & { readonly calls: NonNullable<Trajectory['calls']> });

const UNFIT = {
  judge: 'it asks a model',
  command: 'it runs a command of yours',
  state_changes: 'it compares a trial with the recording of its case, and a recorded run has no other',
} as const satisfies Partial<Record<Expectation['kind'], string>>;

const FIT = Object.keys(SCORERS).filter((kind) => !Object.hasOwn(UNFIT, kind));

/** What a hypothesis' scorer says, or why it cannot judge recorded runs. */
export function recordedScorer(
  expectation: Expectation,
): { readonly scorer: RecordedExpectation } | { readonly problem: string; readonly hint: string } {
  const hint = `those that can: ${FIT.join(', ')}`;
  switch (expectation.kind) {
    case 'judge':
    case 'command':
    case 'state_changes':
      return { problem: `${expectation.kind} cannot judge recorded runs: ${UNFIT[expectation.kind]}`, hint };
    case 'trajectory': {
      const { calls } = expectation;
      if (calls !== null) return { scorer: { ...expectation, calls } };
      const problem = 'trajectory needs calls to judge recorded runs: there is no case whose recording has them';
      return { problem, hint: 'write the expected calls: [{ name: get_order, arguments: { id: o-1 } }]' };
    }
    default:
      return { scorer: expectation };
  }
}
