import {
  type ActionContext,
  type ActionInputs,
  type Environment,
  type GateResult,
  readInputs,
} from '../../src/github/index.ts';
import type { Json, JsonObject } from '../../src/trace/index.ts';

export const BASE = 'b'.repeat(40);
export const HEAD = 'a'.repeat(40);
export const MERGE = 'c'.repeat(40);

export function gateResult(change: Partial<GateResult> = {}): GateResult {
  return {
    exitCode: 1,
    verdict: 'block',
    title: 'refunds dropped from 95 % to 60 %',
    blockedSlices: ['refunds'],
    brokenCases: [],
    providerCalls: 12,
    files: [{ name: 'report.json', text: '{"version":1}' }],
    annotations: { annotations: [], left: 0 },
    markdown: { full: '## Blocked\n\nfull report', short: '## Blocked\n\nshort report', minimal: '## Blocked' },
    ...change,
  };
}

export function environment(eventName: string, change: Environment = {}): Environment {
  return {
    GITHUB_EVENT_NAME: eventName,
    GITHUB_REPOSITORY: 'acme/desk',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_RUN_ID: '500',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SHA: MERGE,
    ...change,
  };
}

export function context(apiUrl: string, change: Partial<ActionContext> = {}): ActionContext {
  return {
    event: 'pull_request',
    owner: 'acme',
    repo: 'desk',
    apiUrl,
    enterpriseServer: false,
    runUrl: 'https://github.com/acme/desk/actions/runs/500',
    run: { id: 500, attempt: 1 },
    baseSha: BASE,
    firstPushBase: null,
    headSha: HEAD,
    pullRequest: { number: 7, origin: 'own' },
    ...change,
  };
}

export function inputs(change: Partial<ActionInputs> = {}): ActionInputs {
  return { ...readInputs(() => ''), ...change };
}

/** The part of GitHub's payload that tells where a pull request comes from. */
export function pullRequestPayload(
  headRepo: Json = { full_name: 'acme/desk' },
  shas = { base: BASE, head: HEAD },
): JsonObject {
  return {
    action: 'synchronize',
    number: 7,
    pull_request: {
      number: 7,
      draft: false,
      title: 'A pull request',
      user: { login: 'someone' },
      head: { sha: shas.head, ref: 'change', repo: headRepo },
      base: { sha: shas.base, ref: 'main', repo: { full_name: 'acme/desk' } },
    },
    repository: { full_name: 'acme/desk', default_branch: 'main' },
  };
}
