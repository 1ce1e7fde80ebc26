import type { TrialRequest } from '../replay/index.ts';
import { isAcceptedCase } from './acceptance.ts';
import { couldBlock, isLargeEnough } from './assess.ts';
import { Budget } from './budget.ts';
import { type CaseData, caseData, isTested } from './case-data.ts';
import { affectedCases, judgeCases } from './cases.ts';
import { type CompareOptions, compare } from './compare.ts';
import { failures } from './decide.ts';
import type { Decision } from './decision.ts';
import type { Policy } from './evidence.ts';
import { named } from './guard.ts';
import { freshStratum, guardCase, guardDepth, guardSample } from './guard-sample.ts';
import { type LookResult, runLooks } from './looks.ts';
import { storedBaseTrials } from './stored-base.ts';
import type { CaseTrials, Evidence } from './trials.ts';

/**
 * The plan of a run that is spread over machines, where every exchange waits for all of them: two rounds in the place of as
 * many as the evidence would ask for. Round 1 is the first look. What it leaves open is decided on the evidence of all
 * machines; round 2 brings at once the second look of open slices, the confirmation of suspicious cases, the guard's
 * trials for whatever may turn out to block, and those that check a stored base where a slice may pass on it. Within a round a machine asks again as often as its cases need it: all trials of
 * a case lie on one machine.
 *
 * The looks and their shares of alphaSlices are announced here and do not depend on the policy's own. The level holds as
 * in `runLooks`, of which this is the case with two looks; that the guard's trials are drawn before anybody knows whether
 * they are needed changes nothing, since they are read under numbers of their own and only where something would block.
 */
const FIRST = 2;
const SECOND = 8;
const SPEND = [0.6, 0.4];
/** The second round is bought whole, guard and all: only for slices where a loss explains more than chance does. */
const FUTILITY = 1;

export function twoRoundPolicy(policy: Policy): Policy {
  return { ...policy, looks: [FIRST, SECOND], spend: SPEND, futility: Math.max(policy.futility, FUTILITY) };
}

/** Most suspicious cases turn out flaky within a few trials, and few take the whole plan and the guard: on average. */
const CONFIRMING_RUNS = 8;

/** What round 2 has to bring: plain data, to be sent to every machine. */
export interface SecondRound {
  readonly version: 2;
  /** Gating cases that head affects, on all machines: they share the level of the case rule. */
  readonly affectedCases: number;
  /** Cases of slices that are still open. */
  readonly deepen: readonly string[];
  /** Cases whose slice was rejected or may be, and so many trials that may have to confirm it. */
  readonly guard: readonly { readonly caseId: string; readonly depth: number }[];
  /** Suspicious cases. */
  readonly confirm: readonly string[];
  /** Cases whose stored base is checked, and by how many fresh trials. */
  readonly check: readonly { readonly caseId: string; readonly trials: number }[];
}

/** Round 1: what these cases lack of the first look. Run it, add it and ask again, until it is empty. */
export function firstRoundTrials({ cases }: Evidence): readonly TrialRequest[] {
  return cases.flatMap((trials) => caseData(trials, FIRST).sample.wanted);
}

/**
 * Round 2, from the whole evidence of round 1. Where the budget does not reach, what was rejected comes first, then
 * suspicious cases, then the slices that look worst. Nothing is asked for where round 1 is not complete, or where the run
 * can only end in error.
 */
export function planSecondRound(evidence: Evidence, asked: Policy): SecondRound {
  const policy = twoRoundPolicy(asked);
  const first = evidence.cases.map((trials) => caseData(trials, FIRST));
  const gating = first.filter(({ facts }) => facts.gates);
  const none = { deepen: [], guard: [], confirm: [], check: [] };
  const nothing = { version: 2, affectedCases: affectedCases(first), ...none } as const;
  if (firstRoundTrials(evidence).length > 0 || failures(gating).length > 0) return nothing;
  const budget = new Budget(evidence, policy);
  const { results, rejected, open } = firstLook(evidence, policy);
  const guard = new Map<string, number>();
  for (const { cases } of rejected) {
    const data = cases.filter(isTested);
    const wanted = data.flatMap((each) => guardSample(each, guardDepth(FIRST), policy).wanted);
    if (budget.take(wanted)) for (const { facts } of data) guard.set(facts.id, guardDepth(FIRST));
  }
  const spoken = new Set(guard.keys());
  const confirm = judgeCases(first, policy, evidence.memo.plans)
    .filter(({ data: { facts }, requests }) => requests.length > 0 && !spoken.has(facts.id) && !isAcceptedCase(facts))
    .filter(() => budget.takeRuns(CONFIRMING_RUNS));
  const deepen = new Set<string>();
  for (const { cases, group } of open) {
    const data = cases.filter(({ facts }) => !deepen.has(facts.id));
    if (!budget.takeRuns(deepeningRuns(data))) continue;
    for (const { facts } of data) deepen.add(facts.id);
    for (const { facts } of group.accepted ? [] : data.filter(isTested)) guard.set(facts.id, guardDepth(SECOND));
  }
  const check = [...storedBaseTrials(results, policy)].filter(([, trials]) => budget.takeRuns(trials));
  return {
    ...nothing,
    deepen: [...deepen],
    guard: [...guard].map(([caseId, depth]) => ({ caseId, depth })),
    confirm: confirm.map(({ data }) => data.facts.id),
    check: check.map(([caseId, trials]) => ({ caseId, trials })),
  };
}

