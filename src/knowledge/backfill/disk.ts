import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { messageOf, UserError } from '../../errors.ts';

/** Results by day in a folder: a file a day, written whole or not at all. */
export class DayFolder {
  readonly directory: string;
  readonly #command: string;

  /** `command` makes a file again that was removed. */
  constructor(directory: string, command: string) {
    this.directory = directory;
    this.#command = command;
  }

  /** Ascending. Other files in the folder are none of it. */
  days(): readonly string[] {
    return names(this.directory).flatMap((name) => /^day=(\d{4}-\d{2}-\d{2})\.jsonl\.gz$/.exec(name)?.[1] ?? []);
  }

  pathOf(day: string): string {
    return join(this.directory, `day=${day}.jsonl.gz`);
  }

  /** @throws UserError where the file cannot be read. */
  read(day: string): string {
    const path = this.pathOf(day);
    try {
      return gunzipSync(readFileSync(path)).toString();
    } catch (error) {
      const hint = `remove the file: "${this.#command}" scans the day again`;
      throw new UserError({ where: path, message: `could not be read: ${messageOf(error)}`, hint });
    }
  }

  write(day: string, text: string): void {
    const path = this.pathOf(day);
    const partial = `${path}.${process.pid}.partial`;
    try {
      mkdirSync(this.directory, { recursive: true });
      const file = openSync(partial, 'w');
      try {
        writeFileSync(file, gzipSync(text));
        fsyncSync(file); // else a loss of power may leave the name without the content
      } finally {
        closeSync(file);
      }
      renameSync(partial, path);
    } catch (error) {
      rmSync(partial, { force: true });
      const hint = 'is the disk full? name another folder';
      throw new UserError({ where: path, message: `could not be written: ${messageOf(error)}`, hint });
    }
  }

  remove(day: string): void {
    rmSync(this.pathOf(day), { force: true });
  }
}

function names(directory: string): readonly string[] {
  try {
    return readdirSync(directory).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The definitions of which there are results below a folder. */
export function resultNames(directory: string): readonly string[] {
  return names(directory).filter((name) => /^[a-z0-9-]+$/.test(name));
}
