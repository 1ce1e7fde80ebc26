import { createHash } from 'node:crypto';
import { type GitHub, type Patience, whyOf } from './client.ts';

/** What was found, or why not, in words. */
export type Found<T> = { readonly found: T } | { readonly problem: string };

/** An upload of some run, as GitHub's API tells of it. */
export interface RunUpload {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  /** `sha256:` and 64 hex digits; null = GitHub did not say. */
  readonly digest: string | null;
}

/** Uploads of a run that are still there, the newest first: all, or those of one name. @throws what the client throws */
export async function uploadsOfRun(
  { octokit, owner, repo }: GitHub,
  runId: number,
  name?: string,
): Promise<readonly RunUpload[]> {
  const where = { owner, repo, run_id: runId, per_page: 100, ...(name === undefined ? {} : { name }) };
  const artifacts = await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, where);
  return artifacts
    .filter(({ expired }) => !expired)
    .map((one) => ({ id: one.id, name: one.name, bytes: one.size_in_bytes, digest: one.digest ?? null }))
    .toSorted((a, b) => b.id - a.id);
}

/** The upload, zipped as it came: nothing is unpacked. Never throws. */
export async function fetchRunUpload(
  { octokit, owner, repo }: GitHub,
  { id, name, bytes: announced, digest }: RunUpload,
  { maxBytes, patience }: { readonly maxBytes: number; readonly patience: Patience },
): Promise<Found<Uint8Array>> {
  if (announced > maxBytes) return { problem: tooLarge(name, maxBytes) };
  try {
    const { headers } = await octokit.rest.actions.downloadArtifact({
      ...{ owner, repo, artifact_id: id, archive_format: 'zip' },
      request: { redirect: 'manual' },
    });
    if (headers.location === undefined) return { problem: `GitHub did not say where ${name} lies` };
    const timeoutMs = Math.ceil(Math.max(1, Math.min(patience.timeoutMs, patience.leftMs())));
    // Without our token: the place is another server, and its address alone gives access.
    const response = await fetch(headers.location, { signal: AbortSignal.timeout(timeoutMs) });
    const bytes = response.ok ? await atMost(response, maxBytes) : null;
    if (!response.ok) return { problem: `${name}: the download answered ${response.status}` };
    if (bytes === null) return { problem: tooLarge(name, maxBytes) };
    const isWhole = digest === null || digest === `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
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
