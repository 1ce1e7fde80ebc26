import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isJsonObject, type Json, parseJson } from '../../../src/trace/index.ts';
import { FakeArtifacts } from './artifacts.ts';
import { branchJson, type FakeBranch, rulesJson } from './branches.ts';
import { FakeCheckRuns } from './check-runs.ts';
import { Contract, type KnownRequest } from './contract.ts';
import { FakeIssues } from './issues.ts';
import { commentJson, type FakeComment, ownUserJson } from './resources.ts';
import { artifactsJson, type FakePull, type FakeRun, pullJson, runsJson } from './runs.ts';

export const TOKEN = 'ghs_aTokenOfTheTests0123456789';
/** One for all: GitHub's description is compiled once, as what is asked needs it. */
const CONTRACT = new Contract();
const REPOSITORY = 'acme/desk';
const MAX_COMMENT_CHARACTERS = 65_536;

/** Whose token it is: `installation` may not ask GET /user, as GITHUB_TOKEN and the tokens of other apps may not. */
export interface TokenOwner {
  readonly kind: 'installation' | 'user';
  readonly login: string;
}

/** Answers the next `times` requests that match, in place of GitHub. */
export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  times: number;
  readonly answer: Answer | 'reset' | 'hang';
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
  /** In place of a body. */
  readonly bytes?: Buffer;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
}

