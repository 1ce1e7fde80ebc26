import { connect, type GitHub, type Patience } from './client.ts';
import { readComments } from './comments.ts';
import type { ActionContext, Environment } from './context.ts';
import type { ActionInputs } from './inputs.ts';
import { writeFiles } from './outputs.ts';
import { type AnnotationLevel, type CommentState, planLocal, planRemote } from './plan.ts';
import { failureNotice, type PublishOutcome, publish } from './publish.ts';
import type { GateResult } from './result.ts';

/** What publishing touches. */
export interface PublishWorld {
  readonly env: Environment;
  /** Where files may be left for later steps. */
  readonly temporary: string;
  readonly annotate: (level: AnnotationLevel, message: string) => void;
  readonly log: (line: string) => void;
  readonly patience: Patience;
}

/** `inputs` and `context` are null where they could not be read: then all there is to publish is local. */
interface Publishing {
  readonly inputs: ActionInputs | null;
  readonly context: ActionContext | null;
  readonly result: GateResult;
}

/**
 * Publishes what the gate found and says in one notice what could not be. What is local goes first: it stands even if
 * GitHub keeps us waiting until the job's end. Never throws for what GitHub does.
 */
export async function publishResult({ inputs, context, result }: Publishing, world: PublishWorld): Promise<void> {
  const { env, annotate, log, patience } = world;
  const { folder, problems } = writeFiles(world.temporary, result.files);
  const doors = { env, annotate, log, leftMs: patience.leftMs };
  const outcomes = [await publish(planLocal(result, folder), { ...doors, github: null })];
  if (inputs !== null && context !== null) {
    const github = await connection(inputs, context, patience);
    const comments = await lookAtComments(inputs, context, github);
    const canUpload = Boolean(env.ACTIONS_RUNTIME_TOKEN && env.ACTIONS_RESULTS_URL);
    const plan = planRemote(result, { inputs, context, comments, folder, canUpload });
    outcomes.push(await publish(plan, { ...doors, github }));
  }
  const whole: PublishOutcome = {
    published: outcomes.flatMap(({ published }) => published),
    failed: [...problems.map((why) => ({ what: 'report', why })), ...outcomes.flatMap(({ failed }) => failed)],
  };
  const said = failureNotice(whole);
  if (said !== null) annotate('notice', said);
  if (!whole.published.includes('summary')) log(result.markdown.full);
}

/** The comment alone. Returns why it does not stand; empty = it does. Never throws for what GitHub does. */
export async function publishComment(
  { inputs, context, result }: { inputs: ActionInputs; context: ActionContext; result: GateResult },
  github: GitHub,
  { env, annotate, log, patience }: PublishWorld,
): Promise<readonly string[]> {
  if (context.pullRequest === null) return ['there is no pull request'];
  const comments = await readComments(github, context.pullRequest.number);
  const wishes = {
    inputs: { ...inputs, check: false, upload: false },
    context,
    comments,
    folder: null,
    canUpload: false,
  };
  const { failed } = await publish(planRemote(result, wishes), { env, annotate, log, leftMs: patience.leftMs, github });
  return failed.map(({ why }) => why);
}

async function connection(inputs: ActionInputs, context: ActionContext, patience: Patience): Promise<GitHub | null> {
  const wanted = inputs.check || (inputs.comment && context.pullRequest !== null);
  const readOnly = context.pullRequest?.origin === 'fork';
  return wanted && !readOnly && inputs.token !== null ? connect(inputs.token, context, patience) : null;
}

async function lookAtComments(
  inputs: ActionInputs,
  { pullRequest }: ActionContext,
  github: GitHub | null,
): Promise<CommentState> {
  if (pullRequest === null || !inputs.comment) return { kind: 'not_wanted' };
  if (pullRequest.origin === 'fork')
    return { kind: 'unavailable', why: 'the token of a fork’s pull request can only read' };
  if (github === null) return { kind: 'unavailable', why: 'there is no github-token' };
  return readComments(github, pullRequest.number);
}
