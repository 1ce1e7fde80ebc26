import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defaultConfigPath } from '../config/index.ts';
import { messageOf, UserError } from '../errors.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * A part of the settings file, for commands that replay nothing. Without a `path` it is that of the default file, and where
 * there is none, that of a project that writes nothing: `file` is null then.
 */
export async function settingsPart<Part>(
  path: string | undefined,
  { directory }: Pick<Surroundings, 'directory'>,
  read: (text: string, file: string) => Part,
): Promise<{ readonly part: Part; readonly file: string | null }> {
  const file = path ?? defaultConfigPath;
  const text = await readFile(resolve(directory, file), 'utf8').catch((error: unknown) => {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (path === undefined && isAbsent) return null;
    throw new UserError({ where: file, message: `could not be read: ${messageOf(error)}`, hint: null });
  });
  return text === null ? { part: read('version: 1', file), file: null } : { part: read(text, file), file };
}