/** Round 2: what these cases lack of it. Run it, add it and ask again, until it is empty. */
export function secondRoundTrials(evidence: Evidence, round: SecondRound, asked: Policy): readonly TrialRequest[] {
  const policy = twoRoundPolicy(asked);
  const deepen = new Set(round.deepen);
  const deeper = found(evidence, round.deepen).map((trials) => caseData(trials, SECOND));
  const looking = deeper.flatMap(({ sample }) => sample.wanted);
  const depths = new Map(round.guard.map(({ caseId, depth }) => [caseId, depth]));
  const guarding = found(evidence, depths.keys()).flatMap((trials) => {
    const { id } = trials.facts;
    const data = caseData(trials, deepen.has(id) ? SECOND : FIRST);
    const isReady = data.sample.wanted.length === 0 && isTested(data);
    return isReady ? guardSample(data, depths.get(id) ?? 0, policy).wanted : [];
  });
  const suspects = found(evidence, round.confirm).map((trials) => caseData(trials, FIRST));
  const confirming = judgeCases(suspects, policy, evidence.memo.plans, round.affectedCases).flatMap(
    ({ data, state, requests }) =>
      state.kind === 'ruled' && state.rule.kind === 'broken' ? guardCase(data, policy).wanted : requests,
  );
  const checking = round.check.flatMap(({ caseId, trials }) =>
    found(evidence, [caseId]).flatMap((one) => freshStratum(caseData(one, FIRST), trials, policy).wanted),
  );
  const once = new Map(
    [...looking, ...guarding, ...confirming, ...checking].map((request) => [keyOf(request), request]),
  );
  return [...once.values()];
}

/** The decision after both rounds, on the evidence of all machines: what a machine did not bring is an error. */
export function compareTwoRounds(
  evidence: Evidence,
  round: SecondRound,
  policy: Policy,
  { recordedOnly = false, unpaid = new Set() }: TwoRoundOptions = {},
): Decision {
  const absent = [...firstRoundTrials(evidence), ...secondRoundTrials(evidence, round, policy)];
  const missing = absent.filter(({ caseId }) => !unpaid.has(caseId)).length;
  const ended = absent.length > missing ? 'budget' : 'rounds';
  return compare(evidence, twoRoundPolicy(policy), { exhausted: true, ended, missing, recordedOnly });
}

export interface TwoRoundOptions extends Pick<CompareOptions, 'recordedOnly'> {
  /** Cases of machines whose budget was spent: nobody is to blame for what they did not bring. */
  readonly unpaid?: ReadonlySet<string>;
}

/** About how many runs round 2 takes of each case that it names, at most. */
export function secondRoundRuns({ deepen, guard, confirm, check }: SecondRound): ReadonlyMap<string, number> {
  return new Map([
    ...check.map(({ caseId, trials }) => [caseId, trials] as const),
    ...confirm.map((caseId) => [caseId, 2 * CONFIRMING_RUNS] as const),
    ...guard.map(({ caseId, depth }) => [caseId, 2 * depth] as const),
    ...deepen.map((caseId) => [caseId, 2 * guardDepth(SECOND)] as const),
  ]);
}

export function isNothing({ deepen, guard, confirm, check }: SecondRound): boolean {
  return deepen.length + guard.length + confirm.length + check.length === 0;
}

/** The first look: the slices that it rejects, clearest first, and those that it leaves open, the worst first. */
function firstLook(evidence: Evidence, policy: Policy): Record<'results' | 'rejected' | 'open', readonly LookResult[]> {
  const budget = new Budget(evidence, policy);
  const { results } = runLooks({ evidence, policy, budget, broken: new Set(), reserve: () => 0 });
  const sorted = results.toSorted((a, b) => (a.adjustedP ?? 1) - (b.adjustedP ?? 1) || (b.logE ?? 0) - (a.logE ?? 0));
  const rejected = sorted.filter((result) => couldBlock(result) && isLargeEnough(result.cases, policy));
  // ALL has one look, unless there is no slice.
  const kind = evidence.groups.some((group) => group.kind === 'slice') ? 'slice' : 'all';
  const isOpen = ({ end, group }: LookResult): boolean =>
    group.kind === kind && (end === 'sampling' || end === 'budget');
  return { results, rejected: named(rejected), open: sorted.filter(isOpen) };
}

/** Head as deep as the guard reads it, and base's fresh trials: its pairs, where it has no reservoir, and the guard's. */
function deepeningRuns(cases: readonly CaseData[]): number {
  const perCase = 2 * guardDepth(SECOND) - FIRST;
  return cases.filter(isTested).length * perCase;
}

function found({ cases, places }: Evidence, ids: Iterable<string>): CaseTrials[] {
  return [...ids].flatMap((id) => cases[places.get(id) ?? -1] ?? []);
}

function keyOf({ caseId, side, number }: TrialRequest): string {
  return `${side} ${number} ${caseId}`;
}
