import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, UserError } from '../errors.ts';
import type { Environment } from './context.ts';
import { within } from './uploads.ts';

/** A file that a job of this run has uploaded, zipped. */
export interface KeptUpload {
  readonly name: string;
  readonly id: number;
  readonly bytes: number;
  /** `sha256:` and 64 hex digits; null = GitHub did not say. */
  readonly digest: string | null;
}

const LIST_TIMEOUT_MS = 60_000;
const FETCH_TIMEOUT_MS = 300_000;

/** The uploads of this run, of one name the newest. @throws UserError */
export async function listUploads(env: Environment, timeoutMs: number | null): Promise<readonly KeptUpload[]> {
  if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL) throw noService();
  try {
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const listing = new DefaultArtifactClient().listArtifacts({ latest: true });
    const { artifacts } = await within(listing, timeoutMs ?? LIST_TIMEOUT_MS);
    return artifacts.map(({ name, id, size, digest }) => ({ name, id, bytes: size, digest: digest ?? null }));
  } catch (error) {
    const hint = 'run the job again; on GitHub Enterprise Server, which has no such service, use mode: auto';
    throw new UserError({
      where: null,
      message: `the uploads of this run could not be listed: ${messageOf(error)}`,
      hint,
    });
  }
}

/** Puts the zip archive into the empty folder, as it is: nothing is unpacked. Gives its path, or why it cannot be used. */
export async function fetchUpload(
  { id, bytes, digest }: KeptUpload,
  folder: string,
  { maxBytes, timeoutMs }: { readonly maxBytes: number; readonly timeoutMs: number | null },
): Promise<{ readonly path: string } | { readonly problem: string }> {
  if (bytes > maxBytes) return { problem: `expected at most ${maxBytes} bytes, received ${bytes}` };
  if (digest === null) return { problem: 'GitHub tells no digest of it' };
  try {
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const options = { path: folder, expectedHash: digest, skipDecompress: true };
    const { digestMismatch } = await within(
      new DefaultArtifactClient().downloadArtifact(id, options),
      timeoutMs ?? FETCH_TIMEOUT_MS,
    );
    // It is returned and not thrown.
    if (digestMismatch === true) return { problem: 'what came is not what was uploaded: the digests differ' };
    const [file, ...others] = await readdir(folder);
    return file === undefined || others.length > 0
      ? { problem: `expected one file, received ${others.length}` }
      : { path: join(folder, file) };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

function noService(): UserError {
  return new UserError({
    where: null,
    message: 'the runner gave no ACTIONS_RUNTIME_TOKEN, by which jobs pass files to each other',
    hint: 'on GitHub Enterprise Server use mode: auto; by hand use pawl plan, pawl gate --shard and pawl merge',
  });
}
