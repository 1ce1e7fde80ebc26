/** A run of digits in groups, as people write long numbers: `+49 (30) 1234-56`. */
interface DigitRun {
  readonly groups: readonly DigitGroup[];
}

export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the group before it and this one; of the first one, `+` or `(` in front of it. */
  readonly before: string;
}

const RUN = /(?<![\d])(?:\+ ?)?\(?\d[\d \t\u00a0\u2007\u2009\u202f()./\u2010-\u2013-]*/g;
const GROUP = /\d+/g;

/** At least so many digits make anything of ours. */
const MIN_DIGITS = 8;

/** All runs with enough digits to be a card's or a telephone's number. Linear: no character is in two runs. */
export function digitRuns(text: string): readonly DigitRun[] {
  const runs: DigitRun[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (run.length < MIN_DIGITS) continue;
    const groups: DigitGroup[] = [];
    let done = 0;
    let total = 0;
    for (const { 0: digits, index: at } of run.matchAll(GROUP)) {
      const start = index + at;
      groups.push({ digits, start, end: start + digits.length, before: run.slice(done, at) });
      done = at + digits.length;
      total += digits.length;
    }
    if (total >= MIN_DIGITS) runs.push({ groups });
  }
  return runs;
}

const WORD = /[A-Za-z0-9]/;
/** Of a hash that begins or ends further away only so much is looked at. */
const MAX_WORD = 64;

/** Whether a place stands inside a word of hexadecimal digits, such as a hash or a UUID: chance makes long numbers there. */
export function insideHex(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < MAX_WORD && (WORD.test(text[from - 1] ?? '') || isJoint(text, from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - end < MAX_WORD && (WORD.test(text[to] ?? '') || isJoint(text, to))) to += 1;
  const word = text.slice(from, to);
  return /^[0-9a-f-]+$/i.test(word) && /[a-f]/i.test(word);
}

/** A hyphen between two letters or digits. */
function isJoint(text: string, at: number): boolean {
  return text[at] === '-' && WORD.test(text[at - 1] ?? '') && WORD.test(text[at + 1] ?? '');
}
