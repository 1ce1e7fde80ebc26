import { appendFileSync, writeFileSync } from 'node:fs';
import { setOutput } from '@actions/core';
import { messageOf } from '../errors.ts';
import type { Environment } from './context.ts';

// The runner's files. Each function returns what went wrong instead of throwing: no verdict hangs on them.

/** Multi-line values go between random delimiters; @actions/core refuses a value that holds its own. */
export function writeOutputs(env: Environment, values: Readonly<Record<string, string>>): readonly string[] {
  if (!env.GITHUB_OUTPUT) return ['the runner gave no GITHUB_OUTPUT file'];
  return Object.entries(values).flatMap(([name, value]) => attempt(() => setOutput(name, value), name));
}

export function appendSummary(env: Environment, text: string): readonly string[] {
  const path = env.GITHUB_STEP_SUMMARY;
  if (!path) return ['the runner gave no GITHUB_STEP_SUMMARY file'];
  return attempt(() => appendFileSync(path, `${text}\n`), path);
}

export function writeReport(path: string, json: string): readonly string[] {
  return attempt(() => writeFileSync(path, json), path);
}

function attempt(write: () => void, what: string): readonly string[] {
  try {
    write();
    return [];
  } catch (error) {
    return [`${what}: ${messageOf(error)}`];
  }
}
