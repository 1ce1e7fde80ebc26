import type { Side, TrialRequest } from '../replay/index.ts';
import { isAffected } from './classify.ts';
import type { SideCounts } from './decision.ts';
import type { ScoredTrial } from './evidence.ts';
import type { CaseTrials } from './trials.ts';
import { isDetermined } from './trials.ts';

/** Reconciles one side: every trial of the evidence is counted, and `wanted` holds those that are not there. */
export function sideCounts(all: readonly CaseTrials[], side: Side, wanted: readonly TrialRequest[]): SideCounts {
  const standings = { hermetic: 0, assisted: 0, diverged: 0, not_covered: 0, errored: 0, external: 0 } satisfies Record<
    ScoredTrial['standing'],
    number
  >;
  let attempted = 0;
  let determined = 0;
  let stored = 0;
  for (const each of all) {
    attempted += each[side].size;
    for (const trial of each[side].values()) {
      standings[trial.standing]++;
      if (isDetermined(trial)) determined++;
      if (trial.stored) stored++;
    }
  }
  return {
    attempted,
    determined,
    undetermined: attempted - determined,
    errored: standings.errored,
    diverged: standings.diverged,
    notCovered: standings.not_covered,
    assisted: standings.assisted,
    unaffected: all.reduce((sum, each) => sum + unaffectedPairs(each), 0),
    stored,
    missing: wanted.filter((request) => request.side === side).length,
  };
}

function unaffectedPairs({ base, head }: CaseTrials): number {
  let pairs = 0;
  for (const trial of head.values()) {
    const partner = base.get(trial.number);
    if (partner !== undefined && !isAffected({ number: trial.number, base: partner, head: trial })) pairs++;
  }
  return pairs;
}
