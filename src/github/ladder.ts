import { Buffer } from 'node:buffer';

/** A place for text with an upper limit. */
export interface Surface {
  /** As a reader would call it: `this comment`. */
  readonly name: string;
  readonly limit: number;
  readonly unit: 'characters' | 'bytes';
  /** Where the whole report is, as a clause: "the whole report is in ...". */
  readonly elsewhere: string;
}

/**
 * The texts to try, in order, every one within the limit: the first is the longest rendering that fits, the others stand
 * by in case the surface refuses it all the same. All but the first rendering say in a last line that they are shortened.
 * Where not even the last rendering fits, it is cut. Renderings come longest first; the result is never empty.
 */
export function ladder(renderings: readonly [string, ...string[]], surface: Surface): readonly [string, ...string[]] {
  const [full, ...shorter] = renderings;
  const whole = size(full, surface);
  const note = `_Shortened: the report has ${count(whole)} ${surface.unit}, ${surface.name} has room for ${count(surface.limit)}. The whole report is in ${surface.elsewhere}._`;
  const candidates = [full, ...shorter.map((text) => `${text}\n\n${note}`)];
  const [first, ...rest] = candidates.filter((text) => size(text, surface) <= surface.limit);
  if (first !== undefined) return [first, ...rest];
  const room = surface.limit - size(`\n\n${note}`, surface);
  return [`${head(renderings.at(-1) ?? full, room, surface)}\n\n${note}`];
}

function size(text: string, surface: Surface): number {
  return surface.unit === 'bytes' ? Buffer.byteLength(text, 'utf8') : text.length;
}

/** As much from the start as fits: whole lines, or whole characters where the first line is too long by itself. */
function head(text: string, room: number, surface: Surface): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += size(character, surface);
    if (used > room) break;
    end += character.length;
  }
  if (end === text.length) return text;
  const lineEnd = text.lastIndexOf('\n', end);
  return text.slice(0, lineEnd > 0 ? lineEnd : end);
}

/** With commas. Not `toLocaleString`: its first call loads the tables of all languages, 10 ms of a job that takes 300. */
function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
