/** Errors that may be gone a moment later. */
const PASSING =
  /\b(5\d\d|429|408)\b|time[ds]?[ -]?out|temporar|unavailable|try again later|rate[ _-]?limit|too many requests|overload|connection|network/i;

/** Of a tool that looks something up this is an answer: there is none. */
const NOTHING_FOUND =
  /\bno(t)?\b[^.\n]{0,80}\bfound\b|\bfound no\b|\bno (results?|match(es)?|such|entries|records?|items?)\b|does not exist|doesn't exist|\bunknown\b/i;

export function saysTryAgain(error: string): boolean {
  return PASSING.test(error);
}

export function saysNothingFound(error: string): boolean {
  return NOTHING_FOUND.test(error);
}
