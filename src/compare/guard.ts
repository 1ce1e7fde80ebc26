import type { TrialRequest } from '../replay/index.ts';
import type { Stratum } from '../stats/index.ts';
import { discreteHolm, stratExact } from '../stats/index.ts';
import type { Budget } from './budget.ts';
import { type CaseData, isTested, tally } from './case-data.ts';
import { isAffected } from './classify.ts';
import type { Tally } from './decision.ts';
import type { Policy, ScoredTrial } from './evidence.ts';
import type { LookResult } from './looks.ts';
import { absent, absentPair, numbered, openHeadNumber, pairAt, range, reservoirOf } from './sample.ts';
import type { CaseTrials, Pair } from './trials.ts';
import { isDetermined, isPass } from './trials.ts';

/**
 * What fresh trials said about a would-be block. `unpaid`: the budget does not reach; `unclear`: too few affected or
 * determined trials to say.
 */
export type GuardOutcome =
  | { readonly kind: 'confirmed' | 'refuted'; readonly base: Tally; readonly head: Tally | null }
  | { readonly kind: 'pending' | 'unpaid' | 'unclear' };

export interface GuardRun {
  readonly slices: ReadonlyMap<LookResult, GuardOutcome>;
  readonly cases: ReadonlyMap<string, GuardOutcome>;
  readonly wanted: readonly TrialRequest[];
  /** p of "the fresh base trials are as the stored ones", where it is 0.1 or less: the reservoir is stale. */
  readonly staleP: number | null;
}

/** Where nothing can be drawn, a block stands on what there is. */
export const UNGUARDED: GuardRun = { slices: new Map(), cases: new Map(), wanted: [], staleP: null };

const TRIALS_MIN = 5;
const TRIALS_FACTOR = 1.5;
const LEVEL_SHARE = 0.4;
const CASE_TRIALS = 5;
const CASE_PASSES = 4;
const STALE_P = 0.1;
/** Pairs looked at for each affected one that is wanted. */
const PROBES = 3;

/**
 * The guard of STATISTICS.md 9: a would-be block must hold against fresh base trials, drawn now under numbers above all
 * others and interleaved with more of head's, so that neither a base that has aged nor the luck of its first trials can
 * block. A slice stays blocked if discrete Holm over the guarded slices rejects at 0.4 alpha, a case if 4 of 5 fresh base trials pass.
 *
 * Where the budget does not reach all, the clearest slices are guarded: which ones was settled before any trial of the
 * guard was drawn.
 */
export function guard(
  rejected: readonly LookResult[],
  broken: readonly CaseData[],
  policy: Policy,
  budget: Budget,
): GuardRun {
  const wanted = new Map<string, TrialRequest>();
  const pay = (requests: readonly TrialRequest[]): boolean => {
    const more = requests.filter((request) => !wanted.has(keyOf(request)));
    if (!budget.take(more)) return false;
    for (const request of more) wanted.set(keyOf(request), request);
    return true;
  };
  const cases = new Map<string, GuardOutcome>();
  for (const data of broken) {
    const paid = pay(caseRequests(data, policy));
    cases.set(data.facts.id, paid ? judgeCase(data, policy) : { kind: 'unpaid' });
  }
  const paid = inOrder(named(rejected), policy, budget).filter((result) => pay(sliceRequests(result, policy)));
  const slices = new Map<LookResult, GuardOutcome>(rejected.map((result) => [result, { kind: 'unpaid' }]));
  for (const [result, outcome] of judgeSlices(paid, policy)) slices.set(result, outcome);
  const guarded = [...new Set([...paid.flatMap(({ cases: all }) => all.filter(isTested)), ...broken])];
  return { slices, cases, wanted: [...wanted.values()], staleP: staleness(guarded, policy) };
}

/** Runs that guarding the cheapest of these would take. */
export function guardReserve(rejected: readonly LookResult[], policy: Policy, budget: Budget): number {
  const costs = named(rejected).map((result) => budget.costOf(sliceRequests(result, policy)));
  return costs.length === 0 ? 0 : Math.min(...costs);
}

/** ALL is named, and so guarded, only where no slice is. */
function named(rejected: readonly LookResult[]): LookResult[] {
  const slices = rejected.filter(({ group }) => group.kind === 'slice');
  return slices.length > 0 ? slices : [...rejected];
}

function inOrder(results: readonly LookResult[], policy: Policy, budget: Budget): LookResult[] {
  return results
    .map((result) => ({ result, cost: budget.costOf(sliceRequests(result, policy)) }))
    .sort((a, b) => (a.result.adjustedP ?? 1) - (b.result.adjustedP ?? 1) || a.cost - b.cost)
    .map(({ result }) => result);
}

function judgeSlices(results: readonly LookResult[], policy: Policy): [LookResult, GuardOutcome][] {
  if (results.some((result) => sliceRequests(result, policy).length > 0)) {
    return results.map((result) => [result, { kind: 'pending' }]);
  }
  const tests = results.map((result) =>
    stratExact(tested(result).map((data) => guardSample(data, trialsOf(result, policy), policy).stratum)),
  );
  const adjusted = discreteHolm(tests);
  return results.map((result, index) => {
    const samples = tested(result).map((data) => guardSample(data, trialsOf(result, policy), policy));
    const base = tally(samples.flatMap((sample) => sample.base));
    const head = tally(samples.flatMap((sample) => sample.head));
    if (base.trials === 0 || head.trials === 0) return [result, { kind: 'unclear' }];
    const holds = (adjusted[index] ?? 1) <= LEVEL_SHARE * policy.alpha;
    return [result, { kind: holds ? 'confirmed' : 'refuted', base, head }];
  });
}

