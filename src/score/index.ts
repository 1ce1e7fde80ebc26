export { type CommandTrial, runCommandScorer, type ScorerLaunch } from './command.ts';
export { costOf, priceOf } from './cost.ts';
export type {
  CommandScorer,
  Measures,
  ModelPrice,
  Outcome,
  PriceTable,
  Score,
  TrialScore,
} from './score.ts';
export { scoreTrial } from './score-trial.ts';
export { type Direction, MEASURES, type Quantity, SCORERS } from './scorers.ts';
export type { ScoreContext } from './subject.ts';
