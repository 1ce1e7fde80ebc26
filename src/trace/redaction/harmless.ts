import { MAX_DEPTH } from './json-paths.ts';

/** A letter of JSON text may be written as an escape. Those of letters beyond ASCII, and of line ends, hide nothing. */
const ESCAPES = '\\\\(?:[tbf/]|u(?:00[0-7aA]|20[0-2]))';
/** Seven digits with what may stand between them: a telephone's number in a member that is called one. */
const LONG_NUMBER = '\\d(?:[ \\t\\u00a0\\u2007\\u2009\\u202f()./\\u2010-\\u2013+-]*\\d){6}';
/** From its third character on, which is rarer than the first. Line ends and other letters may be escapes in front of it. */
const IBAN_DIGITS =
  '\\d\\d(?<=(?:^|[^A-Za-z0-9]|\\\\[nrt]|\\\\u[0-9A-Fa-f]{4})[A-Za-z]{2}\\d\\d)(?:[ \\t\\u00a0\\u202f-]?[A-Za-z0-9]){11}';
/** A number that is longer than it is written. */
const EXPONENT = '\\d[\\d.]*[eE]\\+?\\d(?<=[:[,\\s]-?\\d[\\d.]*[eE]\\+?\\d)';
const KEYS = 'sk-|gh[opusr]_|github_pat_|glpat-|A(?:KIA|SIA|Iza)|xox[a-z]-|[rs]k_|eyJ|PRIVATE KEY';

/** What no text is without in which something is found, whatever the kinds: numbers and signs, then words. */
export const HINTS: readonly RegExp[] = [
  new RegExp(`@|%40|${ESCAPES}|${LONG_NUMBER}|${IBAN_DIGITS}|${EXPONENT}`),
  new RegExp(KEYS),
  // Not a part of the one before with `(?i:`: V8 13.6 then misses some, by which text it was first compiled for.
  /authorization|api[-_]?key|cookie|bearer/i,
];

/**
 * Whether nothing can be found in a text, nor in the JSON that it may be, nor in JSON inside of that: told by looks at its
 * letters, which takes a fraction of parsing it. false = it has to be walked. Says nothing of the user's patterns and paths.
 */
export function isHarmless(text: string): boolean {
  return !HINTS.some((hint) => hint.test(text)) && !mayBeDeep(text);
}

/** JSON that is nested too deep is cut. Two characters a level. */
function mayBeDeep(text: string): boolean {
  if (text.length <= 2 * MAX_DEPTH) return false;
  let opened = 0;
  for (const bracket of ['[', '{'])
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) opened += 1;
  return opened >= MAX_DEPTH;
}
