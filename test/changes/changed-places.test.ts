import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChangedFile, changedPlaces } from '../../src/changes/index.ts';

function places(baseText: string | null, headText: string | null): readonly string[] {
  const file: ChangedFile = { path: 'a.md', oldPath: null, status: 'modified', baseText, headText };
  return changedPlaces(file).map(({ start, end }) => (start === end ? `${start}` : `${start}-${end}`));
}

describe('where a file differs', () => {
  it.each([
    ['a line replaced', 'a\nb\nc\n', 'a\nB\nc\n', ['2']],
    ['lines added', 'a\nb\n', 'a\nx\ny\nb\n', ['2-3']],
    ['a line taken out is placed where the next one stands', 'a\nb\nc\nd\n', 'a\nc\nd\n', ['2']],
    ['the last line taken out is placed at the new last one', 'a\nb\n', 'a\n', ['1']],
    ['two places', 'a\nb\nc\nd\ne\n', 'A\nb\nc\nd\nE\n', ['1', '5']],
    ['a place after lines were taken out counts on head', 'a\nb\nc\nd\ne\nf\n', 'c\nd\ne\nF\n', ['1', '4']],
    ['a new file', null, 'a\nb\n', ['1-2']],
    ['a file emptied', 'a\nb\n', '', ['1']],
    ['the same text', 'a\n', 'a\n', []],
    ['no file on head', 'a\n', null, []],
  ])('%s', (_name, base, head, expected) => {
    expect(places(base, head)).toEqual(expected);
  });

  it('lies within head, in order and apart', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (baseText, headText) => {
        const file: ChangedFile = { path: 'a', oldPath: null, status: 'modified', baseText, headText };
        let after = 0;
        for (const { start, end } of changedPlaces(file)) {
          expect(start).toBeGreaterThan(after);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(Math.max(1, headText.split('\n').length));
          after = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
