import { fillReservoir } from '../gate/index.ts';
import { type ReplayOptions, replayRequest } from './options.ts';
import { ProgressLine } from './progress.ts';
import type { Surroundings } from './surroundings.ts';

export interface FillOptions extends ReplayOptions {
  readonly ref: string;
}

/** `pawl reservoir fill`: base's own trials, drawn once on main. */
export async function fillCommand(options: FillOptions, surroundings: Surroundings): Promise<number> {
  const progress = new ProgressLine(surroundings);
  const filled = await fillReservoir({
    ...replayRequest('base', options, surroundings, progress),
    ref: options.ref,
    watch: progress.watch(surroundings.signal),
  });
  progress.end();
  for (const warning of filled.warnings) surroundings.warn(warning);
  const { cases, drawn, alreadyStored, notKept, missing, providerCalls } = filled;
  surroundings.print(
    `${cases} cases: ${drawn} base trials drawn with ${providerCalls} provider calls, ${alreadyStored} were in the store, ${notKept} were cut short and are not kept`,
  );
  if (missing > 0) surroundings.warn(`the run was ended: ${missing} trials were not run`);
  return notKept + missing === 0 ? 0 : 4;
}
