import { endsInsideCell, parseCsv } from '../../trace/index.ts';
import type { Line } from '../lines.ts';
import type { FileRecord } from './reader.ts';

/** A cell that is never closed would hold the rest of the file; characters. */
const MAX_ROW = 64 * 1024 * 1024;

/** Whether a file's first line is that of a table: names, at least two. */
export function isTableHeader(text: string): boolean {
  const names = headerOf(text);
  return names.length > 1 && names.every((name) => /^[A-Za-z_][\w. -]*$/.test(name));
}

/** Cuts a table (RFC 4180) into records as its lines come: an object a row, its cells as texts by the first line's names. */
export class CsvRows {
  readonly #emit: (record: FileRecord) => void;
  readonly #columns: readonly string[];
  #row = '';
  #from = 0;
  #isOpen = false;

  constructor(header: string, emit: (record: FileRecord) => void) {
    this.#columns = headerOf(header);
    this.#emit = emit;
  }

  line(line: Line): void {
    if (line.kind === 'unreadable') {
      this.#emit({ kind: 'problem', place: `line ${line.number}`, reason: line.reason });
      return;
    }
    this.#row = this.#isOpen ? `${this.#row}\n${line.text}` : line.text;
    this.#from = this.#isOpen ? this.#from : line.number;
    // A line without quotes changes nothing, so that a long cell is not searched once a line.
    this.#isOpen = this.#isOpen !== endsInsideCell(line.text);
    if (!this.#isOpen || this.#row.length > MAX_ROW) this.end();
  }

  /** The file is complete, or the row is. */
  end(): void {
    if (this.#row.trim() !== '') for (const row of parseCsv(this.#row.replace(/\r$/, ''))) this.#take(row);
    this.#row = '';
    this.#isOpen = false;
  }

  #take(row: ReturnType<typeof parseCsv>[number]): void {
    const place = `line ${this.#from + row.line - 1}`;
    if (row.kind === 'problem') this.#emit({ kind: 'problem', place, reason: row.reason });
    else if (row.cells.length !== this.#columns.length) {
      const reason = `expected ${this.#columns.length} cells, received ${row.cells.length}`;
      this.#emit({ kind: 'problem', place, reason });
    } else {
      const value = Object.fromEntries(this.#columns.map((name, index) => [name, row.cells[index] ?? '']));
      this.#emit({ kind: 'record', value, place });
    }
  }
}

function headerOf(text: string): readonly string[] {
  const [header] = parseCsv(text.replace(/\r$/, ''));
  return header?.kind === 'cells' ? header.cells : [];
}
