import { cut, UserError } from '../../errors.ts';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../trace/index.ts';
import type { ComputedBy } from '../behaviour/definition-id.ts';
import type { Group } from '../behaviour/dimensions.ts';
import { Summaries } from '../behaviour/summaries.ts';
import { readSummary, writeSummary } from './summary-json.ts';

/** What stands first in the file; its reader refuses another. */
const DAY_FORMAT = 'pawl backfill day v2';
/** Did not say by which readers and slices: such a day is scanned again. */
const OLDER_FORMAT = 'pawl backfill day v1';

/** What one definition says of one day of the traffic. */
export interface DayResult {
  readonly by: ComputedBy;
  /** YYYY-MM-DD, UTC. */
  readonly day: string;
  /** Equal for equal files of the day in the traffic store. */
  readonly source: string;
  readonly summaries: Summaries;
}

/** A group a line, so that two of them can be compared line by line. */
export function dayText({ by, day, source, summaries }: DayResult): string {
  const head = JSON.stringify({ format: DAY_FORMAT, by, day, source, leftOutGroups: summaries.leftOut });
  const lines = summaries.list().map(({ group, summary }) => JSON.stringify({ group, ...writeSummary(summary) }));
  return [head, ...lines, ''].join('\n');
}

/** The first line alone: whose it is and what it was made of. @throws UserError where the file is none. */
export function dayHead(text: string, where: string): Omit<DayResult, 'summaries'> & { readonly leftOut: number } {
  const end = text.indexOf('\n');
  const head = parseJson(text.slice(0, end === -1 ? text.length : end));
  if (!isJsonObject(head) || (head.format !== DAY_FORMAT && head.format !== OLDER_FORMAT)) {
    const received = isJsonObject(head) ? JSON.stringify(head.format ?? null) : text.slice(0, 60);
    throw damaged(where, `expected the format "${DAY_FORMAT}", received ${cut(received, 60)}`);
  }
  const { by, day, source, leftOutGroups } = head;
  const { name, version, readers, slices } = isJsonObject(by) ? by : {};
  const said = [name, version, day, source, ...(head.format === DAY_FORMAT ? [readers, slices] : [])];
  if (said.some((one) => typeof one !== 'string') || typeof leftOutGroups !== 'number')
    throw damaged(where, 'its first line lacks what it was made by and of');
  return {
    by: { name: String(name), version: String(version), readers: textOf(readers), slices: textOf(slices) },
    day: String(day),
    source: String(source),
    leftOut: leftOutGroups,
  };
}

/** @throws UserError where the text is no such file; `where` is its path. */
export function readDay(text: string, where: string): DayResult {
  const { leftOut, ...head } = dayHead(text, where);
  if (!text.endsWith('\n')) throw damaged(where, 'it is cut short');
  const summaries = new Summaries();
  for (const [at, line] of text.split('\n').slice(1, -1).entries()) {
    const entry = parseJson(line);
    const group = isJsonObject(entry) ? groupOf(entry.group) : null;
    const read = isJsonObject(entry) ? readSummary(entry) : null;
    if (group === null || read === null) throw damaged(where, `line ${at + 2} holds no summary of a group`);
    summaries.of(group)?.merge(read);
  }
  summaries.leftOut = leftOut;
  return { ...head, summaries };
}

function textOf(json: Json | undefined): string | null {
  return typeof json === 'string' ? json : null;
}

function groupOf(json: Json | undefined): Group | null {
  if (!isJsonObject(json)) return null;
  const { kind, name }: JsonObject = json;
  if (kind === 'all') return { kind };
  return (kind === 'slice' || kind === 'cohort') && typeof name === 'string' ? { kind, name } : null;
}

function damaged(where: string, message: string): UserError {
  return new UserError({ where, message, hint: 'remove the file: "pawl backfill" scans the day again' });
}
