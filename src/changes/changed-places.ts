import type { ChangedFile, LineChange } from './change.ts';
import { changedLines } from './prompt-lines.ts';

/** Lines of a file as head has it, counted from 1; both ends belong to it. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where head's text differs from base's, in head's lines. What was only taken out is placed at the line that now stands
 * there. None for a file that head does not have or that cannot be read.
 */
export function changedPlaces({ baseText, headText }: ChangedFile): readonly LineRange[] {
  if (headText === null) return [];
  const lastLine = Math.max(1, headText.split('\n').length - (headText.endsWith('\n') ? 1 : 0));
  const places: LineRange[] = [];
  let shift = 0;
  for (const change of changedLines(baseText ?? '', headText)) {
    const line = Math.min(lastLine, headLine(change, shift));
    shift += change.kind === 'added' ? 1 : -1;
    const last = places.at(-1);
    if (last !== undefined && line <= last.end + 1)
      places[places.length - 1] = { ...last, end: Math.max(last.end, line) };
    else places.push({ start: line, end: line });
  }
  return places;
}

/** A line that is gone has base's number: `shift` lines more or fewer stand before it on head. */
function headLine({ kind, line }: LineChange, shift: number): number {
  return kind === 'added' ? line : Math.max(1, line + shift);
}
