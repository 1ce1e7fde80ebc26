import type { JsonObject } from '../../../src/trace/index.ts';
import { userJson } from './resources.ts';

/** What is asked for before something is merged into a branch. */
export interface FakeBranch {
  /** By a ruleset, which everybody may read. */
  rules: readonly string[];
  /** By branch protection, as the branch itself shows it. */
  protection: readonly string[];
  mergeQueue: boolean;
}

const SHA = '6dcb09b5b57875f334f61aebed695e2e4193db5e';
const SOURCE = { ruleset_source_type: 'Repository', ruleset_source: 'acme/desk', ruleset_id: 42 };

/** With every member that GitHub's description demands. */
export function rulesJson({ rules, mergeQueue }: FakeBranch): JsonObject[] {
  const checks = rules.map((context) => ({ context, integration_id: 15368 }));
  const required = {
    type: 'required_status_checks',
    parameters: { required_status_checks: checks, strict_required_status_checks_policy: false },
    ...SOURCE,
  };
  const queue = {
    type: 'merge_queue',
    parameters: {
      check_response_timeout_minutes: 60,
      grouping_strategy: 'ALLGREEN',
      max_entries_to_build: 5,
      max_entries_to_merge: 5,
      merge_method: 'SQUASH',
      min_entries_to_merge: 1,
      min_entries_to_merge_wait_minutes: 5,
    },
    ...SOURCE,
  };
  return [...(rules.length > 0 ? [required] : []), ...(mergeQueue ? [queue] : []), { type: 'deletion', ...SOURCE }];
}

export function branchJson(origin: string, repository: string, name: string, { protection }: FakeBranch): JsonObject {
  const api = `${origin}/repos/${repository}`;
  const person = { name: 'A Developer', email: 'dev@example.com', date: '2026-11-02T08:00:00Z' };
  const commit = {
    url: `${api}/commits/${SHA}`,
    sha: SHA,
    node_id: 'C_1',
    html_url: `${origin}/${repository}/commit/${SHA}`,
    comments_url: `${api}/commits/${SHA}/comments`,
    commit: {
      url: `${api}/git/commits/${SHA}`,
      author: person,
      committer: person,
      message: 'A change',
      comment_count: 0,
      tree: { sha: SHA, url: `${api}/git/trees/${SHA}` },
    },
    author: userJson(origin, 'dev'),
    committer: userJson(origin, 'dev'),
    parents: [],
  };
  const checks = protection.map((context) => ({ context, app_id: 15368 }));
  return {
    name,
    commit,
    _links: { html: `${origin}/${repository}/tree/${name}`, self: `${api}/branches/${name}` },
    protected: protection.length > 0,
    protection: {
      enabled: protection.length > 0,
      required_status_checks: { enforcement_level: 'non_admins', contexts: [...protection], checks },
    },
    protection_url: `${api}/branches/${name}/protection`,
  };
}
