import { type Range, rangesOf } from './pseudonym.ts';

/** Something personal in a text. `normal` is the same for all ways to write it. */
export interface Found extends Range {
  readonly normal: string;
}

/** Finds all of one kind in a text, from left to right, none over another. Takes time linear in the text. */
export type Finder = (text: string) => readonly Found[];

interface Replacement {
  readonly text: string;
  readonly count: number;
}

/** Puts pseudonyms in place of what was found. What lies inside an earlier one stays; what reaches over one takes it along. */
export function replaceFound(
  text: string,
  found: readonly Found[],
  markers: RegExp,
  instead: (normal: string) => string,
): Replacement {
  if (found.length === 0) return { text, count: 0 };
  const ranges = rangesOf(markers, text);
  let replaced = '';
  let count = 0;
  let done = 0;
  let next = 0;
  for (const one of found) {
    while ((ranges[next]?.end ?? Number.POSITIVE_INFINITY) <= Math.max(one.start, done)) next += 1;
    const first = ranges[next];
    if (one.start < done || (first !== undefined && first.start <= one.start && one.end <= first.end)) continue;
    let { start, end } = one;
    for (let at = next; at < ranges.length; at += 1) {
      const range = ranges[at];
      if (range === undefined || range.start >= end) break;
      start = Math.min(start, range.start);
      end = Math.max(end, range.end);
    }
    replaced += text.slice(done, start) + instead(one.normal);
    count += 1;
    done = end;
  }
  return { text: replaced + text.slice(done), count };
}
