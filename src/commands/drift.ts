import { agentHistory, repositoryRoot } from '../changes/index.ts';
import { readSettings } from '../config/index.ts';
import { cut, UserError } from '../errors.ts';
import { BEHAVIOUR_COLUMNS, dayNumber, type Entry, findDrift, StreamBuilder } from '../knowledge/index.ts';
import { renderDrift } from '../report/index.ts';
import { settingsPart } from './settings-part.ts';
import type { Surroundings } from './surroundings.ts';
import { readTraffic, type TrafficStoreOptions } from './traffic-store.ts';

export interface DriftOptions extends TrafficStoreOptions {
  readonly since?: string;
  readonly accepted: readonly string[];
  readonly ref: string;
  readonly config?: string;
  readonly json?: boolean;
}

/** Without `--since` alarms of the last week are told. */
const RECENT_DAYS = 7;
const MS_AN_HOUR = 3_600_000;
/** Commits further back than this before the first day asked for are no suspects. */
const LEDGER_HOURS = 24 * 60;

/** `pawl drift`: which rates of the kept traffic have shifted. 0 = none, 1 = some, 4 = too little traffic to watch any. */
export async function driftCommand(options: DriftOptions, surroundings: Surroundings): Promise<number> {
  const acceptedAt = options.accepted.map((day) => dayOption('--accepted', day));
  const asked = options.since === undefined ? null : dayOption('--since', options.since);
  const reader = await readTraffic(options, surroundings);
  const builder = new StreamBuilder();
  for await (const group of reader.table('trajectories', BEHAVIOUR_COLUMNS, null)) {
    if (surroundings.signal.aborted) return 4;
    builder.add(group);
  }
  const streams = builder.build();
  const lastDay = streams.reduce((last, { days }) => Math.max(last, days.at(-1)?.at ?? last), 0);
  const since = asked ?? lastDay - RECENT_DAYS + 1;
  const ledger = await ledgerOf(options, surroundings, since);
  const found = findDrift(streams, { since, acceptedAt, entries: ledger });
  const shown = { ...found, since, lastDay, undated: builder.undated, entries: ledger };
  surroundings.print(options.json === true ? JSON.stringify({ v: 1, ...shown }, null, 2) : renderDrift(shown));
  if (found.watched === 0) return 4;
  return found.drifts.length > 0 ? 1 : 0;
}

/** The commits that touched the agent; none where there are no settings that say what the agent is. */
async function ledgerOf(
  options: DriftOptions,
  surroundings: Surroundings,
  since: number,
): Promise<readonly LedgerEntry[]> {
  const read = (text: string, file: string) => () => readSettings({ text, file, overrides: [] }).changes;
  const { part, file } = await settingsPart(options.config, surroundings, read);
  if (file === null) return [];
  const repository = await repositoryRoot(surroundings.directory);
  const sinceMs = (24 * since - LEDGER_HOURS) * MS_AN_HOUR;
  const commits = await agentHistory(repository, options.ref, part(), sinceMs);
  return commits.map(({ sha, atMs, author, subject }) => ({ id: sha, atHours: atMs / MS_AN_HOUR, author, subject }));
}

interface LedgerEntry extends Entry {
  readonly author: string;
  readonly subject: string;
}

function dayOption(where: string, given: string): number {
  const at = dayNumber(given);
  if (at !== null) return at;
  throw new UserError({
    where,
    message: `expected a day such as 2026-11-20, received ${cut(given, 40)}`,
    hint: null,
  });
}
