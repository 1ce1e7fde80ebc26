import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { messageOf, UserError } from '../errors.ts';
import { type GateRequest, gate } from '../gate/index.ts';
import { renderJson, renderMarkdown, renderTerminal } from '../report/index.ts';
import { overridesOf, type ReplayOptions, runName } from './options.ts';
import { ProgressLine } from './progress.ts';
import type { Surroundings } from './surroundings.ts';

export interface GateCommandOptions extends ReplayOptions {
  readonly base: string;
  readonly head: string;
  readonly offline?: boolean;
  readonly json?: string;
  readonly markdown?: string;
}

/** `pawl gate`: compares head with base, shows the report and answers with the exit code of DESIGN.md section 7. */
export async function gateCommand(options: GateCommandOptions, surroundings: Surroundings): Promise<number> {
  const progress = new ProgressLine(surroundings);
  const report = await gate(requestOf(options, surroundings, progress), () => performance.now());
  progress.end();
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

function requestOf(options: GateCommandOptions, surroundings: Surroundings, progress: ProgressLine): GateRequest {
  return {
    directory: surroundings.directory,
    base: options.base,
    head: options.head,
    configPath: options.config,
    overrides: overridesOf(options),
    storeDirectory: resolve(surroundings.directory, options.store),
    mode: options.offline === true ? 'recorded' : 'live',
    environment: surroundings.environment,
    runName: runName('gate', surroundings.now),
    log: (line) => progress.note(line),
    watch: {
      signal: surroundings.signal,
      planned: (phase, trials) => progress.plan(phase, trials),
      ran: () => progress.step(),
    },
  };
}

async function written(file: string, text: string): Promise<UserError['problems'][number] | null> {
  try {
    await writeFile(file, text);
    return null;
  } catch (error) {
    return { where: file, message: `the report could not be written: ${messageOf(error)}`, hint: 'is the disk full?' };
  }
}
