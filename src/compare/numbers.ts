import type { TrialRequest } from '../replay/index.ts';
import type { ScoredTrial } from './evidence.ts';
import type { CaseTrials, Pair } from './trials.ts';

/** The whole numbers from `first` to `last`. */
export function range(first: number, last: number): number[] {
  const numbers: number[] = [];
  for (let number = first; number <= last; number++) numbers.push(number);
  return numbers;
}

/** The trials of these numbers that there are. */
export function numbered(side: ReadonlyMap<number, ScoredTrial>, numbers: readonly number[]): ScoredTrial[] {
  const trials: ScoredTrial[] = [];
  for (const number of numbers) {
    const trial = side.get(number);
    if (trial !== undefined) trials.push(trial);
  }
  return trials;
}

export function pairAt({ base, head }: CaseTrials, number: number): Pair | null {
  const first = base.get(number);
  const second = head.get(number);
  return first === undefined || second === undefined ? null : { number, base: first, head: second };
}

/** Requests for the trials of these numbers that there are not. */
export function absent(trials: CaseTrials, side: 'base' | 'head', numbers: readonly number[]): TrialRequest[] {
  const requests: TrialRequest[] = [];
  for (const number of numbers) if (!trials[side].has(number)) requests.push({ caseId: trials.facts.id, side, number });
  return requests;
}

export function absentPair(trials: CaseTrials, number: number): TrialRequest[] {
  return (['base', 'head'] as const).flatMap((side) => absent(trials, side, [number]));
}
