import { diffLines } from 'diff';
import type { LineChange } from './change.ts';

/** Past this many differing lines the exact diff is given up, since its time grows with the square. */
const MAX_EDITS = 2_000;

/** The lines that differ between two texts, numbered as in their own file. A carriage return at the end is no text. */
export function changedLines(base: string, head: string): readonly LineChange[] {
  const options = { stripTrailingCr: true, maxEditLength: MAX_EDITS };
  const parts = diffLines(base, head, options) ?? [
    { value: base, added: false, removed: true },
    { value: head, added: true, removed: false },
  ];
  const changes: LineChange[] = [];
  const next = { removed: 1, added: 1 };
  for (const { value, added, removed } of parts) {
    const lines = linesOf(value);
    if (added || removed) {
      const kind = added ? 'added' : 'removed';
      changes.push(...lines.map((text, i) => ({ kind, line: next[kind] + i, text }) as const));
      next[kind] += lines.length;
    } else {
      next.removed += lines.length;
      next.added += lines.length;
    }
  }
  return changes;
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
