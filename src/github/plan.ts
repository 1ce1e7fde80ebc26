import { type CheckPlan, planCheck } from './check.ts';
import type { ActionContext } from './context.ts';
import type { ActionInputs } from './inputs.ts';
import { ladder } from './ladder.ts';
import type { GateResult } from './result.ts';
import { type CommentPlan, type CommentWish, markerCharacters, planComment, type StandingComment } from './sticky.ts';
import type { Upload } from './uploads.ts';

/** GitHub refuses longer ones with 422. It counts characters, we UTF-16 units, which are never fewer. */
const COMMENT_CHARACTERS = 65_536;
/** One step's summary, which is a file of its own; over it nothing at all is shown. */
const SUMMARY_BYTES = 1024 * 1024;

/** One thing to put somewhere, as data. */
export type Publication =
  | { readonly kind: 'outputs'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'summary'; readonly texts: readonly [string, ...string[]] }
  | { readonly kind: 'comment'; readonly issue: number; readonly plan: CommentPlan }
  | { readonly kind: 'check'; readonly plan: CheckPlan }
  | { readonly kind: 'upload'; readonly upload: Upload }
  | { readonly kind: 'withheld'; readonly what: string; readonly why: string }
  | { readonly kind: 'annotation'; readonly level: AnnotationLevel; readonly message: string };

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** What is known of the pull request's comments. `not_wanted` needs no words; `unavailable` is said in the log. */
export type CommentState =
  | { readonly kind: 'not_wanted' }
  | { readonly kind: 'unavailable'; readonly why: string }
  | { readonly kind: 'read'; readonly identity: string; readonly comments: readonly StandingComment[] };

/** What needs no network, so that it stands whatever GitHub does. `folder` null = the report's files were not written. */
export function planLocal(result: GateResult, folder: string | null): Publication[] {
  const { full, short, minimal } = result.markdown;
  const texts = ladder([full, short, minimal], {
    name: 'a step summary',
    limit: SUMMARY_BYTES - 1, // the line end
    unit: 'bytes',
    elsewhere: 'the file named by the output `report`',
  });
  return [
    { kind: 'outputs', values: outputsOf(result, folder) },
    { kind: 'summary', texts },
    { kind: 'annotation', level: levelOf(result), message: result.title },
  ];
}

/** What is known besides the verdict when the rest is planned. */
interface Wishes {
  readonly inputs: ActionInputs;
  readonly context: ActionContext;
  readonly comments: CommentState;
  /** Where the report's files lie; null = they could not be written. */
  readonly folder: string | null;
  /** The runner gave a token for its artifact service. */
  readonly canUpload: boolean;
}

/** What goes to GitHub, the most wanted first. */
export function planRemote(result: GateResult, wishes: Wishes): Publication[] {
  return [...planPullRequest(result, wishes), ...planDecoration(result, wishes), ...planUpload(result, wishes)];
}

function planPullRequest(result: GateResult, { inputs, context, comments }: Wishes): Publication[] {
  if (comments.kind === 'unavailable') return [{ kind: 'withheld', what: 'comment', why: comments.why }];
  if (comments.kind === 'not_wanted' || context.pullRequest === null) return [];
  const { full, short, minimal } = result.markdown;
  const marker = { key: inputs.key, stamp: { head: context.headSha, run: context.run } };
  const link = `\n\n[Full report, and this run](${context.runUrl})`;
  const texts = ladder([full, short, minimal], {
    name: 'a comment',
    limit: COMMENT_CHARACTERS - markerCharacters(marker) - link.length,
    unit: 'characters',
    elsewhere: `[the summary of this run](${context.runUrl})`,
  });
  const [first, ...rest] = texts;
  const wish: CommentWish = {
    ...marker,
    texts: [`${first.trimEnd()}${link}`, ...rest.map((text) => `${text}${link}`)],
  };
  const plan = planComment(wish, comments.comments, comments.identity);
  return [{ kind: 'comment', issue: context.pullRequest.number, plan }];
}

/** A fork's token cannot write one, and what cannot be said on the pull request is said in the summary. */
function planDecoration(result: GateResult, { inputs, context }: Wishes): Publication[] {
  if (!inputs.check || context.pullRequest?.origin === 'fork') return [];
  if (inputs.token === null) return [{ kind: 'withheld', what: 'check run', why: 'there is no github-token' }];
  return [{ kind: 'check', plan: planCheck(result, context, inputs.key) }];
}

function planUpload(result: GateResult, { inputs, context, folder, canUpload }: Wishes): Publication[] {
  if (!inputs.upload || folder === null || result.files.length === 0) return [];
  const withheld = (why: string): Publication[] => [{ kind: 'withheld', what: 'upload', why }];
  if (context.enterpriseServer)
    return withheld('GitHub Enterprise Server has no such service; the files are in the output `files`');
  if (!canUpload) return withheld('the runner gave no ACTIONS_RUNTIME_TOKEN');
  const name = uploadName(inputs.key, context.run.attempt);
  return [{ kind: 'upload', upload: { name, folder, files: result.files.map((file) => file.name) } }];
}

/** Names are unique within a run, and a second attempt belongs to the same run. */
export function uploadName(key: string, attempt: number): string {
  return `pawl-${key}-attempt-${attempt}`;
}

function outputsOf(result: GateResult, folder: string | null): Record<string, string> {
  return {
    verdict: result.verdict,
    'exit-code': String(result.exitCode),
    'blocked-slices': JSON.stringify(result.blockedSlices),
    'broken-cases': JSON.stringify(result.brokenCases),
    'provider-calls': String(result.providerCalls),
    report: folder === null ? '' : `${folder}/report.json`,
    files: folder ?? '',
  };
}

/** An exit code of 0 that is not a pass must not look like one. */
function levelOf(result: GateResult): AnnotationLevel {
  if (result.exitCode !== 0) return 'error';
  return result.verdict === 'pass' || result.verdict === 'not_affected' ? 'notice' : 'warning';
}
