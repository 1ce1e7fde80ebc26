import { mergeShards, planDigest, shardsOf } from '../gate/index.ts';
import { replayRequest } from './options.ts';
import { keepPlan, planAt } from './plan-files.ts';
import { ProgressLine } from './progress.ts';
import { type ReportFiles, showReport } from './show-report.ts';
import type { Surroundings } from './surroundings.ts';
import { uploadFiles } from './upload-files.ts';

interface MergeCommandOptions extends ReportFiles {
  readonly plan: string;
  readonly store: string;
  readonly next?: string;
}

/**
 * `pawl merge`: decides from what the shards brought, with the report and the exit code of `pawl gate`. With `--next`, where
 * round 2 has something to do, it writes the plan of that and decides nothing.
 */
export async function mergeCommand(
  folders: readonly string[],
  options: MergeCommandOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { directory } = surroundings;
  const plan = await planAt(directory, options.plan);
  const settings = { config: plan.configPath, store: options.store };
  const merged = await mergeShards({
    ...(await replayRequest('merge', settings, surroundings, new ProgressLine(surroundings))),
    ...{ plan, planFile: options.plan, about: null },
    uploads: await uploadFiles(directory, folders),
    wantsNext: options.next !== undefined,
  });
  if (merged.kind === 'decided') return showReport(merged.report, options, surroundings);
  const shards = shardsOf(merged.plan).map((shard) => `${shard}/${plan.shards}`);
  if (options.next !== undefined) await keepPlan(directory, options.next, merged.plan);
  surroundings.print(
    `no verdict yet: round 2 has something to do on ${shards.join(', ')} (${options.next}, ${planDigest(merged.plan).slice(0, 12)})`,
  );
  return 0;
}
