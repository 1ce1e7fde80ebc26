import { isJsonObject, type Json, type JsonObject } from '../../../src/trace/index.ts';
import { type Answer, refusal } from './github.ts';
import { userJson } from './resources.ts';

/** An issue as the fake keeps it. */
export interface FakeIssue {
  readonly number: number;
  readonly author: string;
  labels: readonly string[];
  title: string;
  body: string;
  state: string;
  reason: string | null;
  /** How often it was written after it was created. */
  writes: number;
}

/** Issues of one repository; the contract has already judged the types of what is given. */
export class FakeIssues {
  readonly all: FakeIssue[] = [];
  readonly #origin: () => string;
  readonly #repository: string;

  constructor(origin: () => string, repository: string) {
    this.#origin = origin;
    this.#repository = repository;
  }

  list(query: Readonly<Record<string, string>>): Answer {
    const state = query.state ?? 'open';
    const found = this.all.filter((one) => {
      const hasLabel = query.labels === undefined || one.labels.includes(query.labels);
      return hasLabel && (state === 'all' || one.state === state);
    });
    return { status: 200, body: found.toReversed().map((one) => this.#json(one)) };
  }

  create(author: string, body: Json | undefined): Answer {
    const given = isJsonObject(body) ? body : {};
    const labels = Array.isArray(given.labels) ? given.labels.map(String) : [];
    const text = typeof given.body === 'string' ? given.body : '';
    const number = 1 + Math.max(0, ...this.all.map((one) => one.number));
    const issue = {
      number,
      author,
      labels,
      title: String(given.title),
      body: text,
      state: 'open',
      reason: null,
      writes: 0,
    };
    this.all.push(issue);
    return { status: 201, body: this.#json(issue) };
  }

  get(number: number): Answer {
    const issue = this.all.find((one) => one.number === number);
    return issue === undefined ? refusal(404, 'Not Found') : { status: 200, body: this.#json(issue) };
  }

  update(number: number, body: Json | undefined): Answer {
    const issue = this.all.find((one) => one.number === number);
    if (issue === undefined) return refusal(404, 'Not Found');
    const given = isJsonObject(body) ? body : {};
    if (typeof given.title === 'string') issue.title = given.title;
    if (typeof given.body === 'string') issue.body = given.body;
    if (typeof given.state === 'string') issue.state = given.state;
    if (typeof given.state_reason === 'string') issue.reason = given.state_reason;
    issue.writes += 1;
    return { status: 200, body: this.#json(issue) };
  }

  /** With every member that GitHub's description demands. */
  #json(issue: FakeIssue): JsonObject {
    const [origin, { number, title, body, state, labels }] = [this.#origin(), issue];
    const url = `${origin}/repos/${this.#repository}/issues/${number}`;
    return {
      ...{ id: 5000 + number, node_id: `I_${number}`, number, title, body, state, url },
      repository_url: `${origin}/repos/${this.#repository}`,
      labels_url: `${url}/labels`,
      comments_url: `${url}/comments`,
      events_url: `${url}/events`,
      html_url: `${origin}/${this.#repository}/issues/${number}`,
      user: userJson(origin, issue.author),
      labels: [...labels],
      ...{ assignee: null, milestone: null, locked: false, comments: 0, closed_at: null },
      ...{ created_at: '2026-11-02T08:00:00Z', updated_at: '2026-11-02T08:00:00Z', author_association: 'NONE' },
    };
  }
}
