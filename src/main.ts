/** The Action: inputs and event in, gate, publications out. The exit code is the gate's, whatever becomes of the rest. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { error, getInput, notice, setSecret, warning } from '@actions/core';
import { runGateForAction } from './commands/gate-action.ts';
import { cut, messageOf, UserError } from './errors.ts';
import {
  type ActionContext,
  type ActionInputs,
  type AnnotationLevel,
  type CommentState,
  chooseSides,
  connect,
  deafness,
  failureNotice,
  failureResult,
  type GateOptions,
  type GateResult,
  type GitHub,
  logLines,
  planLocal,
  planPullRequest,
  problemLines,
  publish,
  readComments,
  readContext,
  readInputs,
  secretForms,
  secretValues,
  withoutActionSecrets,
  writeReport,
} from './github/index.ts';
import { secretsIn } from './replay/index.ts';
import { type Json, parseJson } from './trace/index.ts';

const { env } = process;
const PATIENCE = { sleep: (durationMs: number) => sleep(durationMs), timeoutMs: 30_000 };
/** GitHub cuts an annotation's message there. */
const MAX_ANNOTATION_CHARACTERS = 4000;

/** A fault that nobody awaited. Node would exit with 1 for it, which means block; here it fails the gate as our own bug. */
const stray = Promise.withResolvers<never>();
stray.promise.catch(() => undefined); // said below, also when the gate is over and nobody waits for it
process.on('uncaughtException', (fault) => {
  printLines(`this is a defect in pawl: ${fault.stack ?? fault.message}`);
  stray.reject(fault);
});
// A log that cannot be written any more: the runner is gone, and saying so would fail again.
process.stdout.on('error', () => process.exit(process.exitCode ?? 3));

async function main(): Promise<void> {
  for (const secret of secretValues(env, [getInput('github-token')])) secretForms(secret).forEach(setSecret);
  const { inputs, context, result } = await judge();
  // Set before anything is published: a publication that fails or hangs cannot turn it into another one.
  process.exitCode = result.exitCode;
  try {
    await publishResult(inputs, context, result);
  } catch (fault) {
    annotate('warning', `The verdict stands, but publishing it failed, a defect in pawl: ${messageOf(fault)}`);
  }
}

interface Judged {
  readonly inputs: ActionInputs | null;
  readonly context: ActionContext | null;
  readonly result: GateResult;
}

async function judge(): Promise<Judged> {
  let inputs: ActionInputs | null = null;
  let context: ActionContext | null = null;
  try {
    inputs = readInputs(getInput);
    context = readContext(env, readEvent());
    return { inputs, context, result: await runGate(inputs, context) };
  } catch (fault) {
    sayFault(fault);
    return { inputs, context, result: failureResult(fault) };
  }
}

function readEvent(): Json {
  const path = env.GITHUB_EVENT_PATH ?? '';
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (fault) {
    throw new UserError({ where: 'GITHUB_EVENT_PATH', message: messageOf(fault), hint: 'GitHub’s runner sets this.' });
  }
  const event = parseJson(text);
  if (event !== undefined) return event;
  const message = `expected JSON; received ${cut(text, 80)}`;
  throw new UserError({ where: path, message, hint: 'GitHub’s runner writes this file.' });
}

async function runGate(inputs: ActionInputs, context: ActionContext): Promise<GateResult> {
  const options: GateOptions = {
    repository: resolve(env.GITHUB_WORKSPACE ?? process.cwd(), inputs.workingDirectory ?? '.'),
    ...chooseSides(inputs, context),
    configPath: inputs.config,
    store: inputs.store,
    trials: inputs.trials,
    reportContent: inputs.reportContent,
    mode: context.pullRequest?.fork === true ? 'recorded' : 'live',
    providerUrls: inputs.providerUrls,
    environment: withoutActionSecrets(env),
    otherSecrets: secretsIn(env, []).filter((name) => withoutActionSecrets(env)[name] === undefined),
    log: printLines,
  };
  const { begin, end } = deafness(randomUUID());
  process.stdout.write(`${begin}\n`);
  try {
    return await Promise.race([runGateForAction(options, new Date()), stray.promise]);
  } finally {
    process.stdout.write(`\n${end}\n`);
  }
}

/** What is local goes first: it stands even if GitHub keeps us waiting until the job's end. */
async function publishResult(inputs: ActionInputs | null, context: ActionContext | null, result: GateResult) {
  const report = saveReport(result);
  const local = await publish(planLocal(result, report.path), { env, github: null, annotate, log: printLines });
  const { github, comments } = await lookAtComments(inputs, context);
  const remote = await publish(planPullRequest(result, context, comments), { env, github, annotate, log: printLines });
  const said = failureNotice({
    published: [...local.published, ...remote.published],
    failed: [...report.failed, ...local.failed, ...remote.failed],
  });
  if (said !== null) annotate('notice', said);
  if (!local.published.includes('summary')) printLines(result.markdown.full);
}

interface PullRequestDoor {
  readonly github: GitHub | null;
  readonly comments: CommentState;
}

async function lookAtComments(inputs: ActionInputs | null, context: ActionContext | null): Promise<PullRequestDoor> {
  const pullRequest = context?.pullRequest ?? null;
  if (inputs === null || context === null || pullRequest === null || !inputs.comment)
    return { github: null, comments: { kind: 'not_wanted' } };
  const without = (why: string): PullRequestDoor => ({ github: null, comments: { kind: 'unavailable', why } });
  if (pullRequest.fork) return without('the token of a fork’s pull request can only read');
  if (inputs.token === null) return without('there is no github-token');
  try {
    const github = await connect(inputs.token, context, PATIENCE);
    return { github, comments: await readComments(github, pullRequest.number) };
  } catch (fault) {
    return without(messageOf(fault));
  }
}

function saveReport(result: GateResult) {
  if (result.reportJson === null) return { path: null, failed: [] };
  const path = join(env.RUNNER_TEMP ?? process.cwd(), `pawl-report-${process.pid}.json`);
  const failed = writeReport(path, result.reportJson).map((why) => ({ what: 'report', why }));
  return { path: failed.length === 0 ? path : null, failed };
}

function sayFault(fault: unknown): void {
  for (const line of problemLines(fault)) annotate('error', line);
  if (fault instanceof UserError) return;
  printLines('this is a defect in pawl');
  if (fault instanceof Error) printLines(fault.stack ?? fault.message);
}

function annotate(level: AnnotationLevel, message: string): void {
  const issue = { error, warning, notice }[level];
  issue(message.slice(0, MAX_ANNOTATION_CHARACTERS), { title: 'pawl' });
}

function printLines(text: string): void {
  process.stdout.write(`${logLines(text).join('\n')}\n`);
}

await main();
// A handle that something left open must not hold the job until its timeout.
process.stdout.write('', () => process.exit());
