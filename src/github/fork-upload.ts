import { createHash } from 'node:crypto';
import { type GitHub, type Patience, whyOf } from './client.ts';
import type { EndedRun } from './fork-run.ts';

/** What was found, or why not, in words. */
export type Found<T> = { readonly found: T } | { readonly problem: string };

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
  { octokit, owner, repo }: GitHub,
  run: EndedRun,
  name: string,
  limits: { readonly maxBytes: number; readonly patience: Patience },
): Promise<Found<Uint8Array>> {
  const { maxBytes, patience } = limits;
  const where = { owner, repo, run_id: run.context.run.id };
  try {
    const { data } = await octokit.rest.actions.listWorkflowRunArtifacts({ ...where, name, per_page: 100 });
    const [newest] = data.artifacts.filter((one) => one.name === name && !one.expired).sort((a, b) => b.id - a.id);
    if (newest === undefined) return { problem: `the run has no upload ${name}` };
    if (newest.size_in_bytes > maxBytes) return { problem: tooLarge(name, maxBytes) };
    const { headers } = await octokit.rest.actions.downloadArtifact({
      ...{ owner, repo, artifact_id: newest.id, archive_format: 'zip' },
      request: { redirect: 'manual' },
    });
    if (headers.location === undefined) return { problem: `GitHub did not say where ${name} lies` };
    const timeoutMs = Math.ceil(Math.max(1, Math.min(patience.timeoutMs, patience.leftMs())));
    // Without our token: the place is another server, and its address alone gives access.
    const response = await fetch(headers.location, { signal: AbortSignal.timeout(timeoutMs) });
    const bytes = response.ok ? await atMost(response, maxBytes) : null;
    if (!response.ok) return { problem: `${name}: the download answered ${response.status}` };
    if (bytes === null) return { problem: tooLarge(name, maxBytes) };
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    const isWhole = newest.digest === undefined || newest.digest === null || newest.digest === digest;
    return isWhole ? { found: bytes } : { problem: `${name} is not what was uploaded: the digests differ` };
  } catch (error) {
    return { problem: whyOf(error) };
  }
}

/** null = there is more. Whatever the server announced, only so much is taken. */
async function atMost(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(name: string, maxBytes: number): string {
  return `${name} is larger than ${maxBytes} bytes`;
}
