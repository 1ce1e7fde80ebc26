import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
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
    for (;;) {
      if (tryLock(path)) return () => rmSync(path, { force: true });
      const holder = holderOf(path);
      if (holder !== null && isAlive(holder)) throw held(path, holder);
      rmSync(path, { force: true });
    }
  });
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Milliseconds since the epoch: a restarted container has the same number and name again. */
  readonly startedAtMs: number;
}

function tryLock(path: string): boolean {
  try {
    const descriptor = openSync(path, 'wx');
    const self: Holder = { pid: process.pid, host: hostname(), startedAtMs: performance.timeOrigin };
    writeSync(descriptor, JSON.stringify(self));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** null = the lock is gone, or its writer ended before it had written. */
function holderOf(path: string): Holder | null {
  try {
    const holder = parseJson(readFileSync(path, 'utf8'));
    if (!isJsonObject(holder)) return null;
    const { pid, host, startedAtMs } = holder;
    const written = typeof pid === 'number' && typeof host === 'string' && typeof startedAtMs === 'number';
    return written ? { pid, host, startedAtMs } : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive({ pid, host, startedAtMs }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return startedAtMs === performance.timeOrigin;
  try {
    // Signal 0 only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function held(path: string, { pid, host }: Holder): UserError {
  const message = `process ${pid} on ${host} is writing to this traffic store`;
  return new UserError({ where: path, message, hint: 'wait until it has ended; if it is gone, remove this file' });
}
