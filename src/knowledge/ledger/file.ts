import { isJsonObject, type Json } from '../../trace/index.ts';
import { linesToAppend, readLines } from '../kept-lines.ts';
import { LEDGER_KINDS, type LedgerCommit, type LedgerEntry } from './entry.ts';

const FORMAT = 'pawl ledger v1';
const US_A_DAY = 86_400_000_000;
/** A change that is found again on more traffic may be dated a little earlier: it is still the same. */
const SAME_DAYS = 3;

/** What is to be appended to a ledger's file, which may be new (`known` null). */
export function ledgerLines(known: readonly LedgerEntry[] | null, added: readonly LedgerEntry[]): string {
  return linesToAppend(FORMAT, known === null, added);
}

/** By time, each once: two runs may have found it at once. @throws UserError where the file is of another version, or a line is no entry. */
export function parseLedger(text: string, file: string): readonly LedgerEntry[] {
  const entries = readLines(text, { file, format: FORMAT }, readEntry);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return [...byId.values()].sort((a, b) => a.atUs - b.atUs || (a.id < b.id ? -1 : 1));
}

/** Those of `found` that the ledger does not have yet, by time. */
export function newEntries(known: readonly LedgerEntry[], found: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const all = [...known];
  const added: LedgerEntry[] = [];
  for (const entry of found.toSorted((a, b) => a.atUs - b.atUs)) {
    if (all.some((one) => isSame(one, entry))) continue;
    all.push(entry);
    added.push(entry);
  }
  return added;
}

function isSame(a: LedgerEntry, b: LedgerEntry): boolean {
  if (a.id === b.id) return true;
  if (a.kind !== 'tool_contract' || b.kind !== 'tool_contract') return false;
  const isAlike = a.name === b.name && a.from === b.from && a.to === b.to;
  return isAlike && Math.abs(a.atUs - b.atUs) <= SAME_DAYS * US_A_DAY;
}

function readEntry(value: Json | undefined): LedgerEntry | null {
  if (!isJsonObject(value)) return null;
  const { id, atUs, name, from, to, what, decides, trajectoryId } = value;
  const kind = LEDGER_KINDS.find((one) => one === value.kind);
  const commit = value.commit === null ? null : readCommit(value.commit);
  if (kind === undefined || commit === undefined) return null;
  if (typeof id !== 'string' || typeof atUs !== 'number' || typeof name !== 'string' || typeof what !== 'string')
    return null;
  if (!isTextOrNull(from) || !isTextOrNull(to) || !isTextOrNull(trajectoryId) || !isTextOrNull(decides)) return null;
  return { id, kind, atUs, name, from, to, what, decides, commit, trajectoryId };
}

function readCommit(value: Json | undefined): LedgerCommit | undefined {
  if (!isJsonObject(value)) return undefined;
  const { sha, author, subject, pullRequest } = value;
  const isNumber = pullRequest === null || typeof pullRequest === 'number';
  if (typeof sha !== 'string' || typeof author !== 'string' || typeof subject !== 'string' || !isNumber)
    return undefined;
  return { sha, author, subject, pullRequest };
}

function isTextOrNull(value: Json | undefined): value is string | null {
  return value === null || typeof value === 'string';
}
