import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { contentOf } from './open.ts';

const HERE = import.meta.dirname;

interface Lived {
  readonly signal: string | null;
  readonly changes: number;
  readonly stderr: string;
}

/** Runs `life.ts` in a process; with `crashAt` until that change of the disk. */
export function live(directory: string, crashAt: number | null): Promise<Lived> {
  const child = spawn(process.execPath, ['--import', join(HERE, 'crash-at.ts'), join(HERE, 'life.ts'), directory], {
    env: { ...process.env, CRASH_AT: String(crashAt) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  return new Promise((resolve) => {
    child.on('close', (_, signal) => resolve({ signal, changes: Number(out.join('')), stderr: err.join('') }));
  });
}

/** Ends a process at one change, runs it again, and gives what the store holds then. */
export async function livedTwice(folder: string, crashAt: number) {
  const directory = mkdtempSync(join(folder, 'crashed-'));
  try {
    const first = await live(directory, crashAt);
    const second = await live(directory, null);
    return { first, second, content: await contentOf(directory) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}
