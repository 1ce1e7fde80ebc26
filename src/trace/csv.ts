/** A row of a table with the number of its first line (from 1), or why it is none. */
export type TableLine =
  | { readonly kind: 'cells'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'problem'; readonly line: number; readonly reason: string };

/** RFC 4180: cells between commas, quoted where they hold commas, quotes (doubled) or line breaks. Blank lines are skipped. */
export function parseCsv(text: string): TableLine[] {
  const lines: TableLine[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const { cells, end, fault } = readRow(text, at);
    if (fault !== null) lines.push({ kind: 'problem', line, reason: fault });
    else if (cells.length > 1 || cells[0] !== '') lines.push({ kind: 'cells', line, cells });
    line += breaksIn(text, at, end);
    at = end;
  }
  return lines;
}

/** Whether a text ends inside a quoted cell, so that the row goes on in the next line. */
export function endsInsideCell(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
}

interface Row {
  readonly cells: string[];
  readonly end: number;
  readonly fault: string | null;
}

const PLAIN = /[^,\r\n"]*/y;
const SEPARATOR = /,|\r?\n|$/y;

function readRow(text: string, from: number): Row {
  const cells: string[] = [];
  let at = from;
  while (true) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    const separator = cell === null ? null : matchAt(SEPARATOR, text, cell.end);
    if (cell === null || separator === null) {
      const next = text.indexOf('\n', at);
      const fault = `cell ${cells.length + 1}: a quote stands where none may stand, or is not closed`;
      return { cells, end: next === -1 ? text.length : next + 1, fault };
    }
    cells.push(cell.value);
    at = cell.end + separator.length;
    if (separator !== ',') return { cells, end: at, fault: null };
  }
}

function quotedCell(text: string, start: number): { value: string; end: number } | null {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close === -1 ? null : { value: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
}

function plainCell(text: string, start: number): { value: string; end: number } {
  const value = matchAt(PLAIN, text, start) ?? '';
  return { value: value.trim(), end: start + value.length };
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function breaksIn(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) breaks += 1;
  return Math.max(breaks, 1);
}
