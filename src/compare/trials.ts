import type { CaseFacts, Evidence, ScoredTrial } from './evidence.ts';

/** One case and its trials by number. */
export interface CaseTrials {
  readonly facts: CaseFacts;
  readonly base: ReadonlyMap<number, ScoredTrial>;
  readonly head: ReadonlyMap<number, ScoredTrial>;
}

/** Base trial t and head trial t: the gateway let them share answers up to their first differing request. */
export interface Pair {
  readonly number: number;
  readonly base: ScoredTrial;
  readonly head: ScoredTrial;
}

/**
 * Sorts the evidence by case. Throws where it contradicts itself (a case or a trial twice, a trial of an unknown case, a
 * number below 1): a wrong count would be a wrong verdict, and no caller can mean it.
 */
export function groupTrials(evidence: Evidence): CaseTrials[] {
  const byCase = new Map<
    string,
    { facts: CaseFacts; base: Map<number, ScoredTrial>; head: Map<number, ScoredTrial> }
  >();
  for (const facts of evidence.cases) {
    if (byCase.has(facts.id)) throw new Error(`evidence holds case ${facts.id} twice`);
    byCase.set(facts.id, { facts, base: new Map(), head: new Map() });
  }
  for (const trial of evidence.trials) {
    const side = byCase.get(trial.caseId)?.[trial.side];
    if (side === undefined) throw new Error(`evidence holds ${labelOf(trial)}, but not the case`);
    if (!Number.isInteger(trial.number) || trial.number < 1)
      throw new Error(`${labelOf(trial)} is no sample: numbers start at 1`);
    if (side.has(trial.number)) throw new Error(`evidence holds ${labelOf(trial)} twice`);
    side.set(trial.number, trial);
  }
  return [...byCase.values()];
}

function labelOf({ side, number, caseId }: ScoredTrial): string {
  return `${side} trial ${number} of case ${caseId}`;
}

export function isDetermined(trial: ScoredTrial): boolean {
  return trial.outcome.kind !== 'undetermined';
}

export function isPass(trial: ScoredTrial): boolean {
  return trial.outcome.kind === 'pass';
}
