import { UserError } from '../errors.ts';
import { type Json, pathText, type SchemaProblem, schemaCheck } from '../trace/index.ts';
import type { ActionContext, Environment } from './context.ts';
import { readContext } from './context.ts';

/** A run that a pull request started and that has ended, as the event `workflow_run` tells of it. */
export interface EndedRun {
  /** As if this were that run. `pullRequest` is null: the event does not name one of a fork. */
  readonly context: ActionContext;
  /** Where its head lies; null = in this repository itself, or in none any more. */
  readonly fork: { readonly repository: string; readonly owner: string; readonly branch: string } | null;
  /** How its jobs ended, as GitHub says: `success`, `failure`. */
  readonly conclusion: string;
}

const TEXT = { type: 'string', minLength: 1, maxLength: 300 };
const SHA = { type: 'string', pattern: '^([0-9a-f]{40}|[0-9a-f]{64})$' };
const COUNT = { type: 'integer', minimum: 1 };
const REPOSITORY = {
  type: 'object',
  required: ['full_name', 'owner'],
  properties: {
    full_name: { type: 'string', pattern: '^[\\w.-]+/[\\w.-]+$' },
    owner: { type: 'object', required: ['login'], properties: { login: TEXT } },
  },
};

const check = schemaCheck(
  {
    type: 'object',
    required: ['workflow_run'],
    properties: {
      workflow_run: {
        type: 'object',
        required: ['id', 'run_attempt', 'event', 'head_sha', 'head_branch', 'head_repository', 'conclusion'],
        properties: {
          id: COUNT,
          run_attempt: COUNT,
          event: { const: 'pull_request' },
          head_sha: SHA,
          head_branch: TEXT,
          conclusion: TEXT,
          head_repository: { anyOf: [{ type: 'null' }, REPOSITORY] },
        },
      },
    },
  },
  [],
);

/** What the schema has checked. */
interface Payload {
  readonly workflow_run: {
    readonly id: number;
    readonly run_attempt: number;
    readonly head_sha: string;
    readonly head_branch: string;
    readonly conclusion: string;
    readonly head_repository: { readonly full_name: string; readonly owner: { readonly login: string } } | null;
  };
}

/** @throws UserError with everything that is wrong with the event. */
export function readEndedRun(env: Environment, payload: Json): EndedRun {
  if (env.GITHUB_EVENT_NAME !== 'workflow_run')
    throw new UserError({
      where: 'with: mode',
      message: `publish runs on: workflow_run; received ${JSON.stringify(env.GITHUB_EVENT_NAME ?? '')}`,
      hint: 'leave mode out for the job that gates',
    });
  const faults = check(payload);
  if (faults.length > 0) throw new UserError(faults.map(problemOf));
  const { workflow_run: run } = payload as unknown as Payload; // the schema has just said so
  // The runner's own variables are of this run; of the one that ended only its number, attempt and head differ.
  const of = { ...env, GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_SHA: run.head_sha };
  const stamp = { GITHUB_RUN_ID: String(run.id), GITHUB_RUN_ATTEMPT: String(run.run_attempt) };
  const context = readContext({ ...of, ...stamp }, payload);
  const from = run.head_repository;
  const isFork = from !== null && from.full_name !== `${context.owner}/${context.repo}`;
  const fork = isFork ? { repository: from.full_name, owner: from.owner.login, branch: run.head_branch } : null;
  return { context, fork, conclusion: run.conclusion };
}

function problemOf({ path, message }: SchemaProblem) {
  const hint = 'start this workflow on: workflow_run, for a workflow that runs on: pull_request';
  return { where: `event.${pathText(path)}`, message, hint };
}