function judgeCase(data: CaseData, policy: Policy): GuardOutcome {
  if (caseRequests(data, policy).length > 0) return { kind: 'pending' };
  const base =
    data.affectedness === 'prefix'
      ? tally(prefixSample(data, CASE_TRIALS, policy).base)
      : tally(numbered(data.trials.base, caseNumbers(data.trials, policy)));
  // Failures and what cannot be determined count alike: only passes show that base still works.
  if (base.passes >= CASE_PASSES) return { kind: 'confirmed', base, head: null };
  const clear = base.trials - base.passes > CASE_TRIALS - CASE_PASSES;
  return clear ? { kind: 'refuted', base, head: null } : { kind: 'unclear' };
}

function tested({ cases }: LookResult): CaseData[] {
  return cases.filter(isTested);
}

/** T' of a slice that was rejected at T. */
function trialsOf({ look }: LookResult, policy: Policy): number {
  return Math.max(TRIALS_MIN, Math.ceil(TRIALS_FACTOR * (policy.looks[look - 1] ?? 1)));
}

function sliceRequests(result: LookResult, policy: Policy): TrialRequest[] {
  const count = trialsOf(result, policy);
  return tested(result).flatMap((data) => guardSample(data, count, policy).wanted);
}

function caseRequests(data: CaseData, policy: Policy): TrialRequest[] {
  return data.affectedness === 'prefix'
    ? [...prefixSample(data, CASE_TRIALS, policy).wanted]
    : absent(data.trials, 'base', caseNumbers(data.trials, policy));
}

function caseNumbers(trials: CaseTrials, policy: Policy): number[] {
  const first = firstGuardNumber(trials, policy);
  return range(first, first + CASE_TRIALS - 1);
}

/** Above every number that the looks, the case rule and the reservoir use. */
function firstGuardNumber({ facts }: CaseTrials, { looks, maxConfirmTrials }: Policy): number {
  const deepest = looks.at(-1) ?? 1;
  return reservoirOf(facts) + Math.max(PROBES * deepest, maxConfirmTrials + (looks[0] ?? 1)) + 1;
}

/** What the guard reads of one case. */
interface GuardSample {
  readonly base: readonly ScoredTrial[];
  readonly head: readonly ScoredTrial[];
  readonly stratum: Stratum;
  readonly wanted: readonly TrialRequest[];
}

/**
 * Open: `count` base trials drawn now, and head's first `count` (those that the look read, topped up now). Prefix: the first
 * `count` affected fresh pairs of at most three times as many.
 */
function guardSample(data: CaseData, count: number, policy: Policy): GuardSample {
  return data.affectedness === 'prefix' ? prefixSample(data, count, policy) : openSample(data, count, policy);
}

function openSample({ trials }: CaseData, count: number, policy: Policy): GuardSample {
  const first = firstGuardNumber(trials, policy);
  const baseNumbers = range(first, first + count - 1);
  const headNumbers = range(0, count - 1).map(openHeadNumber(trials));
  const base = numbered(trials.base, baseNumbers);
  const head = numbered(trials.head, headNumbers);
  const baseTally = tally(base);
  const headTally = tally(head);
  return {
    base,
    head,
    stratum: {
      kind: 'labels',
      n0: baseTally.trials,
      s0: baseTally.passes,
      n1: headTally.trials,
      s1: headTally.passes,
    },
    wanted: [...absent(trials, 'base', baseNumbers), ...absent(trials, 'head', headNumbers)],
  };
}

function prefixSample({ trials }: CaseData, count: number, policy: Policy): GuardSample {
  const first = firstGuardNumber(trials, policy);
  const pairs: Pair[] = [];
  let wanted: TrialRequest[] = [];
  for (let seen = 0; pairs.length < count && seen < PROBES * count; seen++) {
    const pair = pairAt(trials, first + seen);
    if (pair === null) {
      const last = Math.min(PROBES * count, seen + count - pairs.length);
      wanted = range(first + seen, first + last - 1).flatMap((number) => absentPair(trials, number));
      break;
    }
    if (isAffected(pair)) pairs.push(pair);
  }
  const determined = pairs.filter(({ base, head }) => isDetermined(base) && isDetermined(head));
  const discordant = determined.filter(({ base, head }) => isPass(base) !== isPass(head));
  return {
    base: determined.map(({ base }) => base),
    head: determined.map(({ head }) => head),
    stratum: {
      kind: 'swaps',
      discordant: discordant.length,
      wins1: discordant.filter(({ head }) => isPass(head)).length,
    },
    wanted,
  };
}

/** Only said, never acted on: the guard reads no stored trial. */
function staleness(guarded: readonly CaseData[], policy: Policy): number | null {
  const strata = guarded.flatMap(({ trials }): Stratum[] => {
    const reservoir = reservoirOf(trials.facts);
    const first = firstGuardNumber(trials, policy);
    const stored = tally(numbered(trials.base, range(1, reservoir)));
    const fresh = tally([...trials.base.values()].filter(({ number }) => number >= first));
    return stored.trials === 0 || fresh.trials === 0
      ? []
      : [{ kind: 'labels', n0: stored.trials, s0: stored.passes, n1: fresh.trials, s1: fresh.passes }];
  });
  if (strata.length === 0) return null;
  const { p, pUpper } = stratExact(strata);
  const twoSided = Math.min(1, 2 * Math.min(p, pUpper));
  return twoSided <= STALE_P ? twoSided : null;
}

function keyOf({ caseId, side, number }: TrialRequest): string {
  return `${side} ${number} ${caseId}`;
}
