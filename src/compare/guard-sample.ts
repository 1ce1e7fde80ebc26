import type { TrialRequest } from '../replay/index.ts';
import type { Stratum } from '../stats/index.ts';
import { isPairDetermined, swaps } from './case-arms.ts';
import { type CaseData, caseData } from './case-data.ts';
import { affectedNumbers } from './case-history.ts';
import type { Tally } from './decision.ts';
import type { Policy } from './evidence.ts';
import { absent, numbered, range } from './numbers.ts';
import { openHeadNumber, reservoirOf } from './sample.ts';
import { PROBES } from './sample-pairs.ts';
import { tally } from './tally.ts';
import type { CaseTrials, Pair } from './trials.ts';

const TRIALS_MIN = 5;
const TRIALS_FACTOR = 1.5;
const CASE_TRIALS = 5;

/** What the guard reads of one case of a slice. */
export interface GuardSample {
  readonly base: Tally;
  readonly head: Tally;
  readonly stratum: Stratum;
  readonly wanted: readonly TrialRequest[];
}

/** T' of a slice that was rejected at T. */
export function guardDepth(depth: number): number {
  return Math.max(TRIALS_MIN, Math.ceil(TRIALS_FACTOR * depth));
}

/**
 * Open: `depth` base trials drawn now, and head's first `depth` (those that the look read, topped up now). Prefix: head's first
 * `depth` affected trials, topped up as far as there are any, each against base sampled anew from where that trial left
 * base's path.
 */
export function guardSample(data: CaseData, depth: number, policy: Policy): GuardSample {
  const topped = caseData(data.trials, depth);
  return topped.affectedness === 'prefix' ? prefixSample(topped, depth, policy) : openSample(data, depth, policy);
}

function openSample({ trials }: CaseData, depth: number, policy: Policy): GuardSample {
  const baseNumbers = guardNumbers(trials, depth, policy);
  const headNumbers = range(0, depth - 1).map((index) => openHeadNumber(trials, index));
  const base = tally(numbered(trials.base, baseNumbers));
  const head = tally(numbered(trials.head, headNumbers));
  return {
    ...{ base, head, stratum: labels(base, head) },
    wanted: [...absent(trials, 'base', baseNumbers), ...absent(trials, 'head', headNumbers)],
  };
}

function prefixSample({ trials, sample }: CaseData, depth: number, policy: Policy): GuardSample {
  const numbers = sample.affected.slice(0, depth);
  const again = resampled(trials, numbers, numbers.length, policy);
  const pairs = again.pairs.filter(isPairDetermined);
  return {
    base: tally(pairs.map(({ base }) => base)),
    head: tally(pairs.map(({ head }) => head)),
    stratum: swaps(pairs),
    wanted: [...sample.wanted, ...again.wanted],
  };
}

/** Base's trials that decide whether a broken case stays so, and those that are missing. */
export function guardCase(data: CaseData, policy: Policy): { base: Tally; wanted: readonly TrialRequest[] } {
  const { trials } = data;
  if (data.affectedness !== 'prefix') {
    const numbers = guardNumbers(trials, CASE_TRIALS, policy);
    return { base: tally(numbered(trials.base, numbers)), wanted: absent(trials, 'base', numbers) };
  }
  const { pairs, wanted } = resampled(trials, affectedNumbers(data), CASE_TRIALS, policy);
  return { base: tally(pairs.map(({ base }) => base)), wanted };
}

/**
 * Base's trials that were compared, out of the store or drawn in this run (arm 0), against those that the guard drew for the same
 * case; null = there is nothing to compare. Where a guard trial follows an earlier one's beginning, the two are a pair.
 */
export function movedStratum({ trials, sample, affectedness }: CaseData, policy: Policy): Stratum | null {
  const first = firstGuardNumber(trials, policy);
  if (affectedness === 'prefix') {
    const pairs = sample.affected.flatMap((number, index) => againPair(trials, number, first + index) ?? []);
    return pairs.length === 0 ? null : swaps(pairs.filter(isPairDetermined));
  }
  const before = tally(sample.base);
  const fresh = tally([...trials.base.values()].filter(({ number }) => number >= first));
  return before.trials === 0 || fresh.trials === 0 ? null : labels(before, fresh);
}

