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
