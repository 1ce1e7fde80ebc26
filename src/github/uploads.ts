import { join } from 'node:path';
import { messageOf } from '../errors.ts';

/** Files below `folder`, kept by GitHub under one name. */
export interface Upload {
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
}

/** Returns what could not be done, empty when all was. Never throws, and waits no longer than `timeoutMs`. */
export async function upload({ name, folder, files }: Upload, timeoutMs: number): Promise<readonly string[]> {
  try {
    // Loaded only when there is something to keep: the client is larger than all the rest.
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const paths = files.map((file) => join(folder, file));
    await within(new DefaultArtifactClient().uploadArtifact(name, paths, folder), timeoutMs);
    return [];
  } catch (error) {
    return [messageOf(error)];
  }
}

/** The client retries with times of its own and knows no end. */
export async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('GitHub took too long')), Math.max(1, timeoutMs));
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
