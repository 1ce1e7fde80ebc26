import type { Side, TrialRequest } from '../replay/index.ts';
import { isAffected } from './classify.ts';
import type { SideCounts } from './decision.ts';
import type { CaseTrials } from './trials.ts';
import { isDetermined } from './trials.ts';

/** Reconciles one side: every trial of the evidence is counted, and `wanted` holds those that are not there. */
export function sideCounts(all: readonly CaseTrials[], side: Side, wanted: readonly TrialRequest[]): SideCounts {
  const trials = all.flatMap((each) => [...each[side].values()]);
  const standing = (kind: string): number => trials.filter((trial) => trial.standing === kind).length;
  const determined = trials.filter(isDetermined).length;
  return {
    attempted: trials.length,
    determined,
    undetermined: trials.length - determined,
    errored: standing('errored'),
    diverged: standing('diverged'),
    notCovered: standing('not_covered'),
    assisted: standing('assisted'),
    unaffected: all.reduce((sum, each) => sum + unaffectedPairs(each), 0),
    stored: trials.filter((trial) => trial.stored).length,
    missing: wanted.filter((request) => request.side === side).length,
  };
}

function unaffectedPairs({ base, head }: CaseTrials): number {
  return [...base.values()].filter((trial) => {
    const partner = head.get(trial.number);
    return partner !== undefined && !isAffected({ number: trial.number, base: trial, head: partner });
  }).length;
}
