import { appendFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setOutput } from '@actions/core';
import { messageOf } from '../errors.ts';
import type { ReportFile } from '../report/index.ts';
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

/** Writes the report's files into a new folder below `parent`; `folder` null = it or one of them could not be written. */
export function writeFiles(
  parent: string,
  files: readonly ReportFile[],
): { readonly folder: string | null; readonly problems: readonly string[] } {
  if (files.length === 0) return { folder: null, problems: [] };
  let folder: string | null = null;
  const problems = attempt(() => {
    const made = mkdtempSync(join(parent, 'pawl-report-'));
    for (const { name, text } of files) {
      mkdirSync(dirname(join(made, name)), { recursive: true });
      writeFileSync(join(made, name), text);
    }
    folder = made;
  }, parent);
  return { folder, problems };
}

function attempt(write: () => void, what: string): readonly string[] {
  try {
    write();
    return [];
  } catch (error) {
    return [`${what}: ${messageOf(error)}`];
  }
}
