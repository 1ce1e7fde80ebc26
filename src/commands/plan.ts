import { UserError } from '../errors.ts';
import { planShards } from '../gate/index.ts';
import { type ReplayOptions, replayRequest } from './options.ts';
import { keepPlan, planInWords } from './plan-files.ts';
import { ProgressLine } from './progress.ts';
import type { Surroundings } from './surroundings.ts';

interface PlanCommandOptions extends ReplayOptions {
  readonly base: string;
  readonly head: string;
  readonly shards: string;
  readonly slice?: readonly string[];
  readonly offline?: boolean;
  readonly out?: string;
}

/** `pawl plan`: what a run on several machines is to do, told and kept as a file; runs nothing. */
export async function planCommand(options: PlanCommandOptions, surroundings: Surroundings): Promise<number> {
  const planning = await planShards({
    ...(await replayRequest('plan', options, surroundings, new ProgressLine(surroundings))),
    base: options.base,
    head: options.head,
    slices: options.slice ?? null,
    mode: options.offline === true ? 'recorded' : 'live',
    shards: shardsIn(options.shards),
  });
  surroundings.print(planInWords(planning));
  if (options.out !== undefined) await keepPlan(surroundings.directory, options.out, planning.plan);
  return 0;
}

function shardsIn(text: string): number | 'auto' {
  if (text === 'auto') return text;
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  const message = `expected auto or a whole number from 1 to 256, received ${JSON.stringify(text.slice(0, 40))}`;
  throw new UserError({ where: '--shards', message, hint: null });
}
