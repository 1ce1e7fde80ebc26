import type { Case } from '../corpus/index.ts';
import { cut } from '../errors.ts';
import type { Trial, TrialEnd } from '../replay/index.ts';
import { measure } from './measures.ts';
import { passUnlessIdle } from './nothing-done.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import type { Outcome, Score, TrialScore } from './score.ts';
import { judge } from './scorers.ts';
import type { ScoreContext, Subject } from './subject.ts';

/** Judges one trial by its case's expectations, or by the default ones where the case states none. */
export function scoreTrial(trial: Trial, theCase: Case, context: ScoreContext): TrialScore {
  const expectations = theCase.expectations ?? context.defaultExpectations;
  const ending = readEnd(trial.end);
  const prefixOnly = ending.kind === 'answered' ? null : ending.reason;
  const subject: Subject = { trial, theCase, context, prefixOnly };
  const scores = expectations.map((expectation): Score => {
    if (ending.kind === 'failed') return { scorer: expectation.kind, outcome: fail(ending.reason) };
    return { scorer: expectation.kind, outcome: judge(expectation, subject) };
  });
  const combined = ending.kind === 'failed' ? fail(ending.reason) : combine(scores);
  const outcome = combined.kind === 'pass' ? passUnlessIdle(trial, theCase, expectations) : combined;
  return { outcome, scores, measures: measure(subject) };
}

type Ending =
  | { readonly kind: 'answered' }
  /** The agent's own failure: in production the user would have been left without an answer. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Not the agent's doing: how it would have gone on is not known. */
  | { readonly kind: 'cut_short'; readonly reason: string };

function readEnd(end: TrialEnd): Ending {
  switch (end.kind) {
    case 'answered':
      return { kind: 'answered' };
    case 'agent_error':
      return { kind: 'failed', reason: `the agent reported an error: ${end.message}` };
    case 'crashed':
      return { kind: 'failed', reason: crashText(end) };
    case 'timed_out':
      return { kind: 'failed', reason: `the agent gave no answer within ${end.afterMs / 1000} s` };
    case 'garbage':
      return { kind: 'failed', reason: `the agent's answer is not ${end.expected}, received: ${end.received}` };
    case 'stopped':
      return { kind: 'cut_short', reason: `the trial was stopped: ${end.reason}` };
    case 'provider_failed':
      return { kind: 'cut_short', reason: `the provider failed (${end.httpStatus ?? 'no answer'}): ${end.message}` };
    case 'late_request':
      return { kind: 'cut_short', reason: `a request came after the answer: ${end.message}` };
    default:
      return end satisfies never;
  }
}

function crashText(end: Extract<TrialEnd, { kind: 'crashed' }>): string {
  const how = end.signal === null ? `exit code ${end.exitCode ?? 'unknown'}` : `signal ${end.signal}`;
  const said = end.stderrTail.trim() === '' ? '' : `: ${cut(end.stderrTail, 300)}`;
  return `the agent crashed (${how})${said}`;
}

function combine(scores: readonly Score[]): Outcome {
  if (scores.length === 0) return undetermined('the case states no expectation');
  const failed = reasonsOf(scores, 'fail');
  if (failed.length > 0) return fail(failed.join('; '));
  const open = reasonsOf(scores, 'undetermined');
  return open.length > 0 ? undetermined([...new Set(open)].join('; ')) : PASS;
}

function reasonsOf(scores: readonly Score[], kind: 'fail' | 'undetermined'): readonly string[] {
  return scores.flatMap(({ outcome }) => (outcome.kind === kind && 'reason' in outcome ? [outcome.reason] : []));
}
