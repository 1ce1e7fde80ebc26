import type { CaseFacts, CompareOptions, Decision, Policy, ScoredTrial } from '../../src/compare/index.ts';
import { compare, evidenceOf, nextTrials, withTrials } from '../../src/compare/index.ts';
import type { Side, TrialRequest } from '../../src/replay/index.ts';
import type { Random } from '../../src/stats/index.ts';

export const POLICY: Policy = {
  alpha: 0.01,
  alphaSlicesShare: 0.8,
  looks: [3],
  spend: [1],
  futility: 0.4,
  budgetRuns: 1_000_000,
  budgetCalls: null,
  budgetCostUsd: null,
  protectMin: 0.8,
  deltaRelevant: 0.05,
  minEffect: 0,
  maxConfirmTrials: 24,
};

export function caseOf(id: string, slices: readonly string[] = ['s'], more: Partial<CaseFacts> = {}): CaseFacts {
  return { id, slices, cohorts: [], cluster: null, gates: true, storedTrials: 0, expected: null, ...more };
}

/** `count` cases `<slice>-0`, `<slice>-1`, ... of one slice. */
export function casesOf(slice: string, count: number): CaseFacts[] {
  return Array.from({ length: count }, (_, i) => caseOf(`${slice}-${i}`, [slice]));
}

export type Sample = Partial<Omit<ScoredTrial, 'caseId' | 'side' | 'number' | 'outcome'>> & {
  readonly outcome: 'pass' | 'fail' | 'undetermined';
};

export function trialOf(caseId: string, side: Side, number: number, { outcome, ...more }: Sample): ScoredTrial {
  return {
    caseId,
    side,
    number,
    standing: 'hermetic',
    firstRequestKey: `${side} asks`,
    fingerprint: `${side} ${number}`,
    idle: false,
    cutShort: false,
    stored: false,
    probe: false,
    took: { calls: 2, costUsd: 0.01 },
    outcome: outcome === 'pass' ? { kind: 'pass' } : { kind: outcome, reason: 'as drawn' },
    ...more,
  };
}

/** Both trials of one number, drawn together because they may share answers. */
export type World = (facts: CaseFacts, number: number) => Drawn;

export interface Drawn {
  readonly base: Sample;
  readonly head: Sample;
  /** Base drawn anew after the beginning that head shared; left out = as it came. */
  readonly again?: () => Sample;
}

/** Nothing is shared: the first requests differ, the sides are independent. */
export function openWorld(random: Random, rate: (id: string, side: Side) => number): World {
  const draw = (id: string, side: Side): Sample => ({ outcome: random() < rate(id, side) ? 'pass' : 'fail' });
  return ({ id }) => ({ base: draw(id, 'base'), head: draw(id, 'head') });
}

export interface Trials {
  readonly cases: readonly CaseFacts[];
  readonly trials: readonly ScoredTrial[];
}

/** The decision on trials as they lie there, in one go. */
export function decideOn({ cases, trials }: Trials, policy: Policy, options?: CompareOptions): Decision {
  return compare(evidenceOf(cases, trials), policy, options);
}

export interface GateRun {
  readonly decision: Decision;
  readonly evidence: Trials;
  readonly rounds: number;
}

/** Runs `next` until it is empty, as the gate does. `run` = false for trials that cannot be run. */
export function runGate(
  cases: readonly CaseFacts[],
  world: World,
  policy: Policy = POLICY,
  run: (request: TrialRequest) => boolean = () => true,
): GateRun {
  const byId = new Map(cases.map((facts) => [facts.id, facts]));
  const drawn = new Map<string, ReturnType<World>>();
  const trials: ScoredTrial[] = [];
  let evidence = evidenceOf(cases);
  for (let rounds = 0; rounds < 40; rounds++) {
    const next = nextTrials(evidence, policy);
    const runnable = next.filter(run);
    if (runnable.length === 0) {
      const decision = compare(evidence, policy, { exhausted: next.length > 0 });
      return { decision, evidence: { cases, trials }, rounds };
    }
    const ran: ScoredTrial[] = [];
    for (const request of runnable) {
      const { caseId, side, number, resampleOf } = request;
      const facts = byId.get(caseId);
      if (facts === undefined) throw new Error(`asked for unknown case ${caseId}`);
      const key = `${caseId} ${resampleOf ?? number}`;
      const pair = drawn.get(key) ?? world(facts, resampleOf ?? number);
      drawn.set(key, pair);
      ran.push(trialOf(caseId, side, number, sampleFor(request, pair)));
    }
    trials.push(...ran);
    evidence = withTrials(evidence, ran);
  }
  throw new Error('the gate did not come to an end within 40 rounds');
}

/** A dry run follows base to its end, or stops where head leaves it. */
export function sampleFor({ side, dry, resampleOf }: TrialRequest, { base, head, again }: Drawn): Sample {
  if (resampleOf !== undefined) return again?.() ?? base;
  const leaves = (base.fingerprint ?? 'base') !== (head.fingerprint ?? 'head');
  return dry === true && leaves ? { ...head, outcome: 'undetermined', probe: true } : { base, head }[side];
}

export function sliceNamed(decision: Decision, name: string) {
  const found = decision.comparisons.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no comparison named ${name}`);
  return found;
}

export function caseNamed(decision: Decision, id: string) {
  const found = decision.cases.find((each) => each.caseId === id);
  if (found === undefined) throw new Error(`no decision on case ${id}`);
  return found;
}

/** Every number in the decision, at any depth. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
