import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import { UserError } from '../../errors.ts';
import { isJsonObject, parseJson } from '../../trace/index.ts';
import { onDisk } from './files.ts';

/**
 * One process writes at a time. The lock of a process that is gone is taken over; of one on another machine nobody here
 * can tell, so it stands. Returns what gives the lock back.
 */
export function lock(path: string): () => void {
  return onDisk(path, () => {
    for (let looks = 1; ; looks += 1) {
      if (tryLock(path)) return () => rmSync(path, { force: true });
      const text = textIn(path);
      const holder = text === null ? null : holderOf(text);
      if (holder !== null && isAlive(holder)) throw held(path, holder);
      // Whoever has just made the file writes its name into it in the next moment.
      const isNamed = holder !== null || looks > LOOKS;
      if (text === null || !isNamed || !takenAway(path, text, looks)) waitMs(LOOK_MS);
    }
  });
}

/** Somebody who does what takes moments is waited for so long. */
const LOOKS = 25;
const LOOK_MS = 20;

function waitMs(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/**
 * Removes a lock if it still says this. One process at a time does so: the lock that another one has put in its place by now
 * must stay. false = somebody else is at it.
 */
function takenAway(path: string, text: string, looks: number): boolean {
  const guard = `${path}.guard`;
  if (!created(guard, '')) {
    if (looks % (4 * LOOKS) === 0) rmSync(guard, { force: true });
    return false;
  }
  try {
    if (textIn(path) === text) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
  return true;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Milliseconds since the epoch: a restarted container has the same number and name again. */
  readonly startedAtMs: number;
}

function tryLock(path: string): boolean {
  const self: Holder = { pid: process.pid, host: hostname(), startedAtMs: performance.timeOrigin };
  const text = JSON.stringify(self);
  // Who was too slow to write has been taken for one that is gone.
  return created(path, text) && textIn(path) === text;
}

/** false = there is such a file. */
function created(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isFault(error, 'EEXIST')) return false;
    throw error;
  }
}

/** null = the lock is gone. */
function textIn(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isFault(error, 'ENOENT')) return null;
    throw error;
  }
}

/** null = its writer has not written yet, or ended before it had. */
function holderOf(text: string): Holder | null {
  const holder = parseJson(text);
  if (!isJsonObject(holder)) return null;
  const { pid, host, startedAtMs } = holder;
  const written = typeof pid === 'number' && typeof host === 'string' && typeof startedAtMs === 'number';
  return written ? { pid, host, startedAtMs } : null;
}

function isFault(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function isAlive({ pid, host, startedAtMs }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return startedAtMs === performance.timeOrigin;
  try {
    // Signal 0 only asks.
    process.kill(pid, 0);
    return !hasEnded(pid);
  } catch (error) {
    return isFault(error, 'EPERM');
  }
}

/** Ended, and kept by the system only for a parent that never asks: in a container there may be nobody who does. */
function hasEnded(pid: number): boolean {
  const status = process.platform === 'linux' ? textIn(`/proc/${pid}/stat`) : null;
  return status !== null && /^\) [ZX] /.test(status.slice(status.lastIndexOf(')')));
}

function held(path: string, { pid, host }: Holder): UserError {
  const message = `process ${pid} on ${host} is writing to this traffic store`;
  return new UserError({ where: path, message, hint: 'wait until it has ended; if it is gone, remove this file' });
}
