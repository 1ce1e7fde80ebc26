/** The Action: inputs and event in, gate, publications out. The exit code is the gate's, whatever becomes of the rest. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { error, notice, setSecret, warning } from '@actions/core';
import { type ActionDone, runForAction } from '../commands/run-action.ts';
import { cut, messageOf, UserError } from '../errors.ts';
import {
  type ActionContext,
  type ActionInputs,
  type AnnotationLevel,
  chooseSides,
  connect,
  deafness,
  type Environment,
  failureResult,
  finishStage,
  type GateResult,
  logLines,
  type PublishWorld,
  problemLines,
  publishResult,
  type QueuedSource,
  readContext,
  readEndedRun,
  readInputs,
  type StageOptions,
  secretForms,
  secretValues,
  withoutActionSecrets,
  workflowFile,
} from '../github/index.ts';
import { secretsIn } from '../replay/index.ts';
import { type Json, parseJson } from '../trace/index.ts';

/** As the runner gave it; keys are in it that stand nowhere else. */
let env: Environment = {};
/** For one request to GitHub. */
const REQUEST_TIMEOUT_MS = 30_000;
/** Where the inputs could not be read, there is nothing remote to publish. */
const NO_TIME_MS = 0;
/** GitHub cuts an annotation's message there. */
const MAX_ANNOTATION_CHARACTERS = 4000;

/** A fault that nobody awaited. Node would exit with 1 for it, which means block; here it fails the gate as our own bug. */
const stray = Promise.withResolvers<never>();

/** Runs the Action in this environment, and leaves the gate's exit code behind. */
export async function runAction(environment: Environment): Promise<void> {
  env = environment;
  stray.promise.catch(() => undefined); // said below, also when the gate is over and nobody waits for it
  process.on('uncaughtException', (fault) => {
    printLines(`this is a defect in pawl: ${fault.stack ?? fault.message}`);
    stray.reject(fault);
  });
  // A log that cannot be written any more: the runner is gone, and saying so would fail again.
  process.stdout.on('error', () => process.exit(process.exitCode ?? 3));
  for (const secret of secretValues(env, [getInput('github-token')])) secretForms(secret).forEach(setSecret);
  const { inputs, context, result } = await judge();
  // Set before anything is published: a publication that fails or hangs cannot turn it into another one.
  process.exitCode = result?.exitCode ?? 0;
  if (result === null) return;
  try {
    await publishResult({ inputs, context, result }, worldOf(inputs));
  } catch (fault) {
    annotate('warning', `The verdict stands, but publishing it failed, a defect in pawl: ${messageOf(fault)}`);
  }
}

interface Judged {
  readonly inputs: ActionInputs | null;
  readonly context: ActionContext | null;
  /** null = the job decides nothing, and what it leaves is kept. */
  readonly result: GateResult | null;
}

async function judge(): Promise<Judged> {
  let inputs: ActionInputs | null = null;
  let context: ActionContext | null = null;
  try {
    inputs = readInputs(getInput);
    if (inputs.mode === 'publish') {
      const { publishForkReport } = await import('../commands/publish-fork.ts');
      await publishForkReport(inputs, readEndedRun(env, readEvent()), worldOf(inputs));
      return { inputs: null, context: null, result: null };
    }
    context = readContext(env, readEvent());
    const done = await run(inputs, inputs.mode, context);
    if (done.kind === 'judged') return { inputs, context, result: done.result };
    await finishStage(done.stage, worldOf(inputs));
    return { inputs, context, result: null };
  } catch (fault) {
    sayFault(fault);
    const result = failureResult(fault);
    // A job that decides nothing says so where it stands; the pull request hears from the one that decides.
    const decides = inputs === null || inputs.mode === 'auto' || inputs.mode === 'gate';
    return decides ? { inputs, context, result } : { inputs: null, context: null, result };
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

async function run(
  inputs: ActionInputs,
  mode: Exclude<ActionInputs['mode'], 'publish'>,
  context: ActionContext,
): Promise<ActionDone> {
  const options: StageOptions = {
    repository: resolve(env.GITHUB_WORKSPACE ?? process.cwd(), inputs.workingDirectory ?? '.'),
    ...chooseSides(inputs, context),
    configPath: inputs.config,
    store: inputs.store,
    trials: inputs.trials,
    slices: inputs.slices,
    reportContent: inputs.reportContent,
    mode: (context.pullRequest?.origin ?? 'own') === 'own' ? inputs.answers : 'recorded',
    providerUrls: inputs.providerUrls,
    environment: withoutActionSecrets(env),
    otherSecrets: secretsIn(env, []).filter((name) => withoutActionSecrets(env)[name] === undefined),
    log: printLines,
    ...{ key: inputs.key, shards: inputs.shards, shard: inputs.shard, round: inputs.round },
    ...{ queued: queuedOf(inputs, context), fetchTimeoutMs: inputs.fetchTimeoutMs },
    ...{ attempt: context.run.attempt, runner: env, temporary: env.RUNNER_TEMP ?? tmpdir() },
  };
  const { begin, end } = deafness(randomUUID());
  process.stdout.write(`${begin}\n`);
  try {
    return await Promise.race([runForAction(mode, options, new Date()), stray.promise]);
  } finally {
    process.stdout.write(`\n${end}\n`);
  }
}

/** Only a job that runs no code of the change may hold a token, and so ask what an earlier run has left. */
function queuedOf(inputs: ActionInputs, context: ActionContext): QueuedSource | null {
  const { token, mode } = inputs;
  const workflow = workflowFile(env.GITHUB_WORKFLOW_REF);
  const { event, pullRequest } = context;
  if (event !== 'merge_group' || mode !== 'plan' || token === null || pullRequest === null || workflow === null)
    return null;
  const { patience } = worldOf(inputs);
  return { pullRequest: pullRequest.number, workflow, patience, connect: () => connect(token, context, patience) };
}

/** As @actions/core reads it, but of an environment of which `process.env` is only a part. */
function getInput(name: string): string {
  return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}

/** The time for publishing begins now. */
function worldOf(inputs: ActionInputs | null): PublishWorld {
  const endMs = performance.now() + (inputs?.publishTimeoutMs ?? NO_TIME_MS);
  return {
    env,
    temporary: env.RUNNER_TEMP ?? tmpdir(),
    annotate,
    log: printLines,
    patience: {
      sleep: (durationMs) => sleep(durationMs),
      timeoutMs: REQUEST_TIMEOUT_MS,
      leftMs: () => endMs - performance.now(),
    },
  };
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
