import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { messageOf, UserError } from '../errors.ts';

/**
 * The text of a file that knowledge keeps in the store; null = there is none yet, or a crash or a full disk has left it without
 * a whole line. @throws UserError where it cannot be read.
 */
export function readKept(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8');
    return text.includes('\n') ? text : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw refused(path, error);
  }
}

/**
 * Appends whole lines; when it returns they are on the disk. A last line that a crash cut short goes first, so that no line is
 * joined to it. @throws UserError where the disk refuses.
 */
export function appendKept(path: string, lines: string): void {
  if (lines === '') return;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, 'a+');
    try {
      dropCutLine(file);
      writeSync(file, lines);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw refused(path, error);
  }
}

function dropCutLine(file: number): void {
  const { size } = fstatSync(file);
  const byte = Buffer.alloc(1);
  let end = size;
  for (; end > 0; end -= 1) {
    readSync(file, byte, 0, 1, end - 1);
    if (byte[0] === 0x0a) break;
  }
  if (end < size) ftruncateSync(file, end);
}

function refused(path: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error;
  const hint = 'is the disk full? give --store a folder that pawl may write';
  return new UserError({ where: path, message: `cannot be used: ${messageOf(error)}`, hint });
}
