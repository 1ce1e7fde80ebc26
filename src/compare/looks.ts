import { isDeepStrictEqual } from 'node:util';
import type { TrialRequest } from '../replay/index.ts';
import type { ExactTest, HistoryStratum, PairCounts } from '../stats/index.ts';
import { discreteHolm, historyLogE, pairsLogE } from '../stats/index.ts';
import type { Budget } from './budget.ts';
import { type CaseData, caseData } from './case-data.ts';
import type { Policy } from './evidence.ts';
import { hypotheses, type TestedGroup, testByCase } from './family.ts';
import type { Group } from './groups.ts';
import type { Evidence } from './trials.ts';

/** Why a group is sampled no further; `sampling` = it still is. */
export type LookEnd = 'sampling' | 'rejected' | 'futility' | 'looks' | 'budget';

/** A group after its last complete look. */
export interface LookResult {
  readonly group: Group;
  /** Its cases as that look reads them. */
  readonly cases: readonly CaseData[];
  /** Counts from 1. */
  readonly look: number;
  readonly end: LookEnd;
  /** null = nothing to test, or not tested: a cohort, or a first look that is not complete. */
  readonly test: ExactTest | null;
  /** Smallest alphaSlices at which some look so far rejects; null = no test. */
  readonly adjustedP: number | null;
  /** How many hypotheses that look's family had. */
  readonly family: number;
  /** Cases called broken are left out: they speak for themselves. null = no test. */
  readonly logE: number | null;
}

interface LooksRun {
  readonly results: readonly LookResult[];
  /** Trials that the current look still lacks. */
  readonly wanted: readonly TrialRequest[];
}

interface LooksQuestion {
  readonly evidence: Evidence;
  readonly policy: Policy;
  readonly budget: Budget;
  readonly broken: ReadonlySet<string>;
  /** Runs to keep for confirming what is rejected so far. */
  readonly reserve: (rejected: readonly LookResult[]) => number;
}

/**
 * The group-sequential test of all slices (docs/statistics.md): at look k every open slice is tested exactly on the first T_k
 * trials of its cases, at its share of alphaSlices, by discrete Holm over the family; a slice that is rejected or whose
 * e-value is below the futility bound stops.
 *
 * Why the level holds: at look k each p is exact given its margins, however sampling came there, and what is not tested any
 * more is charged in full, so look k rejects no more than the test of all slices at that look would; the looks' shares add
 * up to alphaSlices. ALL is tested at the first look only, unless there is no slice.
 */
export function runLooks(question: LooksQuestion): LooksRun {
  const { evidence, policy, budget } = question;
  const { groups } = evidence;
  const results = new Map<Group, LookResult>();
  for (const group of groups) {
    const cases = casesAt(question, group, 0);
    results.set(group, { group, cases, look: 1, end: 'sampling', test: null, adjustedP: null, family: 1, logE: null });
  }
  const hasSlices = groups.some(({ kind }) => kind === 'slice');
  let open = groups.filter(({ kind }) => kind !== 'cohort');
  let closed = 0;
  for (const [index, depth] of policy.looks.entries()) {
    const sampled = index === 0 ? evidence.cases.keys() : new Set(open.flatMap(({ members }) => members));
    const wanted = wantedAt(evidence, sampled, depth);
    if (wanted.length > 0) {
      const rejected = [...results.values()].filter(({ end }) => end === 'rejected');
      if (index === 0 || budget.take(wanted, question.reserve(rejected)))
        return { results: [...results.values()], wanted };
      for (const group of open) change(results, group, { end: 'budget' });
      break;
    }
    const ended = testLook(question, index, open, closed, results);
    closed += ended.closed;
    open = index === 0 && hasSlices ? ended.open.filter(({ kind }) => kind !== 'all') : ended.open;
    if (open.length === 0) break;
  }
  return { results: [...results.values()], wanted: [] };
}

