import type { Expectation } from '../../corpus/index.ts';
import { fail, PASS, undetermined } from '../outcome.ts';
import type { Outcome } from '../score.ts';
import type { Subject } from '../subject.ts';
import { unsupportedAnswers } from './answer-supported.ts';
import type { CheckName, Firing } from './check.ts';
import type { Run } from './run.ts';
import { runOfTrial } from './run-of-trial.ts';
import { CHECKS } from './table.ts';

type CheckExpectation = Extract<Expectation, { kind: CheckName }>;

/** A check as an expectation: a trial in which it fires has failed. What a prefix shows cannot be undone behind it. */
export function judgeCheck(expected: CheckExpectation, subject: Subject): Outcome {
  const firings = firingsOf(expected, runOfTrial(subject));
  if (firings.length > 0) return fail(firings.map(({ text }) => text).join('; '));
  return subject.prefixOnly === null ? PASS : undetermined(subject.prefixOnly);
}

/** Where a check fires in a run, with the settings of its expectation. */
export function firingsOf(expected: CheckExpectation, run: Run): readonly Firing[] {
  return expected.kind === 'answer_supported'
    ? unsupportedAnswers(run, expected.tools)
    : CHECKS[expected.kind].find(run);
}

/** Of each check asked for whether it fires; left out where the trial did not come to its end and none did so far. */
export function checksOf(subject: Subject): Readonly<Partial<Record<CheckName, boolean>>> {
  const { checks } = subject.context;
  if (checks.length === 0) return {};
  const run = runOfTrial(subject);
  const results = checks.map((name) => [name, CHECKS[name].find(run).length > 0] as const);
  return Object.fromEntries(results.filter(([, fired]) => fired || subject.prefixOnly === null));
}