/** A GitHub on loopback that remembers comments, issues, check runs and uploads. Anything it did not understand stands in `violations`. */
export class FakeGitHub {
  readonly comments: FakeComment[] = [];
  readonly requests: SeenRequest[] = [];
  readonly violations: string[] = [];
  readonly faults: Fault[] = [];
  readonly checks = new FakeCheckRuns();
  readonly artifacts = new FakeArtifacts();
  readonly pulls: FakePull[] = [];
  /** Earlier ones; what is uploaded now is of another. */
  readonly runs: FakeRun[] = [];
  /** Of `main`, the only one. */
  readonly branch: FakeBranch = { rules: [], protection: [], mergeQueue: false };
  readonly issues = new FakeIssues(() => this.url, REPOSITORY);
  owner: TokenOwner = { kind: 'installation', login: 'github-actions[bot]' };
  /** As for a pull request from a fork: every write is refused. */
  readOnly = false;
  /** Requests that met a fault. */
  faulted = 0;
  /** Hears of each request that it never answers. */
  onHang: () => void = () => undefined;
  #nextId = 1001;
  readonly #contract = CONTRACT;
  readonly #server: Server = createServer((request, response) => {
    this.#handle(request, response).catch((error: unknown) => {
      this.violations.push(`the fake itself failed: ${String(error)}`);
      response.writeHead(500).end();
    });
  });

  static async start(): Promise<FakeGitHub> {
    const fake = new FakeGitHub();
    await new Promise<void>((resolve) => fake.#server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the fake is not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  /** A comment that stood there before. */
  plant(issue: number, author: string, body: string): number {
    const id = this.#nextId++;
    this.comments.push({ id, issue, author, body });
    return id;
  }

  fail(method: string, path: RegExp, answer: Fault['answer'], times = 1): void {
    this.faults.push({ method, path, answer, times });
  }

  /** Everything that was not as GitHub would have it. */
  get complaints(): readonly string[] {
    return [...this.violations, ...this.artifacts.violations];
  }

  writes(): SeenRequest[] {
    return this.requests.filter((request) => request.method !== 'GET');
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const url = new URL(request.url ?? '/', this.url);
    const method = request.method ?? '';
    const isArtifact = this.artifacts.knows(url.pathname);
    const body = bytes.length === 0 || isArtifact ? undefined : parseJson(bytes.toString('utf8'));
    const { known, violations } = isArtifact
      ? { known: null, violations: [] }
      : this.#contract.request(method, url, body);
    this.violations.push(...violations);
    const fault = this.faults.find((one) => one.times > 0 && one.method === method && one.path.test(url.pathname));
    if (fault !== undefined) {
      fault.times -= 1;
      this.faulted += 1;
    }
    const answer =
      fault?.answer ??
      (isArtifact
        ? this.#artifact(url, method, request.headers, bytes)
        : this.#answer(request, known, violations, body));
    this.requests.push({ method, path: url.pathname, status: typeof answer === 'string' ? null : answer.status });
    if (answer === 'hang') {
      this.onHang();
      return;
    }
    if (answer === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    if (known !== null) this.violations.push(...this.#contract.response(known.operation, answer.status, answer.body));
    response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers });
    response.end(answer.bytes ?? (answer.body === undefined ? '' : JSON.stringify(answer.body)));
  }

  #artifact(url: URL, method: string, headers: IncomingMessage['headers'], bytes: Buffer): Answer {
    const run = this.runs.find(({ id }) => String(id) === url.searchParams.get('run'));
    const kept = run?.uploads.find(({ name }) => url.pathname === `/blob/${encodeURIComponent(name)}`)?.zip;
    return kept ? { status: 200, bytes: kept } : this.artifacts.answer(url, method, headers, bytes);
  }

  #answer(request: IncomingMessage, known: KnownRequest | null, violations: string[], body: Json | undefined): Answer {
    if (!request.headers['user-agent']) return refusal(403, 'Request forbidden by administrative rules.');
    if (!/^(?:token|bearer) /i.test(request.headers.authorization ?? ''))
      return refusal(401, 'Requires authentication');
    if (!request.headers.authorization?.endsWith(` ${TOKEN}`)) return refusal(401, 'Bad credentials');
    if (known === null) return refusal(404, 'Not Found');
    if (violations.length > 0) return refusal(400, violations.join('; '));
    if (request.method !== 'GET' && this.readOnly) return refusal(403, 'Resource not accessible by integration');
    const { path, query } = known;
    if (path.repo !== undefined && `${path.owner}/${path.repo}` !== REPOSITORY) return refusal(404, 'Not Found');
    const text = isJsonObject(body) && typeof body.body === 'string' ? body.body : '';
    switch (known.operation) {
      case 'GET /user':
        if (this.owner.kind === 'installation') return refusal(403, 'Resource not accessible by integration');
        return { status: 200, body: ownUserJson(this.url, this.owner.login) };
      case 'GET /repos/{owner}/{repo}/pulls':
        return { status: 200, body: this.pulls.filter(({ head }) => head === query.head).map(pullJson) };
      case 'GET /repos/{owner}/{repo}/pulls/{pull_number}': {
        const pull = this.pulls.find(({ number }) => String(number) === path.pull_number);
        return pull === undefined ? refusal(404, 'Not Found') : { status: 200, body: pullJson(pull) };
      }
      case 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs': {
        const runs = this.runs.filter((one) => one.workflow === path.workflow_id && one.headSha === query.head_sha);
        return { status: 200, body: runsJson(runs) };
      }
      case 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts': {
        const run = this.runs.find(({ id }) => String(id) === path.run_id);
        const uploads = run?.uploads ?? this.artifacts.all;
        return { status: 200, body: artifactsJson(this.url, REPOSITORY, uploads, query.name, run?.firstId) };
      }
      case 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}': {
        const id = Number(path.artifact_id);
        const run = this.runs.find(({ firstId, uploads }) => id >= firstId && id < firstId + uploads.length);
        const name = (run === undefined ? this.artifacts.all[id - 1] : run.uploads[id - run.firstId])?.name ?? '';
        const of = run === undefined ? '' : `?run=${run.id}`;
        return { status: 302, headers: { location: `${this.url}/blob/${encodeURIComponent(name)}${of}` } };
      }
      case 'GET /repos/{owner}/{repo}/branches/{branch}':
        if (path.branch !== 'main') return refusal(404, 'Branch not found');
        return { status: 200, body: branchJson(this.url, REPOSITORY, 'main', this.branch) };
      case 'GET /repos/{owner}/{repo}/rules/branches/{branch}':
        return { status: 200, body: path.branch === 'main' ? rulesJson(this.branch) : [] };
      case 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments':
        return this.#list(Number(path.issue_number), Number(query.per_page ?? 30), Number(query.page ?? 1));
      case 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments':
        return tooLong(text) ?? this.#create(Number(path.issue_number), text);
      case 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}':
        return tooLong(text) ?? this.#update(Number(path.comment_id), text);
      case 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}':
        return this.#delete(Number(path.comment_id));
      case 'GET /repos/{owner}/{repo}/issues':
        return this.issues.list(query);
      case 'POST /repos/{owner}/{repo}/issues':
        return this.issues.create(this.owner.login, body);
      case 'GET /repos/{owner}/{repo}/issues/{issue_number}':
        return this.issues.get(Number(path.issue_number));
      case 'PATCH /repos/{owner}/{repo}/issues/{issue_number}':
        return this.issues.update(Number(path.issue_number), body);
      case 'POST /repos/{owner}/{repo}/check-runs':
        return this.checks.create(this.url, REPOSITORY, body);
      case 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}':
        return this.checks.update(this.url, REPOSITORY, Number(path.check_run_id), body);
      default:
        return refusal(404, 'Not Found');
    }
  }

  #list(issue: number, wantedPerPage: number, page: number): Answer {
    const perPage = Math.min(wantedPerPage, 100);
    const all = this.comments.filter((comment) => comment.issue === issue);
    const shown = all.slice((page - 1) * perPage, page * perPage);
    const last = Math.max(1, Math.ceil(all.length / perPage));
    const link = (to: number, rel: string) =>
      `<${this.url}/repos/${REPOSITORY}/issues/${issue}/comments?per_page=${perPage}&page=${to}>; rel="${rel}"`;
    const links = [
      ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
      ...(page > 1 ? [link(1, 'first')] : []),
    ];
    return {
      status: 200,
      ...(links.length > 0 ? { headers: { link: links.join(', ') } } : {}),
      body: shown.map((comment) => commentJson(this.url, REPOSITORY, comment)),
    };
  }

  #create(issue: number, body: string): Answer {
    const comment = { id: this.#nextId++, issue, author: this.owner.login, body };
    this.comments.push(comment);
    return { status: 201, body: commentJson(this.url, REPOSITORY, comment) };
  }

  #update(id: number, body: string): Answer {
    const comment = this.comments.find((one) => one.id === id);
    if (comment === undefined) return refusal(404, 'Not Found');
    comment.body = body;
    return { status: 200, body: commentJson(this.url, REPOSITORY, comment) };
  }

  #delete(id: number): Answer {
    const index = this.comments.findIndex((comment) => comment.id === id);
    if (index < 0) return refusal(404, 'Not Found');
    this.comments.splice(index, 1);
    return { status: 204 };
  }
}

/** GitHub's error body. */
export function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  const documentation_url = 'https://docs.github.com/rest';
  return { status, headers, body: { message, documentation_url, status: String(status) } };
}

/** GitHub's description does not state this limit. */
function tooLong(body: string): Answer | null {
  if ([...body].length <= MAX_COMMENT_CHARACTERS) return null;
  const message = `Body is too long (maximum is ${MAX_COMMENT_CHARACTERS} characters)`;
  const errors = [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }];
  return {
    status: 422,
    body: { message: 'Validation Failed', documentation_url: 'https://docs.github.com/rest', errors },
  };
}
