import { cut, type Problem, UserError } from '../../errors.ts';
import type { Outcome } from '../score.ts';
import type { ParsedResults } from './formats.ts';
import type { Attributes, Fields, Reading, ReadResult, ResultProblem } from './result.ts';

/** `key=value`: of one key any value, of several keys each. The value `null` is an absent one. */
export interface Condition {
  readonly key: string;
  readonly value: string;
  /** The flag, for messages. */
  readonly where: string;
}

/** What to read out of a file's attributes; a field that is absent is the format's own choice. */
interface Selection {
  readonly conditions: readonly Condition[];
  readonly fields: Partial<Fields>;
}

/** One trial of one case, as somebody else judged it. */
export interface ResultRow {
  readonly caseId: string;
  /** Tells the trials of the case apart; equal within a unit = ran together. */
  readonly trial: string;
  readonly outcome: Outcome;
  readonly errored: boolean;
  readonly slices: readonly string[];
  readonly cluster: string | null;
  readonly unit: string | null;
  readonly place: string;
}

export interface SelectedResults {
  readonly rows: readonly ResultRow[];
  readonly problems: readonly ResultProblem[];
  /** The fields that were used, for the report. */
  readonly fields: Fields;
  /** Results that the conditions left out. */
  readonly leftOut: number;
  /** What the harness did not run. */
  readonly skipped: number;
}

/** Beyond this the rest is not what was to be compared. */
const MAX_UNREADABLE_SHARE = 0.1;

type Read = Extract<Reading, { kind: 'result' }>;

/**
 * The rows of one side.
 * @throws UserError, with all problems at once, for an unknown attribute, conditions that nothing meets, results of several
 * experiments, a trial that is there twice, and a file of which more than a tenth cannot be read.
 */
export function selectResults(
  { format, readings }: ParsedResults,
  selection: Selection,
  file: string,
): SelectedResults {
  const fields: Fields = { ...format.fields, ...selection.fields };
  const read = readings.filter((reading) => reading.kind === 'result');
  const unknown = unknownKeys(read, selection);
  if (unknown.length > 0) throw new UserError(unknown);
  const chosen = read.filter(({ result }) => meets(result.attributes, selection.conditions));
  const faults = [
    ...nothingLeft(read, chosen, selection.conditions, file),
    ...unsettled(chosen, format.settled, selection, fields, file),
  ];
  if (faults.length > 0) throw new UserError(faults);
  const named = chosen.map((one) => ({ ...one, row: rowOf(one.result, fields) }));
  const rows = named.flatMap(({ row }) => (row === null ? [] : [row]));
  const contradictions = [...twice(rows, fields, file), ...twoGroups(rows, file)];
  if (contradictions.length > 0) throw new UserError(contradictions);
  const skipped = readings.filter((reading) => reading.kind === 'skipped').length;
  const torn = readings.filter((reading) => reading.kind === 'problem');
  const problems = [
    ...torn.map(({ place, reason }): ResultProblem => ({ place, reason, kept: false })),
    ...named.flatMap(({ row, result: { place }, problem }): ResultProblem[] => {
      if (row === null) return [{ place, reason: 'no value tells its case or its trial', kept: false }];
      return problem === null ? [] : [{ place, reason: problem, kept: true }];
    }),
  ];
  const unreadable = tooManyUnreadable(problems, torn.length + chosen.length, file);
  if (unreadable !== null) throw new UserError(unreadable);
  return { rows, problems, fields, leftOut: read.length - chosen.length, skipped };
}

function tooManyUnreadable(problems: readonly ResultProblem[], all: number, file: string): Problem | null {
  const lost = problems.filter(({ kept }) => !kept);
  const [first] = lost;
  if (first === undefined || lost.length <= MAX_UNREADABLE_SHARE * all) return null;
  return {
    where: file,
    message: `${lost.length} of ${all} results could not be read, such as ${first.place}: ${cut(first.reason, 200)}`,
    hint: `at most ${100 * MAX_UNREADABLE_SHARE} % may be left out`,
  };
}

function unknownKeys(read: readonly Read[], { conditions, fields }: Selection): Problem[] {
  if (read.length === 0) return [];
  const known = new Set(read.flatMap(({ result }) => Object.keys(result.attributes)));
  const asked = [
    ...conditions.map(({ key, where }) => ({ key, where })),
    ...(fields.caseBy ?? []).map((key) => ({ key, where: '--case-by' })),
    ...(fields.trialBy == null ? [] : [{ key: fields.trialBy, where: '--trial-by' }]),
    ...(fields.sliceBy ?? []).map((key) => ({ key, where: '--slice-by' })),
    ...(fields.clusterBy ?? []).map((key) => ({ key, where: '--cluster' })),
    ...(fields.unitBy ?? []).map((key) => ({ key, where: '--unit' })),
  ];
  const hint = `the results have ${cut([...known].sort().join(', '), 400)}`;
  return asked
    .filter(({ key }) => !known.has(key))
    .map(({ key, where }) => ({ where, message: `no result has ${JSON.stringify(cut(key, 60))}`, hint }));
}

