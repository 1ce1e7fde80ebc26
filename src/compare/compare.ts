import type { TrialRequest } from '../replay/index.ts';
import { Budget } from './budget.ts';
import { type CaseData, caseData } from './case-data.ts';
import { type CaseJudgement, decideCase, judgeCases } from './cases.ts';
import { sideCounts } from './counts.ts';
import { decide, failures } from './decide.ts';
import type { Decision, GateReason } from './decision.ts';
import type { Evidence, Policy } from './evidence.ts';
import { groupCases } from './family.ts';
import { type GuardRun, guard, guardReserve } from './guard.ts';
import { type LookResult, runLooks } from './looks.ts';
import { rates } from './rates.ts';
import { compareSlices } from './slices.ts';
import { type CaseTrials, groupTrials } from './trials.ts';

export interface CompareOptions {
  /** No further trial can be run: decide with what is there. Planned trials that are absent make the verdict `error`. */
  readonly exhausted: boolean;
  /** Nothing may be drawn: what the recordings do not cover leaves the gate inconclusive. */
  readonly recordedOnly?: boolean;
}

/**
 * What the evidence says, and which trials to run next. First every case at the first look's trials; then, side by side,
 * the further looks of slices that are still open and the case rule's confirmation of suspicious cases; last the guard's
 * fresh trials for whatever would block. While `next` is not empty the verdict is provisional; run `next` (base and head
 * interleaved), add the trials and ask again. Nothing is remembered between calls: the evidence is the state.
 *
 * A gate run blocks an unchanged pull request with probability at most `policy.alpha`: slices take `alphaSlicesShare` of it
 * (`runLooks`), cases the rest (`judgeCases`); the two are added. That holds where base and head trials are exchangeable
 * under no change, so they must run interleaved; where stored base trials are not, the guard catches it.
 *
 * Throws when the evidence contradicts itself (`groupTrials`).
 */
export function compare(evidence: Evidence, policy: Policy, options: CompareOptions = { exhausted: false }): Decision {
  const trials = groupTrials(evidence);
  const budget = new Budget(trials, policy);
  const at = rememberLooks(policy);
  const first = trials.map((each) => at(each, 0));
  const gating = first.filter(({ facts }) => facts.gates);
  const judgements = judgeCases(first, policy);
  const broken = judgements.filter(({ verdict }) => verdict === 'broken').map(({ data }) => data);
  const { results, wanted: looking } = runLooks({
    ...{ all: trials, groups: groupCases(trials), at, policy, budget },
    broken: new Set(broken.map(({ facts }) => facts.id)),
    reserve: (rejected) => guardReserve(rejected, policy, budget),
  });
  const begun = first.every(({ sample }) => sample.wanted.length === 0);
  const rejected = results.filter(({ end, cases }) => end === 'rejected' && isLargeEnough(cases, policy));
  const guarded = guard(rejected, broken, policy, budget);
  const confirming = begun ? confirm(judgements, spokenFor(rejected, guarded), budget) : NOTHING_TO_CONFIRM;
  const settled = looking.length === 0 && confirming.wanted.length === 0;
  const wanted =
    failures(gating).length > 0 && begun ? [] : settled ? guarded.wanted : [...looking, ...confirming.wanted];
  const comparisons = compareSlices(results, guarded, policy);
  const cases = judgements.map((each) =>
    decideCase(each, guarded.cases.get(each.data.facts.id) ?? null, confirming.waived.get(each.data.facts.id) ?? null),
  );
  const missing = options.exhausted ? wanted.length : 0;
  return {
    ...decide({
      ...{ gating, comparisons, cases, missing, overBudget: overBudget(budget) },
      recordedOnly: options.recordedOnly ?? false,
    }),
    comparisons,
    cases,
    next: options.exhausted ? [] : unique(wanted),
    base: sideCounts(trials, 'base', wanted),
    head: sideCounts(trials, 'head', wanted),
  };
}

interface Confirming {
  readonly wanted: readonly TrialRequest[];
  /** Why a case is not confirmed further, by its id. */
  readonly waived: ReadonlyMap<string, string>;
}

const NOTHING_TO_CONFIRM: Confirming = { wanted: [], waived: new Map() };

/** A case whose slice already speaks for it is not confirmed by itself: that would buy the same answer twice. */
function confirm(
  judgements: readonly CaseJudgement[],
  spoken: ReadonlyMap<string, string>,
  budget: Budget,
): Confirming {
  const wanted: TrialRequest[] = [];
  const waived = new Map<string, string>();
  for (const { data, requests } of judgements) {
    if (requests.length === 0) continue;
    const slice = spoken.get(data.facts.id);
    if (slice !== undefined) waived.set(data.facts.id, `its slice ${slice} speaks for it`);
    else if (budget.take(requests)) wanted.push(...requests);
    else waived.set(data.facts.id, 'the budget does not reach');
  }
  return { wanted, waived };
}

function spokenFor(rejected: readonly LookResult[], { slices }: GuardRun): Map<string, string> {
  const spoken = new Map<string, string>();
  for (const result of rejected) {
    const outcome = slices.get(result)?.kind;
    if (result.group.kind !== 'slice' || (outcome !== 'pending' && outcome !== 'confirmed')) continue;
    for (const { facts } of result.cases) spoken.set(facts.id, result.group.name);
  }
  return spoken;
}

function isLargeEnough(cases: readonly CaseData[], { minEffect }: Policy): boolean {
  const estimate = rates(cases);
  return estimate !== null && -estimate.delta >= minEffect;
}

function overBudget({ spent, limit, refused }: Budget): Extract<GateReason, { kind: 'budget_spent' }> | null {
  return refused === 0 ? null : { kind: 'budget_spent', runs: spent, budget: limit, more: refused };
}

function rememberLooks(policy: Policy): (trials: CaseTrials, index: number) => CaseData {
  const known = policy.looks.map(() => new Map<CaseTrials, CaseData>());
  return (trials, index) => {
    const look = known[index];
    const found = look?.get(trials) ?? caseData(trials, policy.looks[index] ?? 1);
    look?.set(trials, found);
    return found;
  };
}

function unique(requests: readonly TrialRequest[]): TrialRequest[] {
  const seen = new Map(requests.map((request) => [`${request.side} ${request.number} ${request.caseId}`, request]));
  return [...seen.values()];
}
