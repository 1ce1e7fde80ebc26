import { closest } from 'fastest-levenshtein';
import { cut, UserError } from '../../errors.ts';
import {
  isJsonObject,
  type Json,
  jsonFault,
  parseCsv,
  parseJson,
  parsePythonJson,
  type TableLine,
} from '../../trace/index.ts';
import { agentDojo } from './agentdojo.ts';
import { csvResults } from './csv.ts';
import { inspectLog } from './inspect.ts';
import { junitResults } from './junit.ts';
import { xmlRoot } from './junit-xml.ts';
import { pawlResults } from './pawl.ts';
import { promptfoo } from './promptfoo.ts';
import type { Attributes, Reading, ResultFormat, ValueFormat } from './result.ts';
import { tau2Bench, tauBench } from './tau-bench.ts';

/** Every format that is read. A further one is a file beside the others and a line here. */
const RESULT_FORMATS: readonly ResultFormat[] = [
  pawlResults,
  tauBench,
  tau2Bench,
  agentDojo,
  promptfoo,
  inspectLog,
  junitResults,
  csvResults,
];

export interface ParsedResults {
  readonly format: ResultFormat;
  readonly readings: readonly Reading[];
}

/** The text of a result file, and its name for messages. */
export interface ResultText {
  readonly file: string;
  readonly text: string;
}

/**
 * The results of one side: a file, or several of one format. Of several, each result's attribute `run` is the name of its
 * file. The format is told by the content, or by `wanted`, its name. Lines that cannot be read are problems among the readings.
 * @throws UserError when no format fits, or more than one, when files are of different ones, or when `wanted` is unknown or
 * no such text.
 */
export function parseResults(texts: readonly ResultText[], wanted: string | null): ParsedResults {
  const named = wanted === null ? null : formatNamed(wanted);
  const formats = texts.map(({ text, file }) => named ?? detect(text, file));
  const [format] = formats;
  if (format === undefined) throw new UserError({ where: null, message: 'there is no file of results', hint: null });
  const other = formats.findIndex((one) => one !== format);
  if (other !== -1) {
    const message = `is of format ${formats[other]?.name}, ${texts[0]?.file} of ${format.name}`;
    throw new UserError({ where: texts[other]?.file ?? null, message, hint: 'compare results of one format' });
  }
  const readings = texts.flatMap(({ text, file }) => {
    const own = read(text, file, format);
    return texts.length === 1 ? own : own.map((reading) => ofRun(reading, file));
  });
  return { format, readings: format.sameCase === null ? readings : numbered(readings, format.sameCase) };
}

function ofRun(reading: Reading, file: string): Reading {
  if (reading.kind !== 'result') return { ...reading, place: `${file} ${reading.place}` };
  const { result } = reading;
  const place = `${file} ${result.place}`;
  return { ...reading, result: { ...result, place, attributes: { ...result.attributes, run: file } } };
}

/** The results of one case are its trials 1, 2, ... in their order. */
function numbered(readings: readonly Reading[], sameCase: readonly string[]): readonly Reading[] {
  const seen = new Map<string, number>();
  return readings.map((reading) => {
    if (reading.kind !== 'result') return reading;
    const { result } = reading;
    const key = JSON.stringify(sameCase.map((name) => result.attributes[name] ?? null));
    const trial = (seen.get(key) ?? 0) + 1;
    seen.set(key, trial);
    const attributes: Attributes = { ...result.attributes, trial: String(trial) };
    return { ...reading, result: { ...result, attributes } };
  });
}

/** How far a first line that can be read may be from the top. */
const FIRST_LINES = 20;

function detect(text: string, file: string): ResultFormat {
  const document = parsePythonJson(text);
  const first = text
    .split('\n', FIRST_LINES)
    .map((line) => parseJson(line))
    .find(isJsonObject);
  const columns = columnsOf(parseCsv(text.slice(0, text.indexOf('\n') + 1 || text.length)));
  const xml = /^\s*</.test(text) ? xmlRoot(text) : undefined;
  const sampleOf = { document, lines: first, table: columns, xml };
  const fitting = RESULT_FORMATS.filter(({ container, fits }) => {
    const sample = sampleOf[container];
    return sample !== undefined && fits(sample);
  });
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  if (fitting.length > 1) {
    const names = fitting.map(({ name }) => name).join(' and ');
    throw new UserError({ where: file, message: `could be ${names}`, hint: `say which with --format ${only?.name}` });
  }
  throw new UserError({ where: file, message: `no known kind of results, ${receivedText(text)}`, hint: lookedFor() });
}

