import { type GitHub, type Patience, whyOf } from './client.ts';
import type { Found } from './run-uploads.ts';

/** The pull request that a merge queue tries to merge, and the workflow whose run of it is looked for. */
interface Queued {
  readonly pullRequest: number;
  /** `agent-gate.yml`. */
  readonly workflow: string;
}

/** Where the pull request's own run is looked for. */
export interface QueuedSource extends Queued {
  /** Asks with a token that may read the repository's runs. */
  readonly connect: () => Promise<GitHub>;
  readonly patience: Patience;
}

const WORKFLOW_REF = /\/\.github\/workflows\/(?<file>[^/@]+\.ya?ml)@/;

/** The file of the workflow that runs, by the runner's `GITHUB_WORKFLOW_REF`; null = it does not say. */
export function workflowFile(ref: string | undefined): string | null {
  return WORKFLOW_REF.exec(ref ?? '')?.groups?.file ?? null;
}

/**
 * The newest run of this workflow for the pull request's own head. Of a fork's there is none: its code ran before anybody had
 * reviewed it, and may have left anything. Never throws.
 */
export async function findPullRequestRun(
  { octokit, owner, repo }: GitHub,
  { pullRequest, workflow }: Queued,
): Promise<Found<number>> {
  const own = `${owner}/${repo}`;
  try {
    const { data: pull } = await octokit.rest.pulls.get({ owner, repo, pull_number: pullRequest });
    if (pull.head.repo?.full_name !== own) return { problem: `pull request ${pullRequest} is a fork’s` };
    const head_sha = pull.head.sha;
    const where = { owner, repo, workflow_id: workflow, event: 'pull_request', head_sha, per_page: 100 };
    const { data } = await octokit.rest.actions.listWorkflowRuns(where);
    const [newest] = data.workflow_runs
      .filter((run) => run.head_sha === head_sha && run.event === 'pull_request')
      .filter((run) => run.head_repository?.full_name === own)
      .toSorted((a, b) => b.id - a.id);
    return newest === undefined
      ? { problem: `${workflow} has not run on the head of pull request ${pullRequest}` }
      : { found: newest.id };
  } catch (error) {
    return { problem: whyOf(error) };
  }
}
