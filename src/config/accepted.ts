import { isSeq, parseDocument } from 'yaml';
import schema from '../../schema/accepted.v1.schema.json' with { type: 'json' };
import { cut, type Problem, UserError } from '../errors.ts';
import { isJsonObject, type Json, pathText, received, type SchemaProblem, schemaCheck } from '../trace/index.ts';
import { readDocument } from './document.ts';

/** Where a pull request declares what it means to make worse. Reviewed like code, and no part of the corpus. */
export const acceptedPath = '.pawl/accepted.yml';

/** One entry of the file. `until` is the last day on which it counts, `2026-12-31`; `config` names its agent's settings. */
export interface WrittenAcceptance {
  readonly kind: 'case' | 'slice';
  readonly name: string;
  readonly reason: string;
  readonly until: string;
  readonly config: string | null;
}

interface AcceptedFile {
  readonly entries: readonly WrittenAcceptance[];
  /** Each with `file:line`. An entry with a fault is left out, its neighbours count. */
  readonly problems: readonly Problem[];
}

const HEADER = `# Regressions that are intended: pawl still runs and shows them, and until the day named they do not block.
version: 1
accepted: []
`;

const check = schemaCheck(schema, []);

/** The entries of `.pawl/accepted.yml`; null = there is no such file. Never throws: what cannot be read accepts nothing. */
export function readAccepted(text: string | null): AcceptedFile {
  if (text === null) return { entries: [], problems: [] };
  const document = readDocument(text);
  const problems: { line: number; problem: Problem }[] = [];
  const add = (line: number, message: string, hint: string | null): void => {
    problems.push({ line, problem: { where: `${acceptedPath}:${line}`, message, hint } });
  };
  for (const { line, message } of document.faults) add(line, message, null);
  const faults = document.broken ? [] : faultsOf(document.value);
  for (const { path, key, message, hint } of faults) {
    const name = cut(pathText(path), 80);
    add(document.lineOf(key === null ? path : [...path, key]), name === '' ? message : `${name}: ${message}`, hint);
  }
  const whole = faults.some(({ path }) => path.length < 2) || document.broken;
  const faulty = new Set(faults.map(({ path: [, index] }) => index));
  const items = whole || !isJsonObject(document.value) ? [] : (document.value.accepted as readonly Json[]);
  const entries = items.flatMap((item, index) => (faulty.has(index) ? [] : [entryOf(item)]));
  return { entries, problems: problems.sort((a, b) => a.line - b.line).map(({ problem }) => problem) };
}

/**
 * The file's text with this entry in it; what stood there of the same case or slice is replaced, comments stay.
 * @throws UserError with everything that is wrong with the file as it stands.
 */
export function withAcceptance(text: string | null, entry: WrittenAcceptance): string {
  const { entries, problems } = readAccepted(text);
  if (problems.length > 0) throw new UserError(problems);
  const document = parseDocument(text === null || text.trim() === '' ? HEADER : text);
  const list = document.get('accepted');
  if (!isSeq(list)) throw new Error('a file that was read has a list');
  const { kind, name, reason, until, config } = entry;
  const same = entries.findIndex((one) => one.kind === kind && one.name === name && one.config === config);
  const written = document.createNode({ [kind]: name, reason, until, ...(config === null ? {} : { config }) });
  list.flow = false;
  if (same === -1) list.add(written);
  else {
    const old = list.items[same];
    if (typeof old === 'object' && old !== null && 'commentBefore' in old)
      written.commentBefore = String(old.commentBefore ?? '');
    list.items[same] = written;
  }
  return document.toString({ lineWidth: 0 });
}

/** The civil day exists: `2026-02-30` does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= last;
}

/** One of an unknown version is not judged by the rules of this one. */
function faultsOf(value: Json): readonly SchemaProblem[] {
  if (!isJsonObject(value)) {
    const message = `expected a map that begins with version: 1, received ${received(value)}`;
    return [{ path: [], key: null, message, hint: null }];
  }
  if (typeof value.version === 'number' && value.version !== 1) {
    const hint = 'this pawl reads version 1: write version: 1, or use a pawl that reads the other one';
    return [{ path: ['version'], key: null, message: `expected 1, received ${value.version}`, hint }];
  }
  const faults = check(value);
  const items = Array.isArray(value.accepted) ? value.accepted : [];
  const faulty = new Set(faults.map(({ path: [, index] }) => index));
  const noDays = items.flatMap((item: Json, index): SchemaProblem[] => {
    if (faulty.has(index) || !isJsonObject(item) || (typeof item.until === 'string' && isDay(item.until))) return [];
    const message = `expected a day such as 2026-12-31, received ${received(item.until)}`;
    return [{ path: ['accepted', index, 'until'], key: null, message, hint: null }];
  });
  return [...faults, ...noDays];
}

/** Of an item that the schema has found faultless. */
function entryOf(item: Json): WrittenAcceptance {
  if (!isJsonObject(item)) throw new Error('an entry without a fault is a map');
  const kind = typeof item.case === 'string' ? 'case' : 'slice';
  const config = typeof item.config === 'string' ? item.config : null;
  return { kind, name: String(item[kind]), reason: String(item.reason), until: String(item.until), config };
}
