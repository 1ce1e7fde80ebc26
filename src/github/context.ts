import { cut, type Problem, UserError } from '../errors.ts';
import { isJsonObject, type Json } from '../trace/index.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Events that the gate runs on. */
const EVENTS = ['pull_request', 'merge_group', 'push', 'workflow_dispatch', 'schedule'] as const;
type GateEvent = (typeof EVENTS)[number];

/** Where and for what the runner started us. Shas are full. */
export interface ActionContext {
  readonly event: GateEvent;
  readonly owner: string;
  readonly repo: string;
  readonly apiUrl: string;
  /** GitHub Enterprise Server, which lacks the artifact service of github.com. */
  readonly enterpriseServer: boolean;
  /** The page of this run, with the step summary. */
  readonly runUrl: string;
  readonly run: RunStamp;
  /** null = the event names no base (schedule, workflow_dispatch, the first push of a branch). */
  readonly baseSha: string | null;
  /**
   * What a branch is compared with that was pushed for the first time: the default branch, or itself where it is that one,
   * since nothing was there before. null = not such an event.
   */
  readonly firstPushBase: string | null;
  /** For a pull request its own head, not GITHUB_SHA, which is the merge commit. */
  readonly headSha: string;
  readonly pullRequest: PullRequestContext | null;
}

/** Orders runs in time: ids grow, and attempts grow within a run. */
export interface RunStamp {
  readonly id: number;
  readonly attempt: number;
}

interface PullRequestContext {
  readonly number: number;
  /**
   * `fork`: the head lives in another repository (or in none any more), there are no secrets and the token can only read.
   * `dependabot`: no secrets either.
   */
  readonly origin: 'own' | 'fork' | 'dependabot';
}

const DEPENDABOT = 'dependabot[bot]';
const FULL_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const NO_COMMIT = /^0+$/;
const GITHUB_CLOUD = /^https:\/\/(?:github\.com|[\w-]+\.ghe\.com)$/i;
/** `gh-readonly-queue/main/pr-7-<sha>`: the pull request that the queue tries to merge. */
const QUEUE_REF = /^(?:refs\/heads\/)?gh-readonly-queue\/.+\/pr-(?<number>[1-9]\d{0,9})-[0-9a-f]{40,64}$/;

