import type { JsonObject } from '../../../src/trace/index.ts';
import { realPayload, withValues } from '../payloads.ts';
import type { FakeArtifact } from './artifacts.ts';
import { digestOf } from './artifacts.ts';

/** An open pull request as the fake keeps it. */
export interface FakePull {
  readonly number: number;
  readonly headSha: string;
  /** `owner:branch` of its head. */
  readonly head: string;
  readonly headRepository: string;
}

export function pullJson({ number, headSha, headRepository }: FakePull): JsonObject {
  const values = {
    'pull_request.number': number,
    // The list has it, the payload of the event does not.
    'pull_request.auto_merge': null,
    'pull_request.head.sha': headSha,
    'pull_request.head.repo.full_name': headRepository,
  };
  const { pull_request } = withValues(realPayload('pull_request', 'opened'), values);
  return pull_request as JsonObject;
}

/** A run that a pull request started, and what it has left. Its uploads' ids count up from `firstId`. */
export interface FakeRun {
  readonly id: number;
  readonly workflow: string;
  readonly headSha: string;
  readonly headRepository: string;
  readonly uploads: readonly FakeArtifact[];
  readonly firstId: number;
}

export function runsJson(runs: readonly FakeRun[]): JsonObject {
  const workflow_runs = runs.map((run) => {
    const values = {
      ...{ 'workflow_run.id': run.id, 'workflow_run.head_sha': run.headSha, 'workflow_run.event': 'pull_request' },
      'workflow_run.head_repository.full_name': run.headRepository,
      // The API has them, the payload of the event does not.
      'workflow_run.display_title': 'A change',
      'workflow_run.path': `.github/workflows/${run.workflow}`,
    };
    const { workflow_run } = withValues(realPayload('workflow_run', 'completed'), values);
    return workflow_run as JsonObject;
  });
  return { total_count: workflow_runs.length, workflow_runs };
}

/** The uploads of a run; ids count up from 1 in the order in which they began. */
export function artifactsJson(
  origin: string,
  repository: string,
  all: readonly FakeArtifact[],
  name?: string,
  firstId = 1,
): JsonObject {
  const artifacts = all.flatMap((artifact, index) => {
    if (artifact.zip === null || (name !== undefined && artifact.name !== name)) return [];
    const id = firstId + index;
    const url = `${origin}/repos/${repository}/actions/artifacts/${id}`;
    return [
      {
        ...{ id, node_id: `A_${id}`, name: artifact.name, url, archive_download_url: `${url}/zip` },
        ...{
          size_in_bytes: artifact.announced ?? artifact.zip.length,
          digest: artifact.digest ?? digestOf(artifact.zip),
        },
        ...{ expired: false, created_at: '2026-11-02T08:00:00Z', expires_at: null, updated_at: null },
      },
    ];
  });
  return { total_count: artifacts.length, artifacts };
}
