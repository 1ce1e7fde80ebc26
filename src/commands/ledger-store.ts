import { join, resolve } from 'node:path';
import {
  type AgentCommit,
  agentHistory,
  type ChangeRules,
  changedFiles,
  findChanges,
  hasCommits,
  isShallow,
  repositoryRoot,
  resolveCommit,
} from '../changes/index.ts';
import { readSettings } from '../config/index.ts';
import {
  appendKept,
  entriesObserved,
  entriesOfCommit,
  type LedgerEntry,
  ledgerLines,
  newEntries,
  parseLedger,
  readKept,
} from '../knowledge/index.ts';
import { observedDays } from './observed-days.ts';
import { settingsPart } from './settings-part.ts';
import type { Surroundings } from './surroundings.ts';
import { readTraffic, type TrafficStoreOptions } from './traffic-store.ts';

export interface LedgerStoreOptions extends TrafficStoreOptions {
  readonly ref: string;
  readonly config?: string;
}

const NOTE_EVERY = 100;

/** The ledger's file below the store; `entries` null = there is none yet. */
export function readLedger(
  { store }: TrafficStoreOptions,
  { directory }: Surroundings,
): { readonly path: string; readonly entries: readonly LedgerEntry[] | null } {
  const path = join(resolve(directory, store), 'knowledge', 'ledger.jsonl');
  const text = readKept(path);
  return { path, entries: text === null ? null : parseLedger(text, path) };
}

/** Appends what is new in git and in the traffic. What was found is kept, be the rest interrupted. */
export async function updateLedger(
  options: LedgerStoreOptions,
  sinceMs: number,
  surroundings: Surroundings,
): Promise<{ readonly entries: readonly LedgerEntry[]; readonly added: number }> {
  const { path, entries: known } = readLedger(options, surroundings);
  const commits = await commitEntries(options, sinceMs, known ?? [], surroundings);
  const found = [...commits, ...(await trafficEntries(options, surroundings))];
  const added = newEntries(known ?? [], found);
  appendKept(path, known === null || added.length > 0 ? ledgerLines(known, added) : '');
  const entries = [...(known ?? []), ...added].sort((a, b) => a.atUs - b.atUs || (a.id < b.id ? -1 : 1));
  return { entries, added: added.length };
}

/** Changes of the agent in git that the ledger does not have; none where there are no settings that say what the agent is. */
export async function commitEntries(
  { config, ref }: Pick<LedgerStoreOptions, 'config' | 'ref'>,
  sinceMs: number,
  known: readonly LedgerEntry[],
  surroundings: Surroundings,
): Promise<readonly LedgerEntry[]> {
  const read = (text: string, file: string) => (): ChangeRules => readSettings({ text, file, overrides: [] }).changes;
  const { part, file } = await settingsPart(config, surroundings, read);
  if (file === null) return [];
  const rules = part();
  const repository = await repositoryRoot(surroundings.directory);
  if (!(await hasCommits(repository))) return [];
  const tip = await resolveCommit(repository, ref);
  const listed = new Set(known.map(({ commit }) => commit?.sha));
  const history = (await agentHistory(repository, tip, rules, sinceMs)).filter(({ sha }) => !listed.has(sha));
  const commits = await withKnownParent(history, repository, surroundings);
  const entries: LedgerEntry[] = [];
  for (const [index, commit] of commits.entries()) {
    if (surroundings.signal.aborted) break;
    if (index > 0 && index % NOTE_EVERY === 0)
      surroundings.warn(`reading history: ${index} of ${commits.length} commits`);
    const { parent, sha } = commit;
    const files = parent === null ? null : await changedFiles(repository, parent, { kind: 'commit', sha });
    entries.push(...entriesOfCommit(commit, files === null ? null : findChanges(files, rules).affecting));
  }
  return entries;
}

/** What the first commit of a shallow clone changed cannot be known in it, and would stand in the ledger for good. */
async function withKnownParent(
  commits: readonly AgentCommit[],
  repository: string,
  { warn }: Pick<Surroundings, 'warn'>,
): Promise<readonly AgentCommit[]> {
  const known = commits.filter(({ parent }) => parent !== null);
  if (known.length === commits.length || !(await isShallow(repository))) return commits;
  warn(
    'this is a shallow clone: what changed before it, and in its first commit, is not known; fetch the whole history (fetch-depth: 0 in actions/checkout)',
  );
  return known;
}

async function trafficEntries(
  options: TrafficStoreOptions,
  surroundings: Surroundings,
): Promise<readonly LedgerEntry[]> {
  const observed = await observedDays(await readTraffic(options, surroundings), options, surroundings);
  return observed === null ? [] : entriesObserved(observed);
}
