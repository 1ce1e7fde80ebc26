import { cut, UserError } from '../errors.ts';
import { ledgerCsv, renderLedger } from '../report/index.ts';
import { momentOf } from '../trace/index.ts';
import { findIncident } from './incidents.ts';
import { type LedgerStoreOptions, readLedger, updateLedger } from './ledger-store.ts';
import type { Surroundings } from './surroundings.ts';
import { dayOption, hoursOption } from './time-options.ts';
import type { TrafficStoreOptions } from './traffic-store.ts';

interface LedgerOptions extends LedgerStoreOptions {
  readonly since?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

const MS_A_DAY = 86_400_000;
const US_AN_HOUR = 3_600_000_000;

/** `pawl ledger`: takes in what is new in git and in the traffic, and prints the ledger. */
export async function ledgerCommand(options: LedgerOptions, surroundings: Surroundings): Promise<number> {
  const sinceMs = options.since === undefined ? 0 : MS_A_DAY * dayOption('--since', options.since);
  const { entries, added } = await updateLedger(options, sinceMs, surroundings);
  show(
    entries.filter(({ atUs }) => atUs >= 1000 * sinceMs),
    options,
    surroundings,
    `${added} new; `,
  );
  return surroundings.signal.aborted ? 4 : 0;
}

interface ChangesOptions extends TrafficStoreOptions {
  readonly since: string;
  readonly before?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** `pawl changes`: what the ledger lists in the hours before a moment. */
export async function changesCommand(options: ChangesOptions, surroundings: Surroundings): Promise<number> {
  const { path, entries } = readLedger(options, surroundings);
  if (entries === null) {
    throw new UserError({ where: path, message: 'there is no ledger yet', hint: 'run "pawl ledger" first' });
  }
  const hours = hoursOption('--since', options.since);
  const last = entries.at(-1)?.atUs ?? 0;
  const beforeUs = options.before === undefined ? last : momentOption(options.before, options, surroundings);
  const shown = entries.filter(({ atUs }) => atUs <= beforeUs && atUs >= beforeUs - hours * US_AN_HOUR);
  show(shown, options, surroundings, '');
  return 0;
}

function show(
  entries: Parameters<typeof renderLedger>[0],
  { json, csv }: { readonly json?: boolean; readonly csv?: boolean },
  { print }: Surroundings,
  begin: string,
): void {
  if (json === true) print(JSON.stringify({ v: 1, entries }, null, 2));
  else if (csv === true) print(ledgerCsv(entries));
  else print(`${begin}${renderLedger(entries)}`);
}

/** A day means its beginning; an incident the end of the window in which it began. Microseconds since the Unix epoch. */
function momentOption(given: string, options: TrafficStoreOptions, surroundings: Surroundings): number {
  const moment = momentOf(given) ?? momentOf(`${given}T00:00:00Z`);
  if (moment !== null) return moment.us;
  if (INCIDENT.test(given)) {
    const { alarms } = findIncident(given, options, surroundings);
    return 1000 * MS_A_DAY * (1 + Math.min(...alarms.map(({ to }) => to)));
  }
  const message = `expected a day, a moment such as 2026-11-20T14:00:00Z or an incident, received ${cut(given, 40)}`;
  throw new UserError({ where: '--before', message, hint: null });
}

const INCIDENT = /^\d{4}-\d{2}-\d{2}-[0-9a-f]{6}$/;