function formatNamed(wanted: string): ResultFormat {
  const format = RESULT_FORMATS.find(({ name }) => name === wanted);
  if (format !== undefined) return format;
  const names = RESULT_FORMATS.map(({ name }) => name);
  const message = `expected one of ${names.join(', ')}, received ${JSON.stringify(cut(wanted, 60))}`;
  throw new UserError({ where: '--format', message, hint: `did you mean ${closest(wanted, names)}?` });
}

function receivedText(text: string): string {
  if (text.trim() === '') return 'the file is empty';
  const beginning = `it begins with ${JSON.stringify(cut(text.slice(0, 200), 60))}`;
  return /^\s*[[{]/.test(text) && parseJson(text) === undefined
    ? `${beginning}; as JSON: ${jsonFault(text)}`
    : beginning;
}

function lookedFor(): string {
  return `looked for:\n${RESULT_FORMATS.map(({ name, looksLike }) => `    ${name}: ${looksLike}`).join('\n')}`;
}

function read(text: string, file: string, format: ResultFormat): readonly Reading[] {
  switch (format.container) {
    case 'document':
      return readDocument(text, file, format);
    case 'lines':
      return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : readLine(line, index + 1, format)));
    case 'table':
      return readTable(parseCsv(text), file, format);
    case 'xml': {
      const readings = format.read(text);
      if (!('kind' in readings)) return readings;
      const where = `${file}:${readings.line}:${readings.column}`;
      throw new UserError({ where, message: `no well-formed XML: ${readings.reason}`, hint: null });
    }
    default:
      return format satisfies never;
  }
}

function readDocument(text: string, file: string, format: ValueFormat): readonly Reading[] {
  const value = parsePythonJson(text);
  if (value !== undefined && format.fits(value) && (Array.isArray(value) || isJsonObject(value))) {
    return format.read(value, '');
  }
  const message = value === undefined ? `no JSON: ${jsonFault(text)}` : 'the document has another shape';
  throw new UserError({ where: file, message, hint: `${format.name} is ${format.looksLike}` });
}

function readLine(line: string, number: number, format: ValueFormat): readonly Reading[] {
  const place = `line ${number}`;
  const value = parseJson(line);
  if (isJsonObject(value)) return format.read(value, place);
  const reason = value === undefined ? jsonFault(line) : `expected a JSON object, received ${cut(line, 60)}`;
  return [{ kind: 'problem', place, reason }];
}

function readTable([header, ...lines]: readonly TableLine[], file: string, format: ValueFormat): readonly Reading[] {
  const columns = header === undefined ? undefined : columnsOf([header]);
  if (columns === undefined || !format.fits(columns)) {
    throw new UserError({ where: file, message: 'the first line names other columns', hint: format.looksLike });
  }
  return lines.flatMap((line): readonly Reading[] => {
    const place = `line ${line.line}`;
    if (line.kind === 'problem') return [{ kind: 'problem', place, reason: line.reason }];
    if (line.cells.length !== columns.length) {
      const reason = `expected ${columns.length} cells, received ${line.cells.length}`;
      return [{ kind: 'problem', place, reason }];
    }
    const row: Record<string, Json> = Object.fromEntries(columns.map((name, index) => [name, line.cells[index] ?? '']));
    return format.read(row, place);
  });
}

/** undefined = the first line is no list of distinct columns. */
function columnsOf([header]: readonly TableLine[]): string[] | undefined {
  if (header === undefined || header.kind === 'problem') return undefined;
  const columns = header.cells.map((name) => name.trim());
  return new Set(columns).size === columns.length ? columns : undefined;
}
