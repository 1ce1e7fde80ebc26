import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { messageOf, type Problem, UserError } from '../errors.ts';
import { filesBelow } from './files-below.ts';

/** What is to be ingested, or what a folder lists and is not to be had: a link that leads nowhere, a log that was rotated away. */
export type Input = ReadableInput | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

/** A file, or a pipe, which has no size and no time and cannot be read again. */
export type ReadableInput =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly file: string;
      readonly bytes: number;
      readonly modifiedMs: number;
      /** false = it lies in a folder that was named: what is of no known format there is left out. */
      readonly named: boolean;
    }
  | { readonly kind: 'pipe'; readonly path: string; readonly open: () => Readable };

/** Files and pipes by their names, all files of folders and below; `-` is standard input. */
export async function inputsOf(paths: readonly string[], directory: string, stdin: () => Readable): Promise<Input[]> {
  const problems: Problem[] = [];
  const inputs: Input[] = [];
  for (const path of new Set(paths)) {
    if (path === '-') {
      inputs.push({ kind: 'pipe', path: 'standard input', open: stdin });
      continue;
    }
    const found = await inputsAt(path, resolve(directory, path)).catch(messageOf);
    if (typeof found === 'string') problems.push({ where: path, message: found, hint: null });
    else inputs.push(...found);
  }
  if (problems.length > 0) throw new UserError(problems);
  return inputs;
}

/** A text = what is wrong with it. */
async function inputsAt(path: string, file: string): Promise<Input[] | string> {
  const found = await stat(file);
  if (found.isFile()) return [fileInput(path, file, found, true)];
  if (found.isFIFO()) return [{ kind: 'pipe', path, open: () => createReadStream(file) }];
  if (!found.isDirectory()) return 'expected a file or a folder';
  const inputs: Input[] = [];
  for (const name of await filesBelow(file)) {
    const below = await stat(join(file, name)).catch(messageOf);
    if (typeof below === 'string') inputs.push({ kind: 'unreadable', path: join(path, name), reason: below });
    else if (below.isFile()) inputs.push(fileInput(join(path, name), join(file, name), below, false));
  }
  return inputs.length > 0 ? inputs : 'there is no file in this folder';
}

function fileInput(path: string, file: string, { size, mtimeMs }: Stats, named: boolean): Input {
  return { kind: 'file', path, file, bytes: size, modifiedMs: mtimeMs, named };
}
