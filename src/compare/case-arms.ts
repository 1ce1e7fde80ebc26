import type { Side } from '../replay/index.ts';
import type { Stratum } from '../stats/index.ts';
import type { CaseData, EvidenceStratum } from './case-data.ts';
import { isAffected } from './classify.ts';
import type { Sample } from './sample.ts';
import { tally } from './tally.ts';
import { isDetermined, isPass, type Pair } from './trials.ts';

/** What a case brings to tests, e-values and rates. */
type Arms = Pick<CaseData, 'effect' | 'stratum' | 'evidence' | 'firstHead'>;

const NOTHING: Arms = { effect: null, stratum: null, evidence: null, firstHead: null };

/** Nothing was shared, so every determined trial counts and the labels within the case are exchangeable under the null. */
export function openCase(sample: Sample, isStored: boolean): Arms {
  const [base, head] = [tally(sample.base), tally(sample.head)];
  const firstHead = sample.head.find(isDetermined) ?? null;
  if (base.trials === 0 || head.trials === 0) return { ...NOTHING, firstHead };
  const arms = { n0: base.trials, s0: base.passes, n1: head.trials, s1: head.passes };
  const pairs = Math.min(base.trials, head.trials);
  return {
    effect: { baseRate: base.passes / base.trials, affectedShare: 1, pairs, ...arms },
    stratum: { kind: 'labels', ...arms },
    evidence: isStored ? { kind: 'history', ...arms } : pairEvidence(sample.pairs.filter(isPairDetermined)),
    firstHead,
  };
}

/**
 * Base's stored trials on the affected numbers alone, head's on the first `depth` of them. A head trial is tied to the base
 * trial whose beginning it shares, which makes the test of labels conservative, not exact.
 */
export function prefixStored({ base, head, affected }: Sample, depth: number): Arms {
  const ofBase = new Set(affected);
  const ofHead = new Set(affected.slice(0, depth));
  const heads = head.filter(({ number }) => ofHead.has(number));
  const firstHead = heads.find(isDetermined) ?? null;
  const all = tally(base);
  const arm0 = tally(base.filter(({ number }) => ofBase.has(number)));
  const arm1 = tally(heads);
  if (arm0.trials === 0 || arm1.trials === 0) return { ...NOTHING, firstHead };
  const arms = { n0: arm0.trials, s0: arm0.passes, n1: arm1.trials, s1: arm1.passes };
  return {
    effect: {
      ...{ baseRate: all.passes / all.trials, affectedShare: affected.length / base.length, pairs: base.length },
      ...arms,
    },
    stratum: { kind: 'labels', ...arms },
    evidence: { kind: 'history', ...arms },
    firstHead,
  };
}

/**
 * Both arms keep exactly the affected pairs. Leaving unaffected trials out on one side only would compare base's average
 * with head's harder trials and block unchanged pull requests. A pair that is undetermined on some side tells nothing about
 * passes and is left out whole.
 */
export function prefixPairs(sample: Sample): Arms {
  const affected = sample.pairs.filter(isAffected);
  const firstHead = affected.find(({ base, head }) => isDetermined(base) && isDetermined(head))?.head ?? null;
  const pairs = sample.pairs.filter(isPairDetermined);
  if (pairs.length === 0) return { ...NOTHING, firstHead };
  const compared = affected.filter(isPairDetermined);
  return {
    effect: {
      baseRate: passesOf(pairs, 'base') / pairs.length,
      affectedShare: compared.length / pairs.length,
      n0: compared.length,
      s0: passesOf(compared, 'base'),
      n1: compared.length,
      s1: passesOf(compared, 'head'),
      pairs: pairs.length,
    },
    stratum: swaps(compared),
    evidence: pairEvidence(compared),
    firstHead,
  };
}

/** Pairs of which both trials are determined: under the null each discordant one is as likely to be either way. */
export function swaps(pairs: readonly Pair[]): Stratum {
  const discordant = pairs.filter(({ base, head }) => isPass(base) !== isPass(head));
  return { kind: 'swaps', discordant: discordant.length, wins1: passesOf(discordant, 'head') };
}

function pairEvidence(pairs: readonly Pair[]): EvidenceStratum {
  const count = { both: 0, only0: 0, only1: 0, neither: 0 };
  for (const { base, head } of pairs) {
    if (isPass(base)) count[isPass(head) ? 'both' : 'only0']++;
    else count[isPass(head) ? 'only1' : 'neither']++;
  }
  return { kind: 'pairs', ...count };
}

export function unaffectedCase({ pairs }: Sample): Arms {
  const base = tally(pairs.map((pair) => pair.base));
  if (base.trials === 0) return NOTHING;
  const baseRate = base.passes / base.trials;
  return { ...NOTHING, effect: { baseRate, affectedShare: 0, n0: 0, s0: 0, n1: 0, s1: 0, pairs: base.trials } };
}

function passesOf(pairs: readonly Pair[], side: Side): number {
  return pairs.filter((pair) => isPass(pair[side])).length;
}

export function isPairDetermined({ base, head }: Pair): boolean {
  return isDetermined(base) && isDetermined(head);
}
