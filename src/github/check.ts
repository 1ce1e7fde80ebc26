import { cut } from '../errors.ts';
import type { LineAnnotation } from '../report/index.ts';
import type { ActionContext } from './context.ts';
import { ladder } from './ladder.ts';
import { logLines } from './log.ts';
import type { GateResult } from './result.ts';

/**
 * A check run, ready to be written. It decorates: the required check is the job, whose exit code no API call can hide
 * behind another workflow's green.
 */
export interface CheckPlan {
  readonly name: string;
  readonly headSha: string;
  readonly detailsUrl: string;
  readonly conclusion: 'success' | 'failure' | 'neutral';
  readonly title: string;
  /** To be tried in order until one is accepted. */
  readonly summaries: readonly [string, ...string[]];
  /** One request each; the first goes with the check run itself. */
  readonly batches: readonly (readonly LineAnnotation[])[];
}

/** GitHub's limits for a check run's output and for one request's annotations. */
const SUMMARY_CHARACTERS = 65_535;
const BATCH = 50;
const MAX_TITLE = 200;

export function planCheck(result: GateResult, context: ActionContext, key: string): CheckPlan {
  const { full, short, minimal } = result.markdown;
  const { annotations, left } = result.annotations;
  const more = left === 0 ? '' : `\n\n_${left} more changed places are not annotated._`;
  const summaries = ladder([`${full}${more}`, `${short}${more}`, `${minimal}${more}`], {
    name: 'a check run',
    limit: SUMMARY_CHARACTERS,
    unit: 'characters',
    elsewhere: `[the summary of this run](${context.runUrl})`,
  });
  return {
    name: key === 'gate' ? 'pawl report' : `pawl report (${key})`,
    headSha: context.headSha,
    detailsUrl: context.runUrl,
    conclusion: conclusionOf(result),
    title: cut(logLines(result.title).join(' '), MAX_TITLE),
    summaries,
    batches: Array.from({ length: Math.ceil(annotations.length / BATCH) }, (_, index) =>
      annotations.slice(index * BATCH, (index + 1) * BATCH),
    ),
  };
}

/** What may be merged and is no pass is neither green nor red. */
function conclusionOf({ exitCode, verdict }: GateResult): CheckPlan['conclusion'] {
  if (exitCode !== 0) return 'failure';
  return verdict === 'pass' || verdict === 'not_affected' ? 'success' : 'neutral';
}
