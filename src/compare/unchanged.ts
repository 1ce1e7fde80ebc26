import type { TrialRequest } from '../replay/index.ts';
import { jeffreys, mde80, type Random } from '../stats/index.ts';
import { compare, nextTrials } from './compare.ts';
import type { Decision, Interval, Tally } from './decision.ts';
import type { CaseFacts, Policy, ScoredTrial } from './evidence.ts';
import { sumTallies, tally } from './tally.ts';
import { evidenceOf, withTrials } from './trials.ts';

/** What base was seen to do in one case, trial by trial in the order drawn; trials without a result are among them. */
export interface MeasuredCase {
  readonly facts: CaseFacts;
  readonly trials: readonly MeasuredTrial[];
}

type MeasuredTrial = Pick<ScoredTrial, 'outcome' | 'standing' | 'cutShort'>;

const MAX_ROUNDS = 100;

/**
 * Decides a pull request that changes nothing: both sides' trials are drawn, with replacement, from what base did in the
 * same case, and nothing is shared, so that every case is open to chance. Repeated, it measures how often the gate blocks
 * by noise alone on this corpus. A case that never failed never fails here: the rates are plugged in as measured. Trials
 * without a result are drawn as often as they came: a slice where they are many ends inconclusive, here as in the gate. A
 * case without any trial is left out.
 * Reference: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 6.
 */
export function decideUnchanged(cases: readonly MeasuredCase[], policy: Policy, random: Random): Decision {
  const drawable = cases.filter(({ trials }) => trials.length > 0);
  const measured = new Map(drawable.map((each) => [each.facts.id, each]));
  let evidence = evidenceOf(drawable.map(({ facts }) => facts));
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const next = nextTrials(evidence, policy);
    if (next.length === 0) return compare(evidence, policy);
    const drawn = next.map((request) => drawTrial(request, measured.get(request.caseId), random));
    evidence = withTrials(evidence, drawn);
  }
  throw new Error(`compare still asks for trials after ${MAX_ROUNDS} rounds`);
}

function drawTrial(request: TrialRequest, of: MeasuredCase | undefined, random: Random): ScoredTrial {
  const { caseId, side, number, dry = false } = request;
  if (of === undefined) throw new Error(`compare asks for a case that was not measured: ${caseId}`);
  const drawn = of.trials[Math.floor(random() * of.trials.length)];
  if (drawn === undefined) throw new Error(`no trial of ${caseId} was measured`);
  return {
    ...{ caseId, side, number, idle: false },
    stored: side === 'base' && number <= of.facts.storedTrials,
    probe: dry,
    took: { calls: 0, costUsd: 0 },
    firstRequestKey: side,
    fingerprint: side,
    ...{ outcome: drawn.outcome, standing: drawn.standing, cutShort: drawn.cutShort },
  };
}

/** One case that both passed and failed on base. Rates are 0..1; the interval is Jeffreys', 95 %. */
interface FlakyCase {
  readonly caseId: string;
  readonly passes: number;
  readonly trials: number;
  readonly interval: Interval;
}

export interface Flakes {
  readonly alwaysPass: number;
  readonly alwaysFail: number;
  /** No trial of it was determined. */
  readonly notMeasured: number;
  /** The most even first. */
  readonly flaky: readonly FlakyCase[];
}

export function findFlakes(cases: readonly MeasuredCase[]): Flakes {
  const counted = cases.map((each) => ({ caseId: each.facts.id, ...tallyOf(each) }));
  const measured = counted.filter(({ trials }) => trials > 0);
  const evenness = ({ passes, trials }: { passes: number; trials: number }): number => Math.abs(passes / trials - 0.5);
  return {
    alwaysPass: measured.filter(({ passes, trials }) => passes === trials).length,
    alwaysFail: measured.filter(({ passes }) => passes === 0).length,
    notMeasured: counted.length - measured.length,
    flaky: measured
      .filter(({ passes, trials }) => passes > 0 && passes < trials)
      .sort((a, b) => evenness(a) - evenness(b) || a.caseId.localeCompare(b.caseId))
      .map((each) => ({ ...each, interval: jeffreys(each.passes, each.trials, 0.95) })),
  };
}

/** What the gate can see in one slice. Rates are 0..1. */
export interface SlicePower {
  readonly slice: string;
  readonly cases: number;
  readonly rate: number;
  /** Smallest drop seen with 80 % power, by trials of head a case; null = not even a total drop. */
  readonly drops: readonly { readonly trials: number; readonly mde80: number | null }[];
}

/** The drop that every case of a slice shares and that each look finds, at the look's share of alpha over all slices. */
export function findPower(cases: readonly MeasuredCase[], policy: Policy): readonly SlicePower[] {
  const slices = new Map<string, MeasuredCase[]>();
  for (const each of cases) {
    if (!each.facts.gates || tallyOf(each).trials === 0) continue;
    for (const slice of each.facts.slices) slices.set(slice, [...(slices.get(slice) ?? []), each]);
  }
  return [...slices].map(([slice, members]) => {
    const { passes, trials } = sumTallies(members.map(tallyOf));
    const stored = members.reduce((sum, { facts }) => sum + facts.storedTrials, 0) / members.length;
    return {
      ...{ slice, cases: members.length, rate: passes / trials },
      drops: policy.looks.map((look, index) => ({
        trials: look,
        mde80: mde80({
          strata: members.length,
          trials0: Math.max(look, stored),
          trials1: look,
          // Shrunk by one pseudo trial: a rate of exactly 1 would promise that any drop is seen.
          rate: (passes + 0.5) / (trials + 1),
          level: (policy.alpha * policy.alphaSlicesShare * (policy.spend[index] ?? 0)) / slices.size,
        }),
      })),
    };
  });
}

/** What of the measured trials has no result. */
export interface Unmeasured {
  readonly trials: number;
  /** Cases that have such trials, and those that have no others. */
  readonly cases: number;
  readonly wholeCases: number;
}

export function findUnmeasured(cases: readonly MeasuredCase[]): Unmeasured {
  const tallies = cases.map(tallyOf).filter(({ undetermined }) => undetermined > 0);
  return {
    trials: sumTallies(tallies).undetermined,
    cases: tallies.length,
    wholeCases: tallies.filter(({ trials }) => trials === 0).length,
  };
}

function tallyOf({ trials }: MeasuredCase): Tally {
  return tally(trials);
}
