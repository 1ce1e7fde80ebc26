import { performance } from 'node:perf_hooks';
import { type GateRequest, gate } from '../gate/index.ts';
import { type ReplayOptions, replayRequest } from './options.ts';
import { ProgressLine } from './progress.ts';
import { type ReportFiles, showReport } from './show-report.ts';
import type { Surroundings } from './surroundings.ts';

interface GateCommandOptions extends ReplayOptions, ReportFiles {
  readonly base: string;
  readonly head: string;
  readonly offline?: boolean;
  readonly plan?: string;
  readonly slice?: readonly string[];
}

/** `pawl gate`: compares head with base, shows the report and answers with its exit code. */
export async function gateCommand(options: GateCommandOptions, surroundings: Surroundings): Promise<number> {
  if (options.plan !== undefined)
    return (await import('./gate-shard.ts')).plannedGateCommand({ ...options, plan: options.plan }, surroundings);
  const progress = new ProgressLine(surroundings);
  const request: GateRequest = {
    ...(await replayRequest('gate', options, surroundings, progress)),
    base: options.base,
    head: options.head,
    slices: options.slice ?? null,
    mode: options.offline === true ? 'recorded' : 'live',
    watch: progress.watch(surroundings.signal),
  };
  const report = await gate(request, () => performance.now());
  progress.end();
  return showReport(report, options, surroundings);
}