function meets(attributes: Attributes, conditions: readonly Condition[]): boolean {
  const byKey = Map.groupBy(conditions, ({ key }) => key);
  return [...byKey].every(([key, values]) => {
    const own = valuesOf(attributes, key);
    return values.some(({ value }) => own.includes(value) || (value === 'null' && own.length === 0));
  });
}

function nothingLeft(
  read: readonly Read[],
  chosen: readonly Read[],
  conditions: readonly Condition[],
  file: string,
): Problem[] {
  if (chosen.length > 0) return [];
  if (read.length === 0) return [{ where: file, message: 'holds no result that could be read', hint: null }];
  const keys = [...new Set(conditions.map(({ key }) => key))];
  const hint = keys.map((key) => `${key} is ${distinct(read, key)}`).join('; ');
  return [{ where: file, message: `none of ${read.length} results meets the conditions`, hint }];
}

/** A condition on the attribute, or taking it into the case or the trial, says that its values belong together. */
function unsettled(
  chosen: readonly Read[],
  settled: readonly string[],
  { conditions }: Selection,
  { caseBy, trialBy }: Fields,
  file: string,
): Problem[] {
  const said = new Set([...conditions.map(({ key }) => key), ...caseBy, trialBy]);
  return settled
    .filter((key) => !said.has(key) && new Set(chosen.map(({ result }) => result.attributes[key] ?? null)).size > 1)
    .map((key) => ({
      where: file,
      message: `holds results of more than one ${key}: ${distinct(chosen, key)}`,
      hint: `choose with --where ${key}=..., or --base-where and --head-where`,
    }));
}

/** null = no value tells which case or which trial it is. */
function rowOf({ attributes, outcome, errored, place }: ReadResult, fields: Fields): ResultRow | null {
  const caseId = joined(attributes, fields.caseBy);
  const trial = fields.trialBy === null ? '1' : joined(attributes, [fields.trialBy]);
  if (caseId === null || trial === null) return null;
  const slices = fields.sliceBy.flatMap((key) =>
    valuesOf(attributes, key).map((value) => (fields.sliceBy.length === 1 ? value : `${key}=${value}`)),
  );
  const cluster = joined(attributes, fields.clusterBy);
  return { caseId, trial, outcome, errored, slices, cluster, unit: joined(attributes, fields.unitBy), place };
}

/** The values in their order; one that is absent leaves its place out. null = all are absent. */
function joined(attributes: Attributes, keys: readonly string[]): string | null {
  const values = keys.flatMap((key) => valuesOf(attributes, key));
  return values.length === 0 ? null : values.join('/');
}

function valuesOf(attributes: Attributes, key: string): readonly string[] {
  const value = Object.hasOwn(attributes, key) ? (attributes[key] ?? null) : null;
  return value === null ? [] : typeof value === 'string' ? [value] : value;
}

const MAX_SHOWN = 5;

function twice(rows: readonly ResultRow[], { trialBy }: Fields, file: string): Problem[] {
  const byTrial = Map.groupBy(rows, ({ caseId, trial }) => JSON.stringify([caseId, trial]));
  const repeated = [...byTrial.values()].filter((same) => same.length > 1);
  if (repeated.length === 0) return [];
  const shown = repeated.slice(0, MAX_SHOWN).map((same) => {
    const places = cut(same.map(({ place }) => place).join(', '), 100);
    return `case ${cut(same[0]?.caseId ?? '', 100)}${trialBy === null ? '' : `, trial ${same[0]?.trial}`} (${places})`;
  });
  const more = repeated.length > MAX_SHOWN ? ` and ${repeated.length - MAX_SHOWN} more` : '';
  const hint = 'a result counts once: choose with --where, or name what tells trials apart with --trial-by';
  return [{ where: file, message: `holds the same trial more than once: ${shown.join('; ')}${more}`, hint }];
}

/** A case is of one cluster, and all of its trials of one unit. */
function twoGroups(rows: readonly ResultRow[], file: string): Problem[] {
  const byCase = Map.groupBy(rows, ({ caseId }) => caseId);
  return (['cluster', 'unit'] as const).flatMap((kind) => {
    const split = [...byCase].filter(([, own]) => new Set(own.map((row) => row[kind])).size > 1).map(([id]) => id);
    if (split.length === 0) return [];
    const message = `${split.length} cases are of more than one ${kind}, such as ${cut(split[0] ?? '', 100)}`;
    return [{ where: file, message, hint: `the ${kind} is a property of the case, the same in all of its trials` }];
  });
}

function distinct(read: readonly Read[], key: string): string {
  const values = [...new Set(read.flatMap(({ result }) => [...valuesOf(result.attributes, key), 'null'].slice(0, 1)))];
  return cut(values.sort().join(', '), 200);
}
