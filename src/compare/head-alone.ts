import type { TrialRequest } from '../replay/index.ts';
import { sideCounts } from './counts.ts';
import { ERRORED_SHARE_MAX } from './decide.ts';
import type { Decision, GateReason, Tally } from './decision.ts';
import type { CaseTrials, Evidence } from './trials.ts';
import { isDetermined, isPass } from './trials.ts';

/** What head did where there is no base to compare it with. */
interface HeadAlone {
  readonly decision: Decision;
  readonly trialsPerCase: number;
  readonly slices: readonly { readonly name: string; readonly cases: number; readonly head: Tally }[];
  /** Cases that both passed and failed, and cases that only failed. */
  readonly flaky: readonly string[];
  readonly failing: readonly string[];
}

/** Twice each: fewer would not show which cases are flaky. */
export const HEAD_ALONE_TRIALS = 2;

/** What is still to run. */
export function headAloneTrials({ cases }: Evidence): readonly TrialRequest[] {
  return cases.flatMap(({ facts, head }) =>
    Array.from({ length: HEAD_ALONE_TRIALS }, (_, index) => index + 1)
      .filter((number) => !head.has(number))
      .map((number) => ({ caseId: facts.id, side: 'head' as const, number })),
  );
}

/**
 * The pull request that adopts pawl: nothing is compared, so all that can be said is whether the agent starts, the corpus
 * replays, and enough passes for a later gate to have something to protect. Whatever of that does not hold is an error.
 */
export function judgeHeadAlone(evidence: Evidence): HeadAlone {
  const wanted = headAloneTrials(evidence);
  const gating = evidence.cases.filter(({ facts }) => facts.gates);
  const all = tallyOf(gating);
  const head = sideCounts(evidence.cases, 'head', wanted);
  const errors = errorsOf(gating, all, wanted.length);
  const why = `this pull request adopts pawl: head alone ran, nothing was compared; it passed ${all.passes} of ${all.trials + all.undetermined} trials`;
  const names = [...new Set(gating.flatMap(({ facts }) => facts.slices))].sort();
  return {
    decision: {
      verdict: errors.length > 0 ? 'error' : 'pass',
      reasons: [...errors, { kind: 'bootstrap', why }],
      ...{ comparisons: [], cases: [], staleReservoirP: null, next: [] },
      base: sideCounts(evidence.cases, 'base', []),
      head,
    },
    trialsPerCase: HEAD_ALONE_TRIALS,
    slices: names.map((name) => {
      const cases = gating.filter(({ facts }) => facts.slices.includes(name));
      return { name, cases: cases.length, head: tallyOf(cases) };
    }),
    flaky: idsOf(gating, ({ passes, trials }) => passes > 0 && passes < trials),
    failing: idsOf(gating, ({ passes, trials }) => trials > 0 && passes === 0),
  };
}

function errorsOf(gating: readonly CaseTrials[], all: Tally, missing: number): GateReason[] {
  const trials = gating.flatMap(({ head }) => [...head.values()]);
  const errored = trials.filter(({ standing }) => standing === 'errored').length;
  const errors: GateReason[] = missing > 0 ? [{ kind: 'missing_trials', missing }] : [];
  if (errored > ERRORED_SHARE_MAX * trials.length)
    errors.push({ kind: 'too_many_errors', side: 'head', errored, trials: trials.length });
  const idle = trials.every((trial) => trial.idle);
  const nothing =
    trials.length === 0
      ? 'no trial ran on head'
      : idle
        ? `none of head's ${trials.length} trials called the model or a tool`
        : all.passes === 0
          ? `head passes none of its ${trials.length} trials: a gate would have nothing to protect`
          : null;
  return nothing === null ? errors : [...errors, { kind: 'nothing_exercised', why: nothing }];
}

function tallyOf(cases: readonly CaseTrials[]): Tally {
  const trials = cases.flatMap(({ head }) => [...head.values()]);
  const determined = trials.filter(isDetermined);
  const passes = determined.filter(isPass).length;
  return { passes, trials: determined.length, undetermined: trials.length - determined.length };
}

function idsOf(cases: readonly CaseTrials[], is: (tally: Tally) => boolean): readonly string[] {
  return cases.filter((one) => is(tallyOf([one]))).map(({ facts }) => facts.id);
}
