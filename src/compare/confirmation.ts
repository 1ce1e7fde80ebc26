import type { TrialRequest } from '../replay/index.ts';
import type { Draws } from '../stats/index.ts';
import type { CaseData } from './case-data.ts';
import type { CaseHistory } from './case-history.ts';
import type { Policy } from './evidence.ts';

/** Head trials asked for at once: a flaky case shows itself within a few, and every round costs a wait. */
const BATCH = 4;

/**
 * The next trials of a case that is being confirmed, in stages so that a case that turns out flaky stops costing: head in
 * small batches, then the fresh base trials at once. A prefix case is asked for pairs, enough that the missing number of
 * affected ones is expected. Empty = the numbers left cannot be enough.
 */
export function confirmationTrials(data: CaseData, history: CaseHistory, draws: Draws, policy: Policy): TrialRequest[] {
  if (data.affectedness === 'prefix') return pairs(data, history, draws, policy);
  const caseId = data.facts.id;
  const drawn = history.head.length;
  return drawn < draws.test
    ? numbers(drawn + 1, Math.min(draws.test, drawn + BATCH)).map((number) => ({ caseId, side: 'head', number }))
    : numbers(policy.trials + history.fresh.length + 1, policy.trials + draws.fresh).map((number) => ({
        caseId,
        side: 'base',
        number,
      }));
}

function pairs(data: CaseData, history: CaseHistory, draws: Draws, policy: Policy): TrialRequest[] {
  const caseId = data.facts.id;
  const lacking = draws.test - history.head.length;
  if (lacking > policy.maxConfirmTrials - history.pairs) return [];
  const wanted = Math.min(BATCH, lacking);
  const expected = Math.ceil((wanted * history.pairs) / history.head.length);
  const last = Math.min(policy.maxConfirmTrials, history.pairs + expected);
  return numbers(history.pairs + 1, last).flatMap((number) =>
    (['base', 'head'] as const)
      .filter((side) => !data.trials[side].has(number))
      .map((side) => ({ caseId, side, number })),
  );
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
