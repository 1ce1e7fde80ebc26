import type { Override, Overrides } from '../config/index.ts';

/** Where answers and base trials are kept, within the repository. */
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
}

export function overridesOf(options: ReplayOptions): Overrides {
  const single: readonly [Override['name'], string, string | undefined][] = [
    ['trials', '--trials', options.trials],
    ['concurrency', '--concurrency', options.concurrency],
    ['isolation', '--isolation', options.isolation],
    ['allow_unisolated', '--allow-unisolated', options.allowUnisolated === true ? 'true' : undefined],
  ];
  return [
    ...single.flatMap(([name, where, value]) => (value === undefined ? [] : [{ name, where, value }])),
    ...(options.providerUrl ?? []).map((value) => ({ name: 'provider_url', where: '--provider-url', value }) as const),
  ];
}

/** A name for this run's files in the store; the store itself keeps two runs of one name apart. */
export function runName(what: string, now: Date): string {
  return `${what}-${now
    .toISOString()
    .replaceAll(/[^0-9]/g, '')
    .slice(0, 14)}`;
}
