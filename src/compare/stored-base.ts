import type { TrialRequest } from '../replay/index.ts';
import { discreteHolm, type ExactTest, type Stratum, stratExact } from '../stats/index.ts';
import type { Budget } from './budget.ts';
import { type CaseData, isStored, isTested } from './case-data.ts';
import type { Policy } from './evidence.ts';
import { bestFreshStratum, freshStratum, mostFresh } from './guard-sample.ts';
import type { LookResult } from './looks.ts';

/** What fresh trials said of the stored ones behind which a loss may hide. */
export interface StoredBaseCheck {
  /** Slices in which base passes more now than it did when its stored trials were drawn, with the adjusted p. */
  readonly low: ReadonlyMap<LookResult, number>;
  readonly wanted: readonly TrialRequest[];
}

/** Nothing is stored, or nothing can be drawn. */
export const UNCHECKED: StoredBaseCheck = { low: new Map(), wanted: [] };

/** Fresh base trials of a slice, at most. */
const ALL_TRIALS = 60;
/**
 * They are drawn step by step: so many, and the p up to which the next step is taken. Half of the slices end with the
 * first where nothing is low.
 */
const STEPS = [
  { trials: 4, goOnUpToP: 0.6 },
  { trials: 12, goOnUpToP: 0.2 },
  { trials: ALL_TRIALS, goOnUpToP: 1 },
] as const;
/** The same of one case. */
const CASE_TRIALS = 10;
/** What head fails less of hides less, which so few trials could not show. */
const HIDING_SHARE = 0.2;

/**
 * The other half of the guard: it confirms what would block, this what would pass. A reservoir that was filled on a bad
 * day makes base look worse than it is, and what head breaks looks like base. So where head fails much of
 * a slice that stands on stored trials, base is drawn now in the very cases that head failed, and "these trials are as the
 * stored ones" is tested against "they pass more", exactly, by discrete Holm over the slices at `alpha`.
 *
 * Why the level holds: which cases are drawn depends on head's outcomes alone, and these tell nothing of how base's stored
 * trials differ from those drawn now. A slice that cannot be rejected whatever comes, or that the first trials close, is
 * charged in full.
 */
export function checkStoredBase(results: readonly LookResult[], policy: Policy, budget: Budget): StoredBaseCheck {
  const family = inFamily(results);
  const wanted = new Map<string, TrialRequest>();
  const tests: { result: LookResult; test: ExactTest }[] = [];
  for (const plan of plansOf(family, policy)) {
    const reached = step(plan, policy);
    const more = reached.wanted.filter((request) => !wanted.has(keyOf(request)));
    if (more.length > 0 && budget.take(more)) for (const request of more) wanted.set(keyOf(request), request);
    if (reached.test !== null) tests.push({ result: plan.result, test: reached.test });
  }
  const adjusted = discreteHolm(
    tests.map(({ test }) => ({ p: test.pUpper, attainable: test.attainableUpper })),
    family.length - tests.length,
  );
  const low = tests.flatMap(({ result }, index): [LookResult, number][] => {
    const p = adjusted[index] ?? 1;
    return p <= policy.alpha ? [[result, p]] : [];
  });
  return { low: new Map(low), wanted: [...wanted.values()] };
}

/** The fresh trials of base that the check may want of each case, all at once: for runs that cannot ask twice. */
export function storedBaseTrials(results: readonly LookResult[], policy: Policy): ReadonlyMap<string, number> {
  const trials = new Map<string, number>();
  for (const { order } of plansOf(inFamily(results), policy))
    for (const [{ facts }, count] of counts(order)) trials.set(facts.id, Math.max(count, trials.get(facts.id) ?? 0));
  return trials;
}

/** A slice, and the cases whose base is drawn again: one after the other, and round again. */
interface Plan {
  readonly result: LookResult;
  readonly order: readonly CaseData[];
}

/** What may pass on stored trials. ALL stands in the family only where no slice does; what is accepted may fall. */
function inFamily(results: readonly LookResult[]): LookResult[] {
  const slices = results.filter(({ group }) => group.kind === 'slice');
  const family = slices.length > 0 ? slices : results.filter(({ group }) => group.kind === 'all');
  return family.filter(
    ({ end, group, cases }) =>
      (end === 'futility' || end === 'looks') && !group.accepted && cases.some(isComparedWithStored),
  );
}

/** How far the steps have come: the last one's test, or what is still to be drawn; neither = an earlier one ended it. */
function step(plan: Plan, policy: Policy): { test: ExactTest | null; wanted: readonly TrialRequest[] } {
  let test: ExactTest | null = null;
  for (const { trials, goOnUpToP } of STEPS) {
    const { strata, wanted } = drawn(plan, trials, policy);
    if (wanted.length > 0) return { test: null, wanted };
    test = stratExact(strata);
    if (test.pUpper > goOnUpToP) return { test: null, wanted: [] };
  }
  return { test, wanted: [] };
}

/** Of the slices where head fails so much that a loss may hide, and where the best that can come would be rejected. */
function plansOf(family: readonly LookResult[], { alpha, deltaRelevant }: Policy): readonly Plan[] {
  const hiding = Math.max(HIDING_SHARE, deltaRelevant);
  return family.flatMap((result) => {
    const compared = result.cases.flatMap((data) => (isComparedWithStored(data) ? (data.effect ?? []) : []));
    const trials = compared.reduce((sum, { n1 }) => sum + n1, 0);
    const failures = compared.reduce((sum, { n1, s1 }) => sum + n1 - s1, 0);
    if (failures <= hiding * trials) return [];
    const order = roundAndRound(result.cases.filter((data) => isComparedWithStored(data) && hasFailed(data)));
    return bestP(order) * family.length <= alpha ? [{ result, order }] : [];
  });
}

function hasFailed({ effect }: CaseData): boolean {
  return effect !== null && effect.s1 < effect.n1;
}

function roundAndRound(cases: readonly CaseData[]): readonly CaseData[] {
  const rounds = Array.from({ length: CASE_TRIALS }, (_, round) => cases.filter((data) => round < mostFresh(data)));
  return rounds.flat().slice(0, ALL_TRIALS);
}

function isComparedWithStored(data: CaseData): boolean {
  return isTested(data) && isStored(data) && data.effect !== null;
}

function drawn(
  { order }: Plan,
  trials: number,
  policy: Policy,
): { strata: Stratum[]; wanted: readonly TrialRequest[] } {
  const strata: Stratum[] = [];
  const wanted: TrialRequest[] = [];
  for (const [data, count] of counts(order.slice(0, trials))) {
    const fresh = freshStratum(data, count, policy);
    strata.push(fresh.stratum);
    wanted.push(...fresh.wanted);
  }
  return { strata, wanted };
}

/** p if base passed all that is drawn. */
function bestP(order: readonly CaseData[]): number {
  const strata = [...counts(order)].map(([data, count]) => bestFreshStratum(data, count));
  return strata.length === 0 ? 1 : stratExact(strata).pUpper;
}

function counts(order: readonly CaseData[]): ReadonlyMap<CaseData, number> {
  const found = new Map<CaseData, number>();
  for (const data of order) found.set(data, (found.get(data) ?? 0) + 1);
  return found;
}

function keyOf({ caseId, number }: TrialRequest): string {
  return `${number} ${caseId}`;
}
