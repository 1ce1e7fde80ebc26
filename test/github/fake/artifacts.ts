import { createHash } from 'node:crypto';
import { isJsonObject, type Json, type JsonObject } from '../../../src/trace/index.ts';
import type { Answer } from './github.ts';

/** An upload as the fake keeps it; `zip` null = it was never finished. */
export interface FakeArtifact {
  readonly name: string;
  zip: Buffer | null;
  /** What the service says it is; left out = what it is. */
  digest?: string;
  /** How large the API says it is, in bytes; left out = as it is. */
  announced?: number;
}

const SERVICE = '/twirp/github.actions.results.api.v1.ArtifactService/';
const BLOB = '/blob/';

/** GitHub's artifact service and the blob store behind it, as `@actions/artifact` speaks to them. */
export class FakeArtifacts {
  readonly all: FakeArtifact[] = [];
  readonly violations: string[] = [];
  readonly #blocks = new Map<string, Buffer>();

  knows(path: string): boolean {
    return path.startsWith(SERVICE) || path.startsWith(BLOB);
  }

  answer(url: URL, method: string, headers: NodeJS.Dict<string | string[]>, body: Buffer): Answer {
    if (url.pathname.startsWith(BLOB)) return this.#blob(url, method, body);
    if (headers['content-type'] !== 'application/json') this.violations.push(`${url.pathname}: not JSON`);
    const request: Json = JSON.parse(body.toString('utf8'));
    if (isJsonObject(request) && hasIds(request)) {
      if (url.pathname.endsWith('/ListArtifacts')) return this.#list(request);
      if (typeof request.name === 'string') return this.#call(url, request, request.name);
    }
    this.violations.push(`${url.pathname}: ${body.toString('utf8').slice(0, 200)}`);
    return twirp(400, 'invalid_argument', 'missing ids or name');
  }

  /** Ids count up from 1, in the order in which the uploads began. */
  #list(request: JsonObject): Answer {
    const artifacts = this.all.flatMap(({ name, zip, digest }, index) => {
      const id = String(index + 1);
      if (zip === null || (request.id_filter !== undefined && request.id_filter !== id)) return [];
      const ids = { workflow_run_backend_id: 'run-id', workflow_job_run_backend_id: 'job-id' };
      return [{ ...ids, database_id: id, name, size: String(zip.length), digest: digest ?? digestOf(zip) }];
    });
    return { status: 200, body: { artifacts } };
  }

  #call(url: URL, request: JsonObject, name: string): Answer {
    const known = this.all.find((one) => one.name === name);
    switch (url.pathname.slice(SERVICE.length)) {
      case 'CreateArtifact':
        if (/["/:<>|*?\r\n\\]/.test(name)) return twirp(400, 'invalid_argument', 'the artifact name is not valid');
        if (known !== undefined)
          return twirp(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
        this.all.push({ name, zip: null });
        return {
          status: 200,
          body: { ok: true, signed_upload_url: `${url.origin}${BLOB}${encodeURIComponent(name)}` },
        };
      case 'FinalizeArtifact': {
        const size = known?.zip?.length ?? -1;
        if (request.size !== String(size))
          this.violations.push(`FinalizeArtifact: size ${String(request.size)}, stored ${size}`);
        if (!isHash(request.hash)) this.violations.push('FinalizeArtifact: no sha256');
        return { status: 200, body: { ok: true, artifact_id: String(this.all.length) } };
      }
      case 'GetSignedArtifactURL':
        return { status: 200, body: { name, signed_url: `${url.origin}${BLOB}${encodeURIComponent(name)}` } };
      default:
        return twirp(404, 'bad_route', url.pathname);
    }
  }

  #blob(url: URL, method: string, body: Buffer): Answer {
    const artifact = this.all.find((one) => one.name === decodeURIComponent(url.pathname.slice(BLOB.length)));
    const kind = url.searchParams.get('comp');
    if (artifact !== undefined && method === 'GET' && artifact.zip !== null)
      return { status: 200, bytes: artifact.zip, headers: { 'content-type': 'application/zip' } };
    if (artifact === undefined || method !== 'PUT') return { status: 404 };
    if (kind === 'block') this.#blocks.set(url.searchParams.get('blockid') ?? '', body);
    if (kind === 'blocklist') {
      const ids = [...body.toString('utf8').matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, id]) => id ?? '');
      artifact.zip = Buffer.concat(ids.map((id) => this.#blocks.get(id) ?? Buffer.alloc(0)));
    }
    return { status: 201, headers: { etag: '"1"', 'x-ms-request-id': '1', 'x-ms-version': '2025-01-05' } };
  }
}

export function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

function hasIds(request: JsonObject): boolean {
  return request.workflow_run_backend_id === 'run-id' && request.workflow_job_run_backend_id === 'job-id';
}

function isHash(value: Json | undefined): boolean {
  const text = isJsonObject(value) ? value.value : value;
  return typeof text === 'string' && /^sha256:[0-9a-f]{64}$/.test(text);
}

function twirp(status: number, code: string, msg: string): Answer {
  return { status, body: { code, msg } };
}

/** The token that the runner gives to an action, with the ids of run and job in it. */
export const RUNTIME_TOKEN = [{ alg: 'none' }, { scp: 'Actions.Results:run-id:job-id' }, {}]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.');
