import type { Expectation } from '../corpus/index.ts';
import { undetermined } from './outcome.ts';
import type { Outcome } from './score.ts';
import type { Subject } from './subject.ts';

/** What the user's own command said about this trial; `runCommandScorer` has asked it before. */
export function judgeCommandResult(
  expected: Extract<Expectation, { kind: 'command' }>,
  { context, prefixOnly }: Subject,
): Outcome {
  if (prefixOnly !== null) return undetermined(prefixOnly);
  const result = context.commandResults.get(expected.name);
  return result ?? undetermined(`no result of the scorer "${expected.name}": is it under scorers in pawl.yml?`);
}
