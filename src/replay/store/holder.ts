import { hostname } from 'node:os';
import { isFault } from './disk.ts';

/** Who writes a journal. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

export function ourselves(): Holder {
  return { pid: process.pid, host: hostname() };
}

/**
 * Whether the writer is still there; `unknown` on another machine. A process that has the number of one that is gone is taken
 * for it, which costs no more than that its journal is packed later.
 */
export function stateOf({ pid, host }: Holder): 'running' | 'gone' | 'unknown' {
  if (host !== hostname()) return 'unknown';
  return isRunning(pid) ? 'running' : 'gone';
}

export function isRunning(pid: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isFault(error, 'EPERM');
  }
}
