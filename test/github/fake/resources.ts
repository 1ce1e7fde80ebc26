import type { JsonObject } from '../../../src/trace/index.ts';

/** A comment as the fake keeps it. */
export interface FakeComment {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  body: string;
}

/** The JSON of a comment and of its author, with every member that GitHub's description demands. */
export function commentJson(origin: string, repository: string, comment: FakeComment): JsonObject {
  const api = `${origin}/repos/${repository}/issues`;
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${api}/comments/${comment.id}`,
    html_url: `${origin}/${repository}/pull/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${api}/${comment.issue}`,
    user: userJson(origin, comment.author),
    created_at: '2026-11-02T08:00:00Z',
    updated_at: '2026-11-02T08:00:00Z',
    author_association: 'NONE',
    body: comment.body,
  };
}

export function userJson(origin: string, login: string): JsonObject {
  const url = `${origin}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: 7,
    node_id: 'U_7',
    avatar_url: `${url}/avatar`,
    gravatar_id: '',
    url,
    html_url: `${origin}/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}

/** What GET /user adds about oneself. */
export function ownUserJson(origin: string, login: string): JsonObject {
  return {
    ...userJson(origin, login),
    user_view_type: 'public',
    name: null,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  };
}
