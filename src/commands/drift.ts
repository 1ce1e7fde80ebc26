import { attributionOf, findDrift, ledgerSuspects, plausibleDays, type Stream, streamsOf } from '../knowledge/index.ts';
import { type DriftReport, renderDrift } from '../report/index.ts';
import { seededRandom } from '../stats/index.ts';
import {
  behaviour,
  bringUpToDate,
  computedBy,
  EVERYTHING,
  resultFolder,
  resultsIn,
  undatedIn,
} from './backfill-days.ts';
import { commitEntries, type LedgerStoreOptions, readLedger } from './ledger-store.ts';
import { dayText } from './options.ts';
import type { Surroundings } from './surroundings.ts';
import { dayOption } from './time-options.ts';
import { trafficHistory } from './traffic-store.ts';

export interface DriftOptions extends LedgerStoreOptions {
  readonly since?: string;
  readonly accepted: readonly string[];
  readonly json?: boolean;
}

/** Without `--since` alarms of the last week are told. */
const RECENT_DAYS = 7;
const MS_A_DAY = 86_400_000;
/** Commits further back than this before the first day asked for are no suspects. */
const LEDGER_DAYS = 60;

/** `pawl drift`: which rates of the kept traffic have shifted. 0 = none, 1 = some, 4 = too little traffic to watch any. */
export async function driftCommand(options: DriftOptions, surroundings: Surroundings): Promise<number> {
  const found = await watchTraffic(options, surroundings);
  if (found === null) return 4;
  const { report } = found;
  surroundings.print(options.json === true ? JSON.stringify({ v: 1, ...report }, null, 2) : renderDrift(report));
  if (report.watched === 0) return 4;
  return report.drifts.length > 0 ? 1 : 0;
}

/** What shifted in the kept traffic, what stands behind it, and all that was watched. */
interface WatchedTraffic {
  readonly report: DriftReport;
  readonly streams: readonly Stream[];
}

/** null = it was interrupted. */
export async function watchTraffic(
  options: Omit<DriftOptions, 'json'>,
  surroundings: Surroundings,
): Promise<WatchedTraffic | null> {
  const acceptedAt = options.accepted.map((day) => dayOption('--accepted', day));
  const asked = options.since === undefined ? null : dayOption('--since', options.since);
  const history = await trafficHistory(options, surroundings);
  const folder = resultFolder(options.store, behaviour.id, surroundings);
  const { finished } = await bringUpToDate(history, behaviour, folder, EVERYTHING, surroundings);
  if (!finished) return null;
  const today = dayText(surroundings.now);
  const { days, skewed } = plausibleDays([...resultsIn(folder, computedBy(behaviour, history))], today);
  // Of the day that is not over only some hours have been seen, in which others ask than in the rest of it.
  const streams = streamsOf(days.filter(({ day }) => day !== today));
  const lastDay = streams.reduce((last, { days }) => Math.max(last, days.at(-1)?.at ?? last), 0);
  const since = asked ?? lastDay - RECENT_DAYS + 1;
  const silentDays = Math.max(0, Math.floor(surroundings.now.getTime() / MS_A_DAY) - 1 - lastDay);
  const known = readLedger(options, surroundings).entries ?? [];
  const commits = await commitEntries(options, (since - LEDGER_DAYS) * MS_A_DAY, known, surroundings);
  const entries = [...known, ...commits];
  const found = findDrift(streams, { since, acceptedAt, entries: ledgerSuspects(entries) });
  const random = seededRandom(`attribution ${lastDay}`);
  const drifts = found.drifts.map((drift) => ({ ...drift, ...attributionOf(drift, streams, entries, random) }));
  return {
    report: { ...found, drifts, since, lastDay, silentDays, undated: await undatedIn(history.reader), skewed, entries },
    streams,
  };
}
