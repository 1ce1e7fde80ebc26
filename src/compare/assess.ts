import type { TrialRequest } from '../replay/index.ts';
import { isAcceptedCase } from './acceptance.ts';
import { Budget } from './budget.ts';
import { type CaseData, caseData } from './case-data.ts';
import { type CaseJudgement, judgeCases } from './cases.ts';
import { failures } from './decide.ts';
import type { Policy } from './evidence.ts';
import { type GuardRun, guard, guardReserve } from './guard.ts';
import { type LookResult, runLooks } from './looks.ts';
import { rates } from './rates.ts';
import { checkStoredBase, type StoredBaseCheck, UNCHECKED } from './stored-base.ts';
import type { Evidence } from './trials.ts';

/** Everything that decides what runs next, and that the decision is then written from. */
export interface Assessment {
  /** Cases that gate, as the first look reads them. */
  readonly gating: readonly CaseData[];
  readonly judgements: readonly CaseJudgement[];
  readonly looks: readonly LookResult[];
  readonly guarded: GuardRun;
  readonly storedBase: StoredBaseCheck;
  /** Why a suspicious case is not confirmed further, by its id. */
  readonly waived: ReadonlyMap<string, string>;
  readonly budget: Budget;
  /** Trials to run next, each once. */
  readonly wanted: readonly TrialRequest[];
}

/**
 * First every case at the first look's trials; then, side by side, the further looks of slices that are still open and the
 * case rule's confirmation of suspicious cases; then the guard's fresh trials for whatever would block; last, where nothing
 * does, a check of the stored trials that it would pass on.
 */
export function assess(evidence: Evidence, policy: Policy): Assessment {
  const { memo } = evidence;
  // Whoever hears that nothing is to run asks for the decision next, on the same evidence.
  if (memo.last?.evidence === evidence && memo.last.policy === policy) return memo.last.assessment;
  const assessment = assessAnew(evidence, policy);
  memo.last = { evidence, policy, assessment };
  return assessment;
}

function assessAnew(evidence: Evidence, policy: Policy): Assessment {
  const budget = new Budget(evidence, policy);
  const first = evidence.cases.map((trials) => caseData(trials, policy.looks[0] ?? 1));
  const gating = first.filter(({ facts }) => facts.gates);
  const judgements = judgeCases(first, policy, evidence.memo.plans);
  const broken = judgements.flatMap(({ data, state }) =>
    state.kind === 'ruled' && state.rule.kind === 'broken' ? [data] : [],
  );
  const { results, wanted: looking } = runLooks({
    ...{ evidence, policy, budget },
    broken: new Set(broken.map(({ facts }) => facts.id)),
    reserve: (rejected) => guardReserve(rejected.filter(couldBlock), policy, budget),
  });
  const begun = first.every(({ sample }) => sample.wanted.length === 0);
  const rejected = results.filter((result) => couldBlock(result) && isLargeEnough(result.cases, policy));
  const blocking = broken.filter(({ facts }) => !isAcceptedCase(facts));
  const guarded = guard(rejected, blocking, policy, budget);
  const confirming = begun ? confirm(judgements, spokenFor(rejected, guarded), budget) : NOTHING_TO_CONFIRM;
  const settled = looking.length === 0 && confirming.wanted.length === 0;
  const isGuarded = settled && guarded.wanted.length === 0;
  const storedBase = isGuarded && !blocks(guarded) ? checkStoredBase(results, policy, budget) : UNCHECKED;
  const wanted = settled ? [...guarded.wanted, ...storedBase.wanted] : joined(looking, confirming.wanted);
  const hopeless = begun && failures(gating).length > 0;
  return {
    ...{ gating, judgements, looks: results, guarded, storedBase, budget },
    waived: confirming.waived,
    wanted: hopeless ? [] : wanted,
  };
}

interface Confirming {
  readonly wanted: readonly TrialRequest[];
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
    if (requests.length === 0 || isAcceptedCase(data.facts)) continue;
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

function blocks({ slices, cases }: GuardRun): boolean {
  return [...slices.values(), ...cases.values()].some(({ kind }) => kind === 'confirmed');
}

/** Rejected, and not accepted: nothing is confirmed of what cannot block. */
export function couldBlock({ end, group }: LookResult): boolean {
  return end === 'rejected' && !group.accepted;
}

export function isLargeEnough(cases: readonly CaseData[], { minEffect }: Policy): boolean {
  const estimate = rates(cases);
  return estimate !== null && -estimate.delta >= minEffect;
}

/** A look and the case rule may ask for the same trial. */
function joined(looking: readonly TrialRequest[], confirming: readonly TrialRequest[]): readonly TrialRequest[] {
  if (confirming.length === 0) return looking;
  const keyOf = ({ caseId, side, number }: TrialRequest): string => `${side} ${number} ${caseId}`;
  const known = new Set(looking.map(keyOf));
  return [...looking, ...confirming.filter((request) => !known.has(keyOf(request)))];
}
