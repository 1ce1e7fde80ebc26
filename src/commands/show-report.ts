import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { messageOf, type Problem, UserError } from '../errors.ts';
import { type Report, renderJson, renderMarkdown, renderTerminal } from '../report/index.ts';
import type { Surroundings } from './surroundings.ts';

/** Files that a report is written to beside the terminal. */
export interface ReportFiles {
  readonly json?: string;
  readonly markdown?: string;
}

/** Prints the report, writes its files and answers with its exit code. */
export async function showReport(report: Report, options: ReportFiles, surroundings: Surroundings): Promise<number> {
  surroundings.print(renderTerminal(report, { color: surroundings.color, width: surroundings.width }));
  const files: [file: string, text: string][] = [];
  if (options.json !== undefined) files.push([options.json, renderJson(report)]);
  if (options.markdown !== undefined) files.push([options.markdown, renderMarkdown(report, 'full')]);
  const problems = await Promise.all(files.map(([file, text]) => written(resolve(surroundings.directory, file), text)));
  const failed = problems.filter((problem) => problem !== null);
  if (failed.length === 0) return report.exitCode;
  const error = new UserError(failed);
  // A verdict that stands is not lost with its file; but who asked for the file must not take 0 for an answer.
  if (report.exitCode === 0) throw error;
  surroundings.warn(error.message);
  return report.exitCode;
}

async function written(file: string, text: string): Promise<Problem | null> {
  try {
    await writeFile(file, text);
    return null;
  } catch (error) {
    return { where: file, message: `the report could not be written: ${messageOf(error)}`, hint: 'is the disk full?' };
  }
}