type Counted = Pick<Tally, 'trials' | 'passes'>;

function labels(arm0: Counted, arm1: Counted): Stratum {
  return { kind: 'labels', n0: arm0.trials, s0: arm0.passes, n1: arm1.trials, s1: arm1.passes };
}

/** Base's stored trials of one case (arm 0) against `count` drawn now, and what is missing of these. */
export function freshStratum(
  data: CaseData,
  count: number,
  policy: Policy,
): { stratum: Stratum; wanted: readonly TrialRequest[] } {
  const { trials, sample, affectedness } = data;
  if (affectedness !== 'prefix') {
    const numbers = guardNumbers(trials, count, policy);
    const stratum = labels(tally(sample.base), tally(numbered(trials.base, numbers)));
    return { stratum, wanted: absent(trials, 'base', numbers) };
  }
  const first = firstGuardNumber(trials, policy);
  const followed = followable(data).slice(0, count);
  const { wanted } = resampled(trials, followed, followed.length, policy);
  const pairs = followed.flatMap((number, index) => againPair(trials, number, first + index) ?? []);
  return { stratum: swaps(pairs.filter(isPairDetermined)), wanted };
}

/** The same if base passed each of them. */
export function bestFreshStratum(data: CaseData, count: number): Stratum {
  const { trials, sample, affectedness } = data;
  if (affectedness !== 'prefix') {
    return labels(tally(sample.base), { trials: count, passes: count });
  }
  const before = tally(numbered(trials.base, followable(data).slice(0, count)));
  const failures = before.trials - before.passes;
  return { kind: 'swaps', discordant: failures, wins1: failures };
}

/** How many trials of base can be drawn again of a case: of one that shares a beginning, as many as head left it in. */
export function mostFresh(data: CaseData): number {
  return data.affectedness === 'prefix' ? followable(data).length : Number.POSITIVE_INFINITY;
}

/** The numbers on which head ran on after it had left base's path, as the guard follows them. */
function followable({ sample }: CaseData): number[] {
  const ran = new Set(sample.head.map(({ number }) => number));
  return sample.affected.filter((number) => ran.has(number));
}

/** A stored trial of base and the one that began as it did. */
function againPair(trials: CaseTrials, number: number, again: number): Pair | null {
  const [before, fresh] = [trials.base.get(number), trials.base.get(again)];
  return before === undefined || fresh === undefined ? null : { number, base: before, head: fresh };
}

/** The i-th guard trial follows the i-th of these head trials; where there are fewer, they are followed again. */
function resampled(
  trials: CaseTrials,
  affected: readonly number[],
  count: number,
  policy: Policy,
): { pairs: Pair[]; wanted: TrialRequest[] } {
  const first = firstGuardNumber(trials, policy);
  const pairs: Pair[] = [];
  const wanted: TrialRequest[] = [];
  for (let index = 0; index < count; index++) {
    const number = affected[index % affected.length];
    if (number === undefined) break;
    const head = trials.head.get(number);
    const base = trials.base.get(first + index);
    if (base === undefined) {
      wanted.push({ caseId: trials.facts.id, side: 'base', number: first + index, resampleOf: number });
    } else if (head !== undefined) pairs.push({ number, base, head });
  }
  return { pairs, wanted };
}

function guardNumbers(trials: CaseTrials, count: number, policy: Policy): number[] {
  const first = firstGuardNumber(trials, policy);
  return range(first, first + count - 1);
}

/** Above every number that the looks, the guard's own topping up, the case rule and the reservoir use. */
function firstGuardNumber({ facts }: CaseTrials, { looks, maxConfirmTrials }: Policy): number {
  const deepest = PROBES * guardDepth(looks.at(-1) ?? 1);
  return reservoirOf(facts) + Math.max(deepest, maxConfirmTrials + (looks[0] ?? 1)) + 1;
}
