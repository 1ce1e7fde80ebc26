import { type GitHub, type Patience, whyOf } from './client.ts';
import type { EndedRun } from './fork-run.ts';
import { type Found, fetchRunUpload, uploadsOfRun } from './run-uploads.ts';

/**
 * The open pull request whose head is the very commit that ran, as GitHub has it: nothing of what the run left is asked.
 * Never throws.
 */
export async function findPullRequest({ octokit, owner, repo }: GitHub, run: EndedRun): Promise<Found<number>> {
  const { fork, context } = run;
  if (fork === null) return { problem: 'the run is of no fork' };
  try {
    const head = `${fork.owner}:${fork.branch}`;
    const { data } = await octokit.rest.pulls.list({ owner, repo, state: 'open', head, per_page: 100 });
    const own = data.filter((one) => one.head.sha === context.headSha && one.head.repo?.full_name === fork.repository);
    const [only, ...others] = own;
    if (only === undefined) return { problem: 'no open pull request has this head any more' };
    return others.length === 0
      ? { found: only.number }
      : { problem: `${own.length} open pull requests have this head, and which of them ran is not known` };
  } catch (error) {
    return { problem: whyOf(error) };
  }
}

/** The newest upload of the run with this name, zipped as it came: nothing is unpacked. Never throws. */
export async function fetchForkUpload(
  github: GitHub,
  run: EndedRun,
  name: string,
  limits: { readonly maxBytes: number; readonly patience: Patience },
): Promise<Found<Uint8Array>> {
  try {
    const uploads = await uploadsOfRun(github, run.context.run.id, name);
    const newest = uploads.find((one) => one.name === name);
    return newest === undefined ? { problem: `the run has no upload ${name}` } : fetchRunUpload(github, newest, limits);
  } catch (error) {
    return { problem: whyOf(error) };
  }
}
