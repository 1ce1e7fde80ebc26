import type { Tally } from './decision.ts';
import type { ScoredTrial } from './evidence.ts';
import { isDetermined, isPass } from './trials.ts';

export function tally(trials: readonly Pick<ScoredTrial, 'outcome'>[]): Tally {
  let passes = 0;
  let undetermined = 0;
  for (const trial of trials) {
    if (isPass(trial)) passes++;
    else if (!isDetermined(trial)) undetermined++;
  }
  return { passes, trials: trials.length - undetermined, undetermined };
}

export function sumTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passes, trials, undetermined }) => ({
      passes: sum.passes + passes,
      trials: sum.trials + trials,
      undetermined: sum.undetermined + undetermined,
    }),
    { passes: 0, trials: 0, undetermined: 0 },
  );
}
