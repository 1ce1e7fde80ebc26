import type { TrialRequest } from '../replay/index.ts';
import type { Draws } from '../stats/index.ts';
import type { CaseData } from './case-data.ts';
import { type CaseHistory, firstFreshNumber } from './case-history.ts';
import type { Policy } from './evidence.ts';
import { absent, absentPair, openHeadNumber, range, reservoirOf } from './sample.ts';

/** Trials asked for at once: a flaky case shows itself within the first few, and every round costs a wait. */
const FIRST_BATCH = 2;
const BATCH = 4;

/**
 * The next trials of a case that is being confirmed, in stages so that a case that turns out flaky stops costing: a few of
 * head, then a few fresh ones of base (a case that passed there once by luck shows itself), then the rest of head, then of
 * base. A prefix case is asked for pairs, enough that the missing number of affected ones is expected. Empty = the numbers
 * left cannot be enough.
 */
export function confirmationTrials(data: CaseData, history: CaseHistory, draws: Draws, policy: Policy): TrialRequest[] {
  if (data.affectedness === 'prefix') return pairs(data, history, draws, policy);
  const { trials } = data;
  const drawn = history.head.length;
  const begun = drawn >= Math.min(draws.test, history.initial + FIRST_BATCH);
  const heads = Math.min(draws.test, drawn + batch(history));
  const head = absent(trials, 'head', range(drawn, heads - 1).map(openHeadNumber(trials)));
  const base = (count: number): TrialRequest[] => {
    const first = firstFreshNumber(trials, policy.looks[0] ?? 1);
    return absent(trials, 'base', range(first + history.fresh.length, first + count - 1));
  };
  const firstBase = base(Math.min(draws.fresh, FIRST_BATCH));
  if (begun && firstBase.length > 0) return firstBase;
  return head.length > 0 ? head : base(draws.fresh);
}

function pairs({ trials }: CaseData, history: CaseHistory, draws: Draws, policy: Policy): TrialRequest[] {
  const lacking = draws.test - history.head.length;
  const most = reservoirOf(trials.facts) + policy.maxConfirmTrials;
  if (lacking > most - history.pairs) return [];
  const wanted = Math.min(batch(history), lacking);
  const expected = Math.ceil((wanted * history.pairs) / history.head.length);
  const last = Math.min(most, history.pairs + expected);
  return range(history.pairs + 1, last).flatMap((number) => absentPair(trials, number));
}

function batch({ head, initial }: CaseHistory): number {
  return head.length < initial + FIRST_BATCH ? FIRST_BATCH : BATCH;
}
