import type { ObservedTrajectory } from '../../trace/index.ts';
import type { CheckName, Firing } from './check.ts';
import { runOfObserved } from './run-of-observed.ts';
import { CHECK_NAMES, CHECKS } from './table.ts';

interface CheckOptions {
  readonly isReadOnly: (tool: string) => boolean;
  /** Left out = all. */
  readonly checks?: readonly CheckName[];
}

/** What one check says of a run. It fires where `firings` is not empty. */
interface CheckResult {
  readonly check: CheckName;
  readonly firings: readonly Firing[];
}

/**
 * The checks over a recorded run of production. Give it every step: a trajectory without its retries has no repeated
 * failures.
 */
export function checkTrajectory(trajectory: ObservedTrajectory, options: CheckOptions): readonly CheckResult[] {
  const run = runOfObserved(trajectory, options.isReadOnly);
  return (options.checks ?? CHECK_NAMES).map((check) => ({ check, firings: CHECKS[check].find(run) }));
}
