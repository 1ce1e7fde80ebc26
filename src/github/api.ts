import type { getOctokit } from '@actions/github';
import { cut, messageOf } from '../errors.ts';
import type { ActionContext } from './context.ts';
import type { CommentState } from './plan.ts';
import { type Refusal, retryDelayMs } from './retry.ts';
import type { CommentPlan, StandingComment } from './sticky.ts';

type Octokit = ReturnType<typeof getOctokit>;

/** A repository's comments as one token sees them. Every request is timed out and retried as `retryDelayMs` says. */
export interface GitHub {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly repo: string;
}

export interface Patience {
  readonly sleep: (durationMs: number) => Promise<void>;
  /** For one attempt. */
  readonly timeoutMs: number;
}

/** Of GITHUB_TOKEN. It is an installation's token, and those may not ask who they are (403). */
const ACTIONS_BOT = 'github-actions[bot]';

/** Loaded only when there is something to say: the client is the largest part of the Action. */
export async function connect(token: string, context: ActionContext, patience: Patience): Promise<GitHub> {
  const { getOctokit } = await import('@actions/github');
  const silent = (): undefined => undefined;
  const octokit = getOctokit(token, {
    baseUrl: context.apiUrl,
    userAgent: 'pawl',
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  // Inside the retries, so that every attempt has its own time.
  octokit.hook.before('request', (options) => {
    options.request.signal = AbortSignal.timeout(patience.timeoutMs);
  });
  octokit.hook.wrap('request', async (request, options) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await request(options);
      } catch (error) {
        const delayMs = retryDelayMs(refusalOf(error), attempt);
        if (delayMs === null) throw error;
        await patience.sleep(delayMs);
      }
    }
  });
  return { octokit, owner: context.owner, repo: context.repo };
}

/** Never throws: what cannot be read is a reason. */
export async function readComments(github: GitHub, issue: number): Promise<CommentState> {
  const { octokit, owner, repo } = github;
  try {
    const parameters = { owner, repo, issue_number: issue, per_page: 100 };
    const found = await octokit.paginate(octokit.rest.issues.listComments, parameters);
    const comments = found.map(
      (comment): StandingComment => ({ id: comment.id, author: comment.user?.login ?? null, body: comment.body ?? '' }),
    );
    return { kind: 'read', identity: await whoAmI(octokit), comments };
  } catch (error) {
    return { kind: 'unavailable', why: whyOf(error) };
  }
}

async function whoAmI(octokit: Octokit): Promise<string> {
  try {
    return (await octokit.rest.users.getAuthenticated()).data.login;
  } catch (error) {
    if (refusalOf(error).status === 403) return ACTIONS_BOT;
    throw error;
  }
}

/** Returns what could not be done, empty when all was. Never throws. */
export async function writeComment(github: GitHub, issue: number, plan: CommentPlan): Promise<readonly string[]> {
  try {
    const ours = await writeText(github, issue, plan);
    const outcomes = await Promise.all([...plan.remove, ...ours].map((id) => removeComment(github, id)));
    return outcomes.flatMap((why) => (why === null ? [] : [why]));
  } catch (error) {
    return [whyOf(error)];
  }
}

/** Returns further comments of ours that the answer brought to light. */
async function writeText(github: GitHub, issue: number, plan: CommentPlan): Promise<readonly number[]> {
  const { octokit, owner, repo } = github;
  const create = (body: string) => octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body });
  switch (plan.kind) {
    case 'keep':
      return [];
    case 'create': {
      const author = (await firstAccepted(plan.bodies, create)).data.user?.login ?? plan.identity;
      return author === plan.identity ? [] : (plan.suspects.get(author) ?? []);
    }
    case 'update': {
      const update = (body: string) => octokit.rest.issues.updateComment({ owner, repo, comment_id: plan.id, body });
      try {
        await firstAccepted(plan.bodies, update);
      } catch (error) {
        if (refusalOf(error).status !== 404) throw error;
        await firstAccepted(plan.bodies, create);
      }
      return [];
    }
    default:
      return plan satisfies never;
  }
}

/** Goes down to the next shorter body while GitHub says 422, which is how it refuses a body as too long. */
async function firstAccepted<T>(
  bodies: readonly [string, ...string[]],
  send: (body: string) => Promise<T>,
): Promise<T> {
  const [body, next, ...rest] = bodies;
  try {
    return await send(body);
  } catch (error) {
    const { status, message } = refusalOf(error);
    if (next === undefined || status !== 422 || !/too long/i.test(message)) throw error;
    return firstAccepted([next, ...rest], send);
  }
}

/** One that is gone already is as good as removed. */
async function removeComment({ octokit, owner, repo }: GitHub, id: number): Promise<string | null> {
  try {
    await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
    return null;
  } catch (error) {
    return refusalOf(error).status === 404 ? null : `older comment ${id} not deleted: ${whyOf(error)}`;
  }
}

/** Octokit gives a request without an answer the status 500; only one with a `response` was answered. */
function refusalOf(error: unknown): Refusal {
  const message = messageOf(error);
  if (!(error instanceof Error && 'response' in error && typeof error.response === 'object' && error.response !== null))
    return { status: null, retryAfter: null, message };
  const response = error.response;
  const status = 'status' in response && typeof response.status === 'number' ? response.status : null;
  const headers = 'headers' in response && typeof response.headers === 'object' ? response.headers : null;
  const retryAfter = headers !== null && 'retry-after' in headers ? String(headers['retry-after']) : null;
  return { status, retryAfter, message };
}

function whyOf(error: unknown): string {
  const { status, message } = refusalOf(error);
  return cut(status === null ? `GitHub gave no answer: ${message}` : `GitHub answered ${status}: ${message}`, 300);
}
