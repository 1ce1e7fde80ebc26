import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { cut, messageOf, type Problem, UserError } from '../errors.ts';
import type { Surroundings } from './surroundings.ts';

const LINE = /^([A-Za-z_]\w*)=(.+)$/;

/**
 * The environment with the keys of `file` in it, which holds lines `NAME=value` and is gone once it is read; `-` = standard
 * input. What a process is given in its real environment stands in `/proc` as long as it lives; these stand in memory alone.
 * undefined = there is no such file.
 */
export async function environmentWithKeys(
  file: string | undefined,
  { environment, directory, stdin }: Pick<Surroundings, 'environment' | 'directory' | 'stdin'>,
): Promise<Surroundings['environment']> {
  if (file === undefined) return environment;
  const lines = (file === '-' ? await text(stdin()) : await readAndRemove(resolve(directory, file)))
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
  const problems: Problem[] = [];
  const keys: Record<string, string> = {};
  for (const { line, number } of lines) {
    const [, name, value] = LINE.exec(line) ?? [];
    if (name !== undefined && value !== undefined) keys[name] = value;
    // Not the line itself: it may hold half of a key.
    else problems.push({ where: '--keys', message: `line ${number}: expected NAME=value`, hint: null });
  }
  if (lines.length === 0) problems.push({ where: '--keys', message: `${cut(file, 200)} holds no key`, hint: null });
  if (problems.length > 0) throw new UserError(problems);
  return { ...environment, ...keys };
}

/** Removed before anything of the user's runs. */
async function readAndRemove(path: string): Promise<string> {
  try {
    const content = await readFile(path, 'utf8');
    await rm(path);
    return content;
  } catch (error) {
    const hint = 'a file that pawl may read and remove, or - for standard input';
    throw new UserError({ where: '--keys', message: messageOf(error), hint });
  }
}
