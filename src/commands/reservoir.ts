import { resolve } from 'node:path';
import { fillReservoir } from '../gate/index.ts';
import { overridesOf, type ReplayOptions, runName } from './options.ts';
import { ProgressLine } from './progress.ts';
import type { Surroundings } from './surroundings.ts';

export interface FillOptions extends ReplayOptions {
  readonly ref: string;
}

/** `pawl reservoir fill`: base's own trials, drawn once on main. */
export async function fillCommand(options: FillOptions, surroundings: Surroundings): Promise<number> {
  const progress = new ProgressLine(surroundings);
  const filled = await fillReservoir({
    directory: surroundings.directory,
    ref: options.ref,
    configPath: options.config,
    overrides: overridesOf(options),
    storeDirectory: resolve(surroundings.directory, options.store),
    environment: surroundings.environment,
    runName: runName('base', surroundings.now),
    log: (line) => progress.note(line),
    watch: {
      signal: surroundings.signal,
      planned: (phase, trials) => progress.plan(phase, trials),
      ran: () => progress.step(),
    },
  });
  progress.end();
  for (const warning of filled.warnings) surroundings.warn(warning);
  const { cases, drawn, alreadyStored, notKept, providerCalls } = filled;
  surroundings.print(
    `${cases} cases: ${drawn} base trials drawn with ${providerCalls} provider calls, ${alreadyStored} were in the store, ${notKept} were cut short and are not kept`,
  );
  return notKept === 0 ? 0 : 4;
}
