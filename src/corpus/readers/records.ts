import { cut } from '../../errors.ts';
import { isJsonObject, type Json, jsonFault, nestedDeeperThan, parsePythonJson } from '../../trace/index.ts';
import type { Line } from '../lines.ts';
import { CsvRows, isTableHeader } from './csv-rows.ts';
import type { FileRecord } from './reader.ts';

/** Deeper values would end a recursion with an exception. */
const MAX_DEPTH = 200;
/** A document that is spread over lines is held as a whole; characters. */
const MAX_DOCUMENT = 256 * 1024 * 1024;
/** How many lines may be no JSON before the file as a whole must be. */
const FIRST_LINES = 20;

/**
 * Cuts a file into records: each line of JSON Lines, each element where a line or the document is a list, the document as
 * one, or each row of a table. Holds one line or row, or the document where it is spread over lines.
 */
export class RecordSplitter {
  readonly #emit: (record: FileRecord) => void;
  #layout: 'undecided' | 'lines' | 'document' = 'undecided';
  #table: CsvRows | null = null;
  #held: Line[] = [];
  #size = 0;

  constructor(emit: (record: FileRecord) => void) {
    this.#emit = emit;
  }

  line(line: Line): void {
    if (this.#table !== null) {
      this.#table.line(line);
      return;
    }
    if (line.kind === 'text' && line.text.trim() === '') return;
    if (this.#layout === 'lines') this.#whole(line);
    else this.#hold(line);
  }

  /** A text that is a record as a whole, or a list of them: an entry of an archive. */
  entry(text: string, place: string): void {
    const value = parsePythonJson(text);
    if (value === undefined)
      this.#emit({ kind: 'problem', place, reason: `no JSON: ${jsonFault(text)}`, isNoJson: true });
    else this.#values(value, place);
  }

  /** The file is complete. */
  end(): void {
    this.#table?.end();
    if (this.#held.length === 0) return;
    const text = this.#held.map((line) => (line.kind === 'text' ? line.text : '')).join('\n');
    const value = parsePythonJson(text);
    if (value !== undefined) {
      this.#values(value, '');
      return;
    }
    for (const line of this.#held) if (line.kind === 'unreadable') this.#whole(line);
    this.#emit({ kind: 'problem', place: '', reason: `neither JSON Lines nor one JSON document: ${jsonFault(text)}` });
  }

  #hold(line: Line): void {
    this.#size += line.kind === 'text' ? line.text.length : 0;
    if (this.#size > MAX_DOCUMENT) {
      const reason = `expected a JSON document of at most ${MAX_DOCUMENT} characters, received more`;
      if (this.#held.length > 0) this.#emit({ kind: 'problem', place: '', reason });
      this.#held = [];
      return;
    }
    this.#held.push(line);
    if (this.#layout === 'document' || line.kind === 'unreadable') return;
    const text = line.text.trim();
    if (this.#held.length === 1 && isTableHeader(text)) {
      this.#table = new CsvRows(text, this.#emit);
      this.#held = [];
      return;
    }
    const opens = this.#held.length === 1 && (text === '[' || text === '{');
    if (opens || this.#held.length > FIRST_LINES) this.#layout = 'document';
    else if (typeof parsePythonJson(text) === 'object') {
      const held = this.#held;
      this.#layout = 'lines';
      this.#held = [];
      for (const each of held) this.#whole(each);
    }
  }

  #whole(line: Line): void {
    const place = `line ${line.number}`;
    if (line.kind === 'unreadable') {
      this.#emit({ kind: 'problem', place, reason: line.reason });
      return;
    }
    this.entry(line.text, place);
  }

  #values(value: Json, place: string): void {
    if (!Array.isArray(value)) this.#value(value, place);
    else for (const [index, element] of value.entries()) this.#value(element, `${place}[${index}]`);
  }

  #value(value: Json, place: string): void {
    if (!isJsonObject(value)) {
      const reason = `expected a JSON object, received ${cut(JSON.stringify(value), 60)}`;
      this.#emit({ kind: 'problem', place, reason });
    } else if (nestedDeeperThan(value, MAX_DEPTH)) {
      this.#emit({ kind: 'problem', place, reason: `expected at most ${MAX_DEPTH} levels of nesting, received more` });
    } else {
      this.#emit({ kind: 'record', value, place });
    }
  }
}
