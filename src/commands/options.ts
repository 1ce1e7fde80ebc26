import { resolve } from 'node:path';
import type { Override, Overrides } from '../config/index.ts';
import type { ReplayRequest } from '../gate/index.ts';
import { environmentWithKeys } from './keys.ts';
import type { ProgressLine } from './progress.ts';
import type { Surroundings } from './surroundings.ts';

/** Where answers and base trials are kept, relative to where the user stands. */
export const defaultStore = '.pawl/store';

/** What every command that replays takes, as the command line gives it: text, judged by the settings' own rules. */
export interface ReplayOptions {
  readonly config: string;
  readonly store: string;
  readonly providerUrl?: readonly string[];
  readonly concurrency?: string;
  readonly isolation?: string;
  readonly allowUnisolated?: boolean;
  readonly trials?: string;
  readonly keys?: string;
}

/** What every command that replays asks of the gate. `what` names the run's files in the store. */
export async function replayRequest(
  what: string,
  options: ReplayOptions,
  surroundings: Surroundings,
  progress: ProgressLine,
): Promise<ReplayRequest & { readonly today: string }> {
  return {
    directory: surroundings.directory,
    configPath: options.config,
    overrides: overridesOf(options),
    storeDirectory: resolve(surroundings.directory, options.store),
    environment: await environmentWithKeys(options.keys, surroundings),
    otherSecrets: [],
    runName: runName(what, surroundings.now),
    log: (line) => progress.note(line),
    today: dayText(surroundings.now),
  };
}

function overridesOf(options: ReplayOptions): Overrides {
  return given([
    ['trials', '--trials', options.trials],
    ['concurrency', '--concurrency', options.concurrency],
    ['isolation', '--isolation', options.isolation],
    ['allow_unisolated', '--allow-unisolated', options.allowUnisolated === true ? 'true' : undefined],
    ...(options.providerUrl ?? []).map((value) => ['provider_url', '--provider-url', value] as const),
  ]);
}

type Asked = readonly [name: Override['name'], where: string, value: string | null | undefined];

/** The overrides that were given; for the others the file stands. */
export function given(asked: readonly Asked[]): Overrides {
  return asked.flatMap(([name, where, value]) =>
    value === null || value === undefined ? [] : [{ name, where, value }],
  );
}

/** The UTC day: `2026-11-22`. */
export function dayText(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** A name for this run's files in the store; the store itself keeps two runs of one name apart. */
export function runName(what: string, now: Date): string {
  const digits = now.toISOString().replaceAll(/[^0-9]/g, '');
  return `${what}-${digits.slice(0, 14)}`;
}

/** For an option that may be given more than once. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
