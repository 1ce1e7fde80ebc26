import process from 'node:process';
import type { Surroundings } from '../../src/commands/surroundings.ts';

/** A command started in a folder by nobody who looks on. */
export function quietIn(directory: string): Surroundings {
  return {
    directory,
    environment: {},
    stdin: () => process.stdin,
    print: () => undefined,
    warn: () => undefined,
    terminal: false,
    alone: false,
    width: 120,
    color: false,
    now: new Date(0),
    signal: new AbortController().signal,
  };
}
