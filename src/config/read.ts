import expectationSchema from '../../schema/expectation.v1.schema.json' with { type: 'json' };
import pawlSchema from '../../schema/pawl.v1.schema.json' with { type: 'json' };
import sliceSchema from '../../schema/slice.v1.schema.json' with { type: 'json' };
import type { Policy } from '../compare/index.ts';
import { type Expectation, readExpectation, type SliceDefinition } from '../corpus/index.ts';
import { cut, type Problem, UserError } from '../errors.ts';
import {
  isJsonObject,
  type Json,
  type JsonObject,
  pathText,
  received,
  type SchemaProblem,
  schemaCheck,
} from '../trace/index.ts';
import { completeSettings, gateSettings, slicesOf } from './complete.ts';
import { type ConfigDocument, readDocument } from './document.ts';
import { applyOverrides, type Overrides } from './overrides.ts';
import { redactionOf } from './redaction.ts';
import { relationFaults } from './relation-checks.ts';
import type { RedactionSettings, Settings } from './settings.ts';
import { completeTools } from './tools.ts';
import { valueFaults } from './value-checks.ts';
import type { WrittenConfig } from './written.ts';

/** Where the settings stand, relative to the repository's root. */
export const defaultConfigPath = 'pawl.yml';

interface SettingsSource {
  /** The file's text, from whichever commit decides. */
  readonly text: string;
  /** Its path in the repository, for messages and to know a change of it. */
  readonly file: string;
  readonly overrides: Overrides;
}

const MAX_PATH = 100;

const check = schemaCheck(pawlSchema, [expectationSchema, sliceSchema]);

/**
 * `pawl.yml` and its overrides as complete settings.
 * @throws UserError with every problem at once, each with `file:line` or the override's own name.
 */
export function readSettings({ text, file, overrides }: SettingsSource): Settings {
  const document = readDocument(text);
  const { value, problems, whereOf } = applyOverrides(document.value, overrides);
  const inFile: LocatedProblem[] = document.faults.map(({ line, message }) => located(file, line, message, null));
  for (const fault of document.broken ? [] : configFaults(value)) {
    const override = whereOf.get(pathText(fault.path));
    if (override === undefined) inFile.push(inFileAt(document, file, fault));
    else problems.push({ where: override, message: fault.message, hint: fault.hint });
  }
  inFile.sort((a, b) => a.line - b.line);
  const all = [...problems, ...inFile.map(({ problem }) => problem)];
  if (all.length > 0) throw new UserError(all);
  const written = value as unknown as WrittenConfig; // the schema has just said so
  return completeSettings(written, expectationsOf(written), file);
}

/** What `gate` says of a decision, for results that nothing is replayed for. */
interface GateSettings {
  readonly policy: Policy;
  readonly onInconclusive: 'warn' | 'block';
}

/** Stands for the keys without which nothing can be replayed, where nothing is. */
const REPLAYED: JsonObject = { agent: { name: 'none', command: 'none' }, prompts: ['none'], corpus: ['none.jsonl'] };

/** The `gate` of a `pawl.yml`, for whoever replays nothing. */
export function readGateSettings(text: string, file: string): GateSettings {
  return gateSettings(readPart('gate', text, file).gate ?? {});
}

/** The `redaction` of a `pawl.yml`, for whoever replays nothing. */
export function readRedactionSettings(text: string, file: string): RedactionSettings {
  return redactionOf(readPart('redaction', text, file).redaction);
}

/** The `slices` of a `pawl.yml`, for whoever replays nothing. */
export function readSlices(text: string, file: string): readonly SliceDefinition[] {
  return slicesOf(readPart('slices', text, file));
}

/** Globs over the names of tools that change no state, for whoever replays nothing. */
export function readReadOnlyTools(text: string, file: string): readonly string[] {
  return completeTools(readPart('tools', text, file).tools ?? {}).readOnly;
}

/**
 * One key of a `pawl.yml`. Keys that concern a replay may be absent, and are not judged.
 * @throws UserError with every problem of `version`, of the key and of the file as a whole, each with `file:line`.
 */
function readPart<Key extends 'gate' | 'redaction' | 'slices' | 'tools'>(
  key: Key,
  text: string,
  file: string,
): Pick<WrittenConfig, Key> {
  const document = readDocument(text);
  const value = isJsonObject(document.value) ? { ...REPLAYED, ...document.value } : document.value;
  const faults = document.broken ? [] : configFaults(value);
  const own = faults.filter(({ path: [first] }) => first === undefined || first === key || first === 'version');
  const problems = [
    ...document.faults.map(({ line, message }) => located(file, line, message, null)),
    ...own.map((fault) => inFileAt(document, file, fault)),
  ];
  if (problems.length > 0) throw new UserError(problems.sort((a, b) => a.line - b.line).map(({ problem }) => problem));
  return value as unknown as Pick<WrittenConfig, Key>; // the schema has just said so
}

/** Every fault of the value. One of an unknown version is not judged by the rules of this one. */
function configFaults(value: Json): readonly SchemaProblem[] {
  if (!isJsonObject(value)) {
    const message = `expected a map that begins with version: 1, received ${received(value)}`;
    return [{ path: [], key: null, message, hint: null }];
  }
  if (typeof value.version === 'number' && value.version !== 1) {
    const message = `expected 1, received ${value.version}`;
    const hint = 'this pawl reads version 1: write version: 1, or use a pawl that reads the other one';
    return [{ path: ['version'], key: null, message, hint }];
  }
  const faults = check(value);
  const faultyItems = (key: string): ReadonlySet<number> =>
    new Set(faults.flatMap(({ path: [list, i] }) => (list === key && typeof i === 'number' ? [i] : [])));
  return [
    ...faults,
    ...valueFaults(value),
    ...relationFaults(value, { expectations: faultyItems('expectations'), slices: faultyItems('slices') }),
  ];
}

interface LocatedProblem {
  readonly line: number;
  readonly problem: Problem;
}

function located(file: string, line: number, message: string, hint: string | null): LocatedProblem {
  return { line, problem: { where: `${file}:${line}`, message, hint } };
}

function inFileAt(document: ConfigDocument, file: string, { path, key, message, hint }: SchemaProblem): LocatedProblem {
  const line = document.lineOf(key === null ? path : [...path, key]);
  const name = cut(pathText(path), MAX_PATH);
  return located(file, line, name === '' ? message : `${name}: ${message}`, hint);
}

function expectationsOf(written: WrittenConfig): readonly Expectation[] {
  return (written.expectations ?? []).flatMap((item) => {
    const read = readExpectation(item as unknown as Json, '');
    return 'expectation' in read ? [read.expectation] : [];
  });
}
