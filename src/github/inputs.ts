import { cut, type Problem, UserError } from '../errors.ts';
import type { ModelMode } from '../replay/index.ts';
import type { ContentLevel } from '../report/index.ts';
import type { ActionContext } from './context.ts';

const DEFAULT_KEY = 'gate';
const MAX_SLUG = 50;
const DEFAULT_PUBLISH_SECONDS = 120;

/**
 * `auto`: one job does it all. `plan`, `replay` and `gate` are the jobs of a run on several machines. `publish`: comments for
 * a fork's run that has ended.
 */
const MODES = ['auto', 'plan', 'replay', 'gate', 'publish'] as const;
export type ActionMode = (typeof MODES)[number];

/** The Action's inputs, read and checked; null = not given. */
export interface ActionInputs {
  readonly mode: ActionMode;
  /** Machines of a plan. */
  readonly shards: number | 'auto';
  /** Which of them this job is. */
  readonly shard: number | null;
  readonly round: 1 | 2;
  readonly config: string | null;
  readonly base: string | null;
  readonly head: string | null;
  readonly store: string | null;
  readonly trials: number | null;
  /** Replays the cases of these alone; null = of all. */
  readonly slices: readonly string[] | null;
  /** What is asked for; a fork never gets more than what is recorded. */
  readonly answers: ModelMode;
  readonly reportContent: ContentLevel | null;
  readonly comment: boolean;
  readonly check: boolean;
  readonly upload: boolean;
  /** Tells one gate of a repository from another's: of the comment, the check run and the upload. */
  readonly key: string;
  readonly publishTimeoutMs: number;
  /** For each file of another job; null = as long as a large one takes. */
  readonly fetchTimeoutMs: number | null;
  readonly token: string | null;
  readonly providerUrls: Readonly<Record<string, string>>;
  /** Relative to the workspace. */
  readonly workingDirectory: string | null;
}

/** `get` is @actions/core's getInput: trimmed, empty when absent. Throws a UserError with everything that is wrong. */
export function readInputs(get: (name: string) => string): ActionInputs {
  const problems: Problem[] = [];
  const text = (name: string): string | null => get(name) || null;
  const oneOf = <const T extends string>(name: string, allowed: readonly T[]): T | null => {
    const value = text(name);
    const known = allowed.find((word) => word === value);
    if (value !== null && known === undefined) problems.push(wrong(name, `one of ${allowed.join(', ')}`, value));
    return known ?? null;
  };
  const number = (name: string): number | null => {
    const value = text(name);
    if (value !== null && !/^[1-9]\d{0,3}$/.test(value))
      problems.push(wrong(name, 'a whole number from 1 to 9999', value));
    return value === null ? null : Number(value);
  };
  const trials = number('trials');
  const key = text('key');
  if (key !== null && !/^[a-z0-9][a-z0-9._-]{0,59}$/.test(key))
    problems.push(wrong('key', 'at most 60 lower-case letters, digits, ".", "_" and "-"', key));
  const providerUrls: Record<string, string> = {};
  for (const provider of ['openai', 'anthropic']) {
    const url = text(`${provider}-base-url`);
    if (url === null) continue;
    if (!URL.canParse(url) || !/^https?:/.test(url))
      problems.push(wrong(`${provider}-base-url`, 'a http or https URL', url));
    providerUrls[provider] = url;
  }
  const mode = oneOf('mode', MODES) ?? 'auto';
  const shard = number('shard');
  const publishSeconds = number('publish-timeout');
  if (mode === 'replay' && shard === null) problems.push(wrong('shard', 'the number of a shard, from the matrix', ''));
  const inputs: ActionInputs = {
    ...{ mode, shard, shards: get('shards') === 'auto' ? 'auto' : (number('shards') ?? 'auto') },
    round: oneOf('round', ['1', '2']) === '2' ? 2 : 1,
    config: text('config'),
    base: text('base'),
    head: text('head'),
    store: text('store'),
    trials,
    slices: names(text('slices')),
    answers: oneOf('answers', ['live', 'recorded']) ?? 'live',
    reportContent: oneOf('report-content', ['none', 'excerpt', 'full']),
    comment: oneOf('comment', ['true', 'false']) !== 'false',
    check: oneOf('check', ['true', 'false']) !== 'false',
    upload: oneOf('upload', ['true', 'false']) !== 'false',
    key: key ?? keyOf(text('working-directory'), text('config')),
    publishTimeoutMs: 1000 * (publishSeconds ?? DEFAULT_PUBLISH_SECONDS),
    fetchTimeoutMs: publishSeconds === null ? null : 1000 * publishSeconds,
    token: text('github-token'),
    providerUrls,
    workingDirectory: text('working-directory'),
  };
  if (problems.length > 0) throw new UserError(problems);
  return inputs;
}

/** Names with commas between; none = null. */
function names(list: string | null): readonly string[] | null {
  const found = (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return found.length === 0 ? null : found;
}

/** Two agents of one repository differ in their folder or their settings, and so do what they say there. */
function keyOf(workingDirectory: string | null, config: string | null): string {
  const place = [workingDirectory, config].filter((part) => part !== null).join('/');
  const slug = place
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return slug === '' ? DEFAULT_KEY : `${DEFAULT_KEY}-${slug.slice(-MAX_SLUG)}`;
}

/** What to compare: inputs win over the event. Throws a UserError when nothing names a base. */
export function chooseSides(
  inputs: ActionInputs,
  context: ActionContext,
): { readonly base: string; readonly head: string } {
  const base = inputs.base ?? context.baseSha ?? context.firstPushBase;
  if (base === null) {
    const message = `the event ${context.event} names no base to compare with`;
    throw new UserError({ where: 'with: base', message, hint: 'Give the input base, for example base: origin/main.' });
  }
  return { base, head: inputs.head ?? context.headSha };
}

function wrong(name: string, expected: string, received: string): Problem {
  return {
    where: `with: ${name}`,
    message: `expected ${expected}; received ${cut(JSON.stringify(received), 80)}`,
    hint: null,
  };
}
