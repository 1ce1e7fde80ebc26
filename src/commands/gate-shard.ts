import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { cut, messageOf, UserError } from '../errors.ts';
import {
  type GivenUpload,
  gatePlanned,
  NO_REUSE,
  runShard,
  type ShardPlan,
  type ShardUpload,
  shardFileName,
} from '../gate/index.ts';
import { type ReplayOptions, replayRequest } from './options.ts';
import { keepText, planAt } from './plan-files.ts';
import { ProgressLine } from './progress.ts';
import { type ReportFiles, showReport } from './show-report.ts';
import type { Surroundings } from './surroundings.ts';
import { uploadFiles } from './upload-files.ts';

interface PlannedGateOptions extends ReplayOptions, ReportFiles {
  readonly plan: string;
  readonly shard?: string;
  readonly out?: string;
  readonly after?: readonly string[];
  readonly attempt?: string;
  readonly slice?: readonly string[];
}

/** `pawl gate --plan`: the whole plan on this machine, or with `--shard i/n` one part of one round of it. */
export async function plannedGateCommand(options: PlannedGateOptions, surroundings: Surroundings): Promise<number> {
  const { directory, signal } = surroundings;
  refuseSlices(options);
  const plan = await planAt(directory, options.plan);
  const progress = new ProgressLine(surroundings);
  const request = {
    ...(await replayRequest('gate', options, surroundings, progress)),
    ...{ plan, planFile: options.plan, about: null, watch: progress.watch(signal) },
  };
  const clock = () => performance.now();
  if (options.shard === undefined) {
    const report = await gatePlanned(request, clock);
    progress.end();
    return showReport(report, options, surroundings);
  }
  const { shard, out, attempt } = shardOf(options, plan);
  const given = await uploadFiles(directory, options.after ?? []);
  const text = await runShard(
    { ...request, shard, attempt, before: chosenBefore(plan, shard, given), reuse: NO_REUSE },
    clock,
  );
  progress.end();
  const file = join(resolve(directory, out), shardFileName({ round: plan.round, shard, attempt }));
  await mkdir(resolve(directory, out), { recursive: true }).catch((error: unknown) => {
    throw new UserError({ where: '--out', message: messageOf(error), hint: 'name a folder that pawl may write' });
  });
  await keepText(file, text);
  surroundings.print(`shard ${shard} of ${plan.shards}, round ${plan.round}: ${file}`);
  return 0;
}

/** A part of what a plan holds would be looked for as a whole. */
function refuseSlices({ slice }: PlannedGateOptions): void {
  if (slice === undefined) return;
  const message = 'the plan says which slices are judged';
  throw new UserError({ where: '--slice', message, hint: 'give it to pawl plan' });
}

function shardOf({ shard = '', out, attempt = '1' }: PlannedGateOptions, plan: ShardPlan) {
  const [, index = '', of = ''] = /^(\d{1,3})\/(\d{1,3})$/.exec(shard) ?? [];
  const problems = [
    ...(index !== '' && Number(of) === plan.shards
      ? []
      : [
          {
            where: '--shard',
            message: `expected I/${plan.shards}, received ${JSON.stringify(cut(shard, 40))}`,
            hint: null,
          },
        ]),
    ...(out === undefined
      ? [{ where: '--out', message: 'a shard needs a folder for what it brings', hint: null }]
      : []),
    ...(/^[1-9]\d{0,5}$/.test(attempt)
      ? []
      : [
          {
            where: '--attempt',
            message: `expected a whole number, received ${JSON.stringify(cut(attempt, 40))}`,
            hint: null,
          },
        ]),
  ];
  if (problems.length > 0 || out === undefined) throw new UserError(problems);
  return { shard: Number(index), out, attempt: Number(attempt) };
}

/** What the shard brought in round 1: of several attempts the one that the plan of round 2 names. */
export function chosenBefore(plan: ShardPlan, shard: number, given: readonly GivenUpload[]): ShardUpload | null {
  const digest = plan.first.find((one) => one.shard === shard)?.digest;
  const own = given.flatMap(({ read }) =>
    read.kind === 'read' && read.upload.head.shard === shard ? [read.upload] : [],
  );
  return own.find((upload) => upload.digest === digest) ?? own[0] ?? null;
}
