import { cut } from '../../errors.ts';
import type { Json } from '../../trace/index.ts';
import { isJsonObject } from '../../trace/index.ts';
import type { Reading, ValueFormat } from './result.ts';
import { attribute, outcomeOf } from './result.ts';

const NEEDED = ['case', 'trial', 'pass'];
const PASS: Readonly<Record<string, boolean>> = {
  true: true,
  pass: true,
  '1': true,
  false: false,
  fail: false,
  '0': false,
};

/** A table: `case,trial,pass`, any columns that begin with `slice`, `cluster`, `unit`; others can be filtered by. */
export const csvResults: ValueFormat = {
  name: 'csv',
  looksLike: 'CSV whose first line names the columns case,trial,pass[,slice...][,cluster][,unit]',
  container: 'table',
  fits: (sample) => Array.isArray(sample) && NEEDED.every((name) => sample.includes(name)),
  read: (value, place) => (isJsonObject(value) ? [readRow(value, place)] : []),
  fields: { caseBy: ['case'], trialBy: 'trial', sliceBy: ['slices'], clusterBy: ['cluster'], unitBy: ['unit'] },
  settled: [],
  sameCase: null,
};

function readRow(row: Record<string, Json>, place: string): Reading {
  const missing = NEEDED.filter((name) => name !== 'pass' && attribute(row[name]) === null);
  if (missing.length > 0)
    return { kind: 'problem', place, reason: `expected a value for ${missing.join(' and ')}, received none` };
  const written = attribute(row.pass) ?? '';
  const pass = PASS[written.trim().toLowerCase()];
  const problem =
    pass === undefined && written !== ''
      ? `pass: expected true or false, received ${JSON.stringify(cut(written, 60))}`
      : null;
  const columns = Object.entries(row).map(([name, cell]) => [name, attribute(cell)] as const);
  const slices = columns.flatMap(([name, cell]) => (name.startsWith('slice') && cell !== null ? [cell] : []));
  const attributes = { cluster: null, unit: null, ...Object.fromEntries(columns), slices };
  const outcome = outcomeOf(pass ?? null, 'pass is false', problem ?? 'pass is empty');
  return { kind: 'result', result: { place, attributes, outcome, errored: false }, problem };
}

/** A line of a table with its number (from 1), or why it is none. */
export type TableLine =
  | { readonly kind: 'cells'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'problem'; readonly line: number; readonly reason: string };

/** RFC 4180: cells between commas, quoted where they hold commas, quotes (doubled) or line breaks. Blank lines are skipped. */
export function parseCsv(text: string): TableLine[] {
  const lines: TableLine[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const { cells, end, breaks, fault } = readLine(text, at);
    if (fault !== null) lines.push({ kind: 'problem', line, reason: fault });
    else if (cells.length > 1 || cells[0] !== '') lines.push({ kind: 'cells', line, cells });
    at = end;
    line += breaks;
  }
  return lines;
}

const CELL = /(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r?\n|$)/y;

function readLine(text: string, from: number): { cells: string[]; end: number; breaks: number; fault: string | null } {
  const cells: string[] = [];
  let breaks = 0;
  CELL.lastIndex = from;
  while (true) {
    const start = CELL.lastIndex;
    const match = CELL.exec(text);
    if (match === null) {
      const next = text.indexOf('\n', start);
      const end = next === -1 ? text.length : next + 1;
      return {
        cells,
        end,
        breaks: breaks + 1,
        fault: `cell ${cells.length + 1}: a quote stands where none may stand, or is not closed`,
      };
    }
    const [, quoted, plain = '', separator] = match;
    cells.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
    breaks += quoted?.split('\n').length ?? 1;
    breaks -= 1;
    if (separator !== ',') return { cells, end: CELL.lastIndex, breaks: breaks + 1, fault: null };
  }
}
