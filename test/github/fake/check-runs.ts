import { isJsonObject, type Json, type JsonObject } from '../../../src/trace/index.ts';
import { type Answer, refusal } from './github.ts';

/** A check run as the fake keeps it; annotations add up over requests. */
export interface FakeCheckRun {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  readonly conclusion: string;
  readonly title: string;
  readonly summary: string;
  readonly annotations: JsonObject[];
}

/** The members that `checks.create` and `checks.update` give; the contract has already judged their types. */
export class FakeCheckRuns {
  readonly all: FakeCheckRun[] = [];

  create(origin: string, repository: string, body: Json | undefined): Answer {
    const given = isJsonObject(body) ? body : {};
    const output = isJsonObject(given.output) ? given.output : {};
    const run: FakeCheckRun = {
      id: 9001 + this.all.length,
      name: String(given.name),
      headSha: String(given.head_sha),
      conclusion: String(given.conclusion),
      title: String(output.title),
      summary: String(output.summary),
      annotations: annotationsOf(output),
    };
    this.all.push(run);
    return { status: 201, body: checkRunJson(origin, repository, run) };
  }

  update(origin: string, repository: string, id: number, body: Json | undefined): Answer {
    const run = this.all.find((one) => one.id === id);
    if (run === undefined) return refusal(404, 'Not Found');
    const output = isJsonObject(body) && isJsonObject(body.output) ? body.output : {};
    run.annotations.push(...annotationsOf(output));
    return { status: 200, body: checkRunJson(origin, repository, run) };
  }
}

function annotationsOf(output: JsonObject): JsonObject[] {
  return Array.isArray(output.annotations) ? output.annotations.filter(isJsonObject) : [];
}

/** With every member that GitHub's description demands. */
function checkRunJson(origin: string, repository: string, run: FakeCheckRun): JsonObject {
  const url = `${origin}/repos/${repository}/check-runs/${run.id}`;
  return {
    id: run.id,
    node_id: `CR_${run.id}`,
    head_sha: run.headSha,
    name: run.name,
    url,
    html_url: `${origin}/${repository}/runs/${run.id}`,
    details_url: null,
    external_id: null,
    status: 'completed',
    conclusion: run.conclusion,
    started_at: '2026-11-02T08:00:00Z',
    completed_at: '2026-11-02T08:00:00Z',
    check_suite: { id: 5 },
    output: {
      title: run.title,
      summary: run.summary,
      text: null,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    app: null,
    pull_requests: [],
  };
}