/** One look: tests what is open and says what stays open, and how many hypotheses were closed for futility. */
function testLook(
  question: LooksQuestion,
  index: number,
  open: readonly Group[],
  closedBefore: number,
  results: Map<Group, LookResult>,
): { open: Group[]; closed: number } {
  const { policy } = question;
  const last = index === policy.looks.length - 1;
  const casesOf = new Map(open.map((group) => [group, casesAt(question, group, index)]));
  const { tests } = question.evidence.memo;
  const family = hypotheses(
    open,
    (group) => casesOf.get(group) ?? [],
    (tested, { kind, name }) => testAgain(tests, `${index} ${kind} ${name}`, tested),
  );
  const adjusted = discreteHolm(
    family.map(({ test }) => test),
    closedBefore,
  );
  const spend = policy.spend[index] ?? 0;
  const level = policy.alpha * policy.alphaSlicesShare;
  const still: Group[] = [];
  let closed = 0;
  for (const group of open) {
    const cases = casesOf.get(group) ?? [];
    change(results, group, {
      ...{ cases, look: index + 1, end: 'futility', test: null, family: family.length },
    });
  }
  for (const [place, { test, groups }] of family.entries()) {
    const own = Math.min(1, (adjusted[place] ?? 1) / spend);
    const cases = groups[0] === undefined ? [] : (casesOf.get(groups[0]) ?? []);
    const logE = allocateAgain(question, `${index} ${groups[0]?.kind} ${groups[0]?.name}`, cases);
    const isFutile = logE < Math.log(policy.futility);
    const end = own <= level ? 'rejected' : isFutile ? 'futility' : last ? 'looks' : 'sampling';
    if (end === 'futility' && groups.some(({ kind }) => kind === 'slice')) closed++;
    for (const group of groups) {
      const adjustedP = Math.min(own, results.get(group)?.adjustedP ?? 1);
      change(results, group, { end, test, logE, adjustedP });
      if (end === 'sampling') still.push(group);
    }
  }
  return { open: still, closed };
}

/** Most cases have no new trials since the look was last asked for, and what the guard draws is read by no look. */
function testAgain(known: Map<string, TestedGroup>, key: string, tested: readonly CaseData[]): ExactTest | null {
  const before = known.get(key);
  if (before !== undefined && isEach(before.tested, tested, ({ stratum }) => stratum)) return before.test;
  const test = testByCase(tested);
  if (test !== null) known.set(key, { tested, test });
  return test;
}

function allocateAgain({ evidence, broken }: LooksQuestion, key: string, cases: readonly CaseData[]): number {
  const counted = broken.size === 0 ? cases : cases.filter(({ facts }) => !broken.has(facts.id));
  const { allocations } = evidence.memo;
  const before = allocations.get(key);
  if (before !== undefined && isEach(before.counted, counted, ({ evidence: brought }) => brought)) return before.logE;
  const logE = allocation(counted);
  allocations.set(key, { counted, logE });
  return logE;
}

/** Whether two readings of the same group brought the same of each case. */
function isEach<T extends object>(
  before: readonly CaseData[],
  now: readonly CaseData[],
  brought: (data: CaseData) => T | null,
): boolean {
  return (
    before.length === now.length &&
    now.every((data, index) => {
      const earlier = before[index];
      return earlier === data || (earlier !== undefined && isDeepStrictEqual(brought(earlier), brought(data)));
    })
  );
}

function casesAt({ evidence, policy }: LooksQuestion, { members }: Group, index: number): CaseData[] {
  const depth = policy.looks[index] ?? 1;
  const cases: CaseData[] = [];
  for (const place of members) {
    const trials = evidence.cases[place];
    if (trials !== undefined) cases.push(caseData(trials, depth));
  }
  return cases;
}

function wantedAt({ cases }: Evidence, places: Iterable<number>, depth: number): TrialRequest[] {
  const wanted: TrialRequest[] = [];
  for (const place of places) {
    const trials = cases[place];
    if (trials !== undefined) wanted.push(...caseData(trials, depth).sample.wanted);
  }
  return wanted;
}

/** Cases of both kinds are independent: their e-values multiply. */
function allocation(cases: readonly CaseData[]): number {
  const pairs: PairCounts[] = [];
  const histories: HistoryStratum[] = [];
  for (const { evidence } of cases) {
    if (evidence === null) continue;
    if (evidence.kind === 'pairs') pairs.push(evidence);
    else histories.push(evidence);
  }
  return (pairs.length === 0 ? 0 : pairsLogE(pairs)) + (histories.length === 0 ? 0 : historyLogE(histories));
}

function change(results: Map<Group, LookResult>, group: Group, fields: Partial<LookResult>): void {
  const known = results.get(group);
  if (known !== undefined) results.set(group, { ...known, ...fields });
}
