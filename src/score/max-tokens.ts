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
  return tokensWithin(expected.limit, usageOf(trial.trajectory), prefixOnly);
}

/** The same of a usage, whoever added it up. */
export function tokensWithin(
  limit: number,
  usage: Pick<ReturnType<typeof usageOf>, 'inputTokens' | 'outputTokens' | 'complete'>,
  prefixOnly: string | null,
): Outcome {
  const tokens = usage.inputTokens + usage.outputTokens;
  if (tokens > limit) return fail(`${tokens} tokens, at most ${limit} are allowed`);
  if (prefixOnly !== null) return undetermined(prefixOnly);
  return usage.complete ? PASS : undetermined('a model answer did not say how many tokens it used');
}
