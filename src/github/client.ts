import type { getOctokit } from '@actions/github';
import { cut, messageOf } from '../errors.ts';
import type { RepositoryAddress } from './remote-url.ts';
import { type Refusal, retryDelayMs } from './retry.ts';

/** A repository as one token sees it. Every request is timed out and retried as `retryDelayMs` says. */
export interface GitHub {
  readonly octokit: ReturnType<typeof getOctokit>;
  readonly owner: string;
  readonly repo: string;
}

export interface Patience {
  readonly sleep: (durationMs: number) => Promise<void>;
  /** For one attempt. */
  readonly timeoutMs: number;
  /** What is left for all that is still to be published. */
  readonly leftMs: () => number;
}

const MAX_REASON = 300;

/**
 * Loaded only when there is something to say: the client is the largest part of the Action. It is the one of `@actions/github`,
 * which goes through the proxy of a self-hosted runner; `@octokit/rest` is the same client without that.
 */
export async function connect(token: string, address: RepositoryAddress, patience: Patience): Promise<GitHub> {
  const { getOctokit } = await import('@actions/github');
  const silent = (): undefined => undefined;
  const octokit = getOctokit(token, {
    baseUrl: address.apiUrl,
    userAgent: 'pawl',
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  // Inside the retries, so that every attempt has its own time.
  octokit.hook.before('request', (options) => {
    const timeoutMs = Math.ceil(Math.max(1, Math.min(patience.timeoutMs, patience.leftMs())));
    options.request.signal = AbortSignal.timeout(timeoutMs);
  });
  octokit.hook.wrap('request', async (request, options) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await request(options);
      } catch (error) {
        const delayMs = retryDelayMs(refusalOf(error), attempt);
        if (delayMs === null || delayMs >= patience.leftMs()) throw error;
        await patience.sleep(delayMs);
      }
    }
  });
  return { octokit, owner: address.owner, repo: address.repo };
}

/** Goes down to the next shorter text while GitHub refuses one as too long, which it says with 422. */
export async function firstAccepted<T>(
  texts: readonly [string, ...string[]],
  send: (text: string) => Promise<T>,
): Promise<T> {
  const [text, next, ...rest] = texts;
  try {
    return await send(text);
  } catch (error) {
    const { status, message } = refusalOf(error);
    if (next === undefined || status !== 422 || !/too long|characters are allowed/i.test(message)) throw error;
    return firstAccepted([next, ...rest], send);
  }
}

/** Octokit gives a request without an answer the status 500; only one with a `response` was answered. */
export function refusalOf(error: unknown): Refusal {
  const message = messageOf(error);
  if (!(error instanceof Error && 'response' in error && typeof error.response === 'object' && error.response !== null))
    return { status: null, retryAfter: null, message };
  const response = error.response;
  const status = 'status' in response && typeof response.status === 'number' ? response.status : null;
  const headers = 'headers' in response && typeof response.headers === 'object' ? response.headers : null;
  const retryAfter = headers !== null && 'retry-after' in headers ? String(headers['retry-after']) : null;
  return { status, retryAfter, message };
}

export function whyOf(error: unknown): string {
  const { status, message } = refusalOf(error);
  return cut(
    status === null ? `GitHub gave no answer: ${message}` : `GitHub answered ${status}: ${message}`,
    MAX_REASON,
  );
}
