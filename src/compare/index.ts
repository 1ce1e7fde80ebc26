export type { Attributed, EstimatedEffect, Interaction } from './attribution.ts';
export { attributed, factorEffects, membersOf, unattributed } from './attribution.ts';
export { type Bisection, bisect, type StepResult } from './bisection.ts';
export { defaultBudgetRuns, type Limits } from './budget.ts';
export { type CaseDifference, caseDifferences } from './case-differences.ts';
export type { CompareOptions } from './compare.ts';
export { compare, nextTrials } from './compare.ts';
export type {
  CaseDecision,
  CaseVerdict,
  Comparison,
  Decision,
  GateReason,
  GateVerdict,
  SideCounts,
  SliceVerdict,
  Tally,
} from './decision.ts';
export type { AcceptedCase, CaseFacts, Policy, RunPrice, ScoredTrial } from './evidence.ts';
export type { ClusterLine, ExternalDecision, GateOn } from './external.ts';
export { compareResults } from './external.ts';
export { type Forecast, forecast, plannedRuns } from './forecast.ts';
export { HEAD_ALONE_TRIALS, headAloneTrials, judgeHeadAlone } from './head-alone.ts';
export { RESERVOIR_MIN } from './sample.ts';
export { added, NOTHING_SPENT, type Spent, spentOn } from './spent.ts';
export type { Evidence } from './trials.ts';
export { evidenceOf, withTrials } from './trials.ts';
export {
  compareTwoRounds,
  firstRoundTrials,
  isNothing,
  planSecondRound,
  type SecondRound,
  secondRoundRuns,
  secondRoundTrials,
  twoRoundPolicy,
} from './two-rounds.ts';
export type { Flakes, MeasuredCase, SlicePower, Unmeasured } from './unchanged.ts';
export { decideUnchanged, findFlakes, findPower, findUnmeasured } from './unchanged.ts';
