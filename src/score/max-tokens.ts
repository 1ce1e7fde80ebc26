import type { Expectation } from '../corpus/index.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import type { Outcome } from './score.ts';
import type { Subject } from './subject.ts';
import { usageOf } from './usage.ts';

/** At most so many tokens, input and output of all model calls together. */
export function judgeMaxTokens(
  expected: Extract<Expectation, { kind: 'max_tokens' }>,
  { trial, prefixOnly }: Subject,
): Outcome {
  const usage = usageOf(trial.trajectory);
  const tokens = usage.inputTokens + usage.outputTokens;
  if (tokens > expected.limit) return fail(`${tokens} tokens, at most ${expected.limit} are allowed`);
  if (prefixOnly !== null) return undetermined(prefixOnly);
  return usage.complete ? PASS : undetermined('a model answer did not say how many tokens it used');
}
