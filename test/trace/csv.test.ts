import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endsInsideCell, parseCsv } from '../../src/trace/index.ts';

function written(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'ü') });

test('what is written as a table is read as the same cells', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 4 }), (rows) => {
      const lines = parseCsv(rows.map((cells) => `${written(cells)}\r\n`).join(''));
      expect(lines.map((line) => (line.kind === 'cells' ? line.cells : line.reason))).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});

test('a row ends where all its quotes are closed', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      const text = written(cells);
      expect(endsInsideCell(text)).toBe(false);
      expect(endsInsideCell(text.slice(0, -1))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('rows count their lines, and a fault costs its line alone', () => {
  expect(parseCsv('a,"b\nb"\n\nc"c,d\ne,f')).toEqual([
    { kind: 'cells', line: 1, cells: ['a', 'b\nb'] },
    { kind: 'problem', line: 4, reason: 'cell 1: a quote stands where none may stand, or is not closed' },
    { kind: 'cells', line: 5, cells: ['e', 'f'] },
  ]);
});

test('a cell of many megabytes is read in linear time', () => {
  const long = 'x"'.repeat(2_000_000);
  const [line] = parseCsv(written([long, 'y']));
  expect(line).toEqual({ kind: 'cells', line: 1, cells: [long, 'y'] });
});
