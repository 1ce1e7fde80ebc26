export type { CheckName, Firing } from './checks/check.ts';
export type { CheckOptions, CheckResult } from './checks/check-trajectory.ts';
export { checkTrajectory } from './checks/check-trajectory.ts';
export { CHECK_NAMES, CHECKS } from './checks/table.ts';
export { runCommandScorer } from './command.ts';
export { costOf, costOfCalls, sumOfCosts, unpricedModels } from './cost.ts';
export type { JudgeAgreement } from './judge/agreement.ts';
export { agreementOf } from './judge/agreement.ts';
export type { JudgeSpec, VoteIdentity } from './judge/judge.ts';
export { voteKey } from './judge/judge.ts';
export { judgeRequest } from './judge/request.ts';
export type { Transcript } from './judge/transcript.ts';
export { transcriptOf } from './judge/transcript.ts';
export { isOpen, majorityOf, readVote } from './judge/vote.ts';
export { judgeRecorded } from './judge-recorded.ts';
export { withListPrices } from './list-prices.ts';
export { areMetByNothing } from './nothing-done.ts';
export type { RecordedExpectation } from './recorded-scorers.ts';
export { RECORDED_SCORERS_VERSION, recordedScorer } from './recorded-scorers.ts';
export { type ParsedResults, parseResults, type ResultText } from './results/formats.ts';
export type { Fields, ResultProblem } from './results/result.ts';
export type { Condition, ResultRow, SelectedResults, Selection } from './results/select.ts';
export { selectResults } from './results/select.ts';
export type {
  CommandScorer,
  Measures,
  Outcome,
  PriceTable,
  TrialScore,
} from './score.ts';
export { scoreTrial } from './score-trial.ts';
export { MEASURES, type Quantity, SCORERS } from './scorers.ts';
export type { ScoreContext } from './subject.ts';