/** From the runner's environment and the event's payload. Throws a UserError with everything that is wrong. */
export function readContext(env: Environment, payload: Json): ActionContext {
  const reader = new ContextReader(env, payload);
  const event = reader.event();
  const [owner = '', repo = ''] = reader.variable('GITHUB_REPOSITORY', /^[\w.-]+\/[\w.-]+$/, 'owner/name').split('/');
  const run = { id: reader.count('GITHUB_RUN_ID'), attempt: reader.count('GITHUB_RUN_ATTEMPT') };
  const serverUrl = reader.url('GITHUB_SERVER_URL', 'https://github.com');
  const context: ActionContext = {
    event,
    owner,
    repo,
    apiUrl: reader.url('GITHUB_API_URL', 'https://api.github.com'),
    enterpriseServer: !GITHUB_CLOUD.test(serverUrl),
    runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${run.id}`,
    run,
    ...reader.sides(event),
    firstPushBase: event === 'push' ? reader.firstPushBase() : null,
  };
  if (reader.problems.length > 0) throw new UserError(reader.problems);
  return context;
}

type Sides = Pick<ActionContext, 'baseSha' | 'headSha' | 'pullRequest'>;

/** Reads single values and gathers what is wrong; what it returns then is thrown away with the context. */
class ContextReader {
  readonly problems: Problem[] = [];
  readonly #env: Environment;
  readonly #payload: Json;

  constructor(env: Environment, payload: Json) {
    this.#env = env;
    this.#payload = payload;
  }

  event(): GateEvent {
    const name = this.#env.GITHUB_EVENT_NAME ?? '';
    const known = EVENTS.find((event) => event === name);
    if (known !== undefined) return known;
    if (name === 'pull_request_target') {
      const message = 'pawl does not run on pull_request_target: it runs the pull request’s code';
      const hint =
        'That event hands a write token and all secrets to whoever opens a pull request. Use on: pull_request.';
      this.problems.push({ where: 'on: pull_request_target', message, hint });
    } else {
      const message = `expected one of ${EVENTS.join(', ')}; received ${quote(name)}`;
      this.problems.push({ where: 'GITHUB_EVENT_NAME', message, hint: 'Change the events under on: in the workflow.' });
    }
    return 'schedule';
  }

  variable(name: string, form: RegExp, expected: string): string {
    const value = this.#env[name] ?? '';
    if (!form.test(value)) this.#wrong(name, expected, value);
    return value;
  }

  count(name: string): number {
    return Number(this.variable(name, /^[1-9]\d{0,14}$/, 'a whole number above zero'));
  }

  url(name: string, absent: string): string {
    const value = this.#env[name] ?? absent;
    if (!URL.canParse(value) || !/^https?:/.test(value)) this.#wrong(name, 'a http or https URL', value);
    return value.replace(/\/+$/, '');
  }

  firstPushBase(): string | null {
    const branch = this.#at('repository.default_branch');
    const after = this.#at('after');
    if (typeof branch !== 'string' || typeof after !== 'string') return null;
    return this.#at('ref') === `refs/heads/${branch}` ? after : `origin/${branch}`;
  }

  sides(event: GateEvent): Sides {
    switch (event) {
      case 'pull_request':
        return this.#pullRequest();
      case 'merge_group':
        return this.#mergeGroup();
      case 'push':
        return this.#push();
      case 'workflow_dispatch':
      case 'schedule':
        return { baseSha: null, headSha: this.variable('GITHUB_SHA', FULL_SHA, 'a full sha'), pullRequest: null };
      default:
        return event satisfies never;
    }
  }

  /** Of a tag with a message of its own, `after` is the tag, which no check run can be about. */
  #push(): Sides {
    const sides = this.#pair('before', 'after');
    const [ref, commit] = [this.#at('ref'), this.#at('head_commit.id')];
    const isTag = typeof ref === 'string' && ref.startsWith('refs/tags/');
    return isTag && typeof commit === 'string' && FULL_SHA.test(commit) ? { ...sides, headSha: commit } : sides;
  }

  /** The queue runs in the repository itself, whoever's pull request it merges. */
  #mergeGroup(): Sides {
    const ref = this.#at('merge_group.head_ref');
    const number = typeof ref === 'string' ? QUEUE_REF.exec(ref)?.groups?.number : undefined;
    const pullRequest = number === undefined ? null : { number: Number(number), origin: 'own' as const };
    return { ...this.#pair('merge_group.base_sha', 'merge_group.head_sha'), pullRequest };
  }

  #pullRequest(): Sides {
    const number = this.#at('pull_request.number');
    if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1)
      this.#wrong('event.pull_request.number', 'a whole number above zero', number);
    const headRepo = this.#at('pull_request.head.repo.full_name');
    const fork = headRepo === undefined || headRepo !== this.#at('pull_request.base.repo.full_name');
    const dependabot = this.#at('pull_request.user.login') === DEPENDABOT || this.#env.GITHUB_ACTOR === DEPENDABOT;
    const origin: PullRequestContext['origin'] = fork ? 'fork' : dependabot ? 'dependabot' : 'own';
    const pullRequest = { number: Number(number), origin };
    return { ...this.#pair('pull_request.base.sha', 'pull_request.head.sha'), pullRequest };
  }

  /** A new branch has no "before", a deleted one no "after": GitHub writes zeros. */
  #pair(basePath: string, headPath: string): Sides {
    const base = this.#sha(basePath);
    const head = this.#sha(headPath);
    if (NO_COMMIT.test(head)) {
      const message = 'the branch was deleted, so there is nothing to judge';
      this.problems.push({
        where: `event.${headPath}`,
        message,
        hint: 'Leave deletions out of the workflow’s events.',
      });
    }
    return { baseSha: NO_COMMIT.test(base) ? null : base, headSha: head, pullRequest: null };
  }

  #sha(path: string): string {
    const value = this.#at(path);
    if (typeof value === 'string' && FULL_SHA.test(value)) return value;
    this.#wrong(`event.${path}`, 'a full sha', value);
    return '';
  }

  #at(path: string): Json | undefined {
    let value: Json | undefined = this.#payload;
    for (const key of path.split('.')) value = isJsonObject(value) ? value[key] : undefined;
    return value;
  }

  #wrong(where: string, expected: string, received: Json | undefined): void {
    const message = `expected ${expected}; received ${quote(received)}`;
    this.problems.push({
      where,
      message,
      hint: 'GitHub’s runner sets this. Started by hand, use the command line: pawl gate.',
    });
  }
}

function quote(value: Json | undefined): string {
  return value === undefined || value === '' ? 'nothing' : cut(JSON.stringify(value), 80);
}
