import type { Expectation } from '../corpus/index.ts';
import { cut, messageOf } from '../errors.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import { outputText } from './output.ts';
import type { Outcome } from './score.ts';
import type { RunSubject } from './subject.ts';

/**
 * The pattern comes from a case, so it is foreign. A backtracking pattern such as `(a+)+$` can take time exponential in
 * the text, and nothing in this process can interrupt it: the caps below bound polynomial patterns only. The job's
 * own time limit is the last guard; patterns in a corpus deserve the review that code gets.
 */
const MAX_TEXT_LENGTH = 20_000;
const MAX_PATTERN_LENGTH = 1_000;

export function judgeOutputMatches(
  expected: Extract<Expectation, { kind: 'output_matches' }>,
  { trial, prefixOnly }: RunSubject,
): Outcome {
  if (prefixOnly !== null) return undetermined(prefixOnly);
  const pattern = compile(expected.pattern, expected.flags);
  if (typeof pattern === 'string') return undetermined(pattern);
  const text = outputText(trial.trajectory);
  if (text === null) return fail(`expected an output that matches ${pattern}, received none`);
  if (pattern.test(text.slice(0, MAX_TEXT_LENGTH))) return PASS;
  if (text.length > MAX_TEXT_LENGTH) {
    return undetermined(`no match for ${pattern} in the first ${MAX_TEXT_LENGTH} characters; the rest is not searched`);
  }
  return fail(`the output does not match ${pattern}: ${text}`);
}

/** The expression, or why there is none. */
function compile(pattern: string, flags: string): RegExp | string {
  if (pattern.length > MAX_PATTERN_LENGTH) {
    return `the pattern has ${pattern.length} characters, at most ${MAX_PATTERN_LENGTH} are accepted`;
  }
  if (!/^[iu]*$/.test(flags)) return `flags of a pattern are "i" and "u", received "${flags}"`;
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    return `the pattern ${cut(pattern, 100)} is no regular expression: ${messageOf(error)}`;
  }
}
