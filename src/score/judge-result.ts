import type { Expectation } from '../corpus/index.ts';
import { undetermined } from './outcome.ts';
import type { Outcome } from './score.ts';
import type { Subject } from './subject.ts';

/** What the user's judge said about this trial; the gate has asked it before. */
export function judgeModelResult(
  expected: Extract<Expectation, { kind: 'judge' }>,
  { context, prefixOnly }: Subject,
): Outcome {
  if (prefixOnly !== null) return undetermined(prefixOnly);
  const result = context.judgeResults.get(expected.name);
  return result ?? undetermined(`nothing was asked of the judge "${expected.name}": is it under judges in pawl.yml?`);
}
