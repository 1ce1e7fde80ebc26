import type { ActionContext } from './context.ts';
import { ladder } from './ladder.ts';
import type { GateResult } from './result.ts';
import { type CommentPlan, type CommentWish, markerCharacters, planComment, type StandingComment } from './sticky.ts';

/** GitHub refuses longer ones with 422. It counts characters, we UTF-16 units, which are never fewer. */
const COMMENT_CHARACTERS = 65_536;
/** One step's summary, which is a file of its own; over it nothing at all is shown. */
const SUMMARY_BYTES = 1024 * 1024;
const COMMENT_KEY = 'gate';

/** One thing to put somewhere, as data. */
export type Publication =
  | { readonly kind: 'outputs'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'summary'; readonly texts: readonly [string, ...string[]] }
  | { readonly kind: 'comment'; readonly issue: number; readonly plan: CommentPlan }
  | { readonly kind: 'withheld'; readonly what: string; readonly why: string }
  | { readonly kind: 'annotation'; readonly level: AnnotationLevel; readonly message: string };

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** What is known of the pull request's comments. `not_wanted` needs no words; `unavailable` is said in the log. */
export type CommentState =
  | { readonly kind: 'not_wanted' }
  | { readonly kind: 'unavailable'; readonly why: string }
  | { readonly kind: 'read'; readonly identity: string; readonly comments: readonly StandingComment[] };

/** What needs no network, so that it stands whatever GitHub does. `reportPath` null = the report was not written. */
export function planLocal(result: GateResult, reportPath: string | null): Publication[] {
  const { full, short, minimal } = result.markdown;
  const texts = ladder([full, short, minimal], {
    name: 'a step summary',
    limit: SUMMARY_BYTES - 1, // the line end
    unit: 'bytes',
    elsewhere: 'the file named by the output `report`',
  });
  return [
    { kind: 'outputs', values: outputsOf(result, reportPath) },
    { kind: 'summary', texts },
    { kind: 'annotation', level: levelOf(result), message: result.title },
  ];
}

/** What belongs on the pull request. `context` null = it could not be read. */
export function planPullRequest(result: GateResult, context: ActionContext | null, state: CommentState): Publication[] {
  if (state.kind === 'unavailable') return [{ kind: 'withheld', what: 'comment', why: state.why }];
  if (state.kind === 'not_wanted' || context === null || context.pullRequest === null) return [];
  const { full, short, minimal } = result.markdown;
  const marker = { key: COMMENT_KEY, stamp: { head: context.headSha, run: context.run } };
  const texts = ladder([full, short, minimal], {
    name: 'a comment',
    limit: COMMENT_CHARACTERS - markerCharacters(marker),
    unit: 'characters',
    elsewhere: `[the summary of this run](${context.runUrl})`,
  });
  const wish: CommentWish = { ...marker, texts };
  return [
    { kind: 'comment', issue: context.pullRequest.number, plan: planComment(wish, state.comments, state.identity) },
  ];
}

function outputsOf(result: GateResult, reportPath: string | null): Record<string, string> {
  return {
    verdict: result.verdict,
    'exit-code': String(result.exitCode),
    'blocked-slices': JSON.stringify(result.blockedSlices),
    'broken-cases': JSON.stringify(result.brokenCases),
    'provider-calls': String(result.providerCalls),
    report: reportPath ?? '',
  };
}

/** An exit code of 0 that is not a pass must not look like one. */
function levelOf(result: GateResult): AnnotationLevel {
  if (result.exitCode !== 0) return 'error';
  return result.verdict === 'pass' || result.verdict === 'not_affected' ? 'notice' : 'warning';
}
