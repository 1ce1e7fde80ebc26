import type { TrialRequest } from '../replay/index.ts';
import type { Draws } from '../stats/index.ts';
import type { CaseData } from './case-data.ts';
import { type CaseHistory, firstFreshNumber } from './case-history.ts';
import type { Policy } from './evidence.ts';
import { absent, absentPair, range } from './numbers.ts';
import { openHeadNumber, reservoirOf } from './sample.ts';

/** Trials asked for at once: a flaky case shows itself within the first few, and every round costs a wait. */
const FIRST_BATCH = 2;
const BATCH = 4;

/**
 * The next trials of a case that is being confirmed, in stages so that a case that turns out flaky stops costing: a few of
 * head, then a few fresh ones of base (a case that passed there once by luck shows itself), then the rest of head, then of
 * base. A prefix case gets head's trials on the reservoir's affected numbers, then fresh pairs, enough that the missing number
 * of affected ones is expected. Empty = that would be more pairs than a case may have.
 */
export function confirmationTrials(data: CaseData, history: CaseHistory, draws: Draws, policy: Policy): TrialRequest[] {
  if (data.affectedness === 'prefix') return affectedTrials(data, history, draws, policy);
  const { trials } = data;
  const drawn = history.head.length;
  const begun = drawn >= Math.min(draws.test, history.initial + FIRST_BATCH);
  const heads = Math.min(draws.test, drawn + batch(history));
  const headNumbers = range(drawn, heads - 1).map((index) => openHeadNumber(trials, index));
  const head = absent(trials, 'head', headNumbers);
  const base = (count: number): TrialRequest[] => {
    const first = firstFreshNumber(trials, policy.looks[0] ?? 1);
    return absent(trials, 'base', range(first + history.fresh.length, first + count - 1));
  };
  const firstBase = base(Math.min(draws.fresh, FIRST_BATCH));
  if (begun && firstBase.length > 0) return firstBase;
  return head.length > 0 ? head : base(draws.fresh);
}

function affectedTrials(data: CaseData, history: CaseHistory, draws: Draws, policy: Policy): TrialRequest[] {
  const { trials, sample, facts } = data;
  const drawn = history.head.length;
  if (drawn < Math.min(draws.test, history.alone)) {
    const last = Math.min(draws.test, drawn + batch(history));
    return absent(trials, 'head', sample.affected.slice(drawn, last));
  }
  const lacking = Math.max(draws.fresh, draws.test - history.alone) - history.fresh.length;
  const most = reservoirOf(facts) + policy.maxConfirmTrials;
  const perAffected = history.seen / history.affected;
  if (lacking * perAffected > most - history.nextPair + 1) return [];
  const expected = Math.ceil(Math.min(batch(history), lacking) * perAffected);
  const last = Math.min(most, history.nextPair + expected - 1);
  return range(history.nextPair, last).flatMap((number) => absentPair(trials, number));
}

function batch({ head, initial }: CaseHistory): number {
  return head.length < initial + FIRST_BATCH ? FIRST_BATCH : BATCH;
}
