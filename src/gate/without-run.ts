import type { Decision, GateReason, GateVerdict, SideCounts } from '../compare/index.ts';
import type { Corpus } from '../corpus/index.ts';
import type { Adoption, JudgedTrial } from '../report/index.ts';
import type { GatePlan } from './plan.ts';
import { withUntriedPins } from './untried-pins.ts';

const NOTHING: SideCounts = {
  attempted: 0,
  determined: 0,
  undetermined: 0,
  errored: 0,
  diverged: 0,
  notCovered: 0,
  assisted: 0,
  unaffected: 0,
  stored: 0,
  missing: 0,
};

/** The decision that stands before any trial; null = trials have to decide. */
export function decisionWithoutRun(plan: GatePlan): Decision | null {
  const { changes, corpus } = plan;
  if (plan.bootstrap !== null) {
    const why = typeof plan.bootstrap === 'string' ? 'only the gate itself runs head alone' : plan.bootstrap.refused;
    return decided('error', { kind: 'bootstrap', why: `there are no settings to compare base and head by: ${why}` });
  }
  if (changes.notAffected !== null)
    return decided('not_affected', { kind: 'nothing_changed', why: changes.notAffected });
  if (corpus.cases.length > 0) return null;
  return decided('error', { kind: 'nothing_exercised', why: `${emptyInWords(corpus)}: there is nothing to replay` });
}

function emptyInWords({ files, problems, retired }: Corpus): string {
  if (files.length === 0) return 'no file matches the corpus globs';
  if (retired > 0 && problems.length === 0) return 'every case of the corpus is retired';
  return 'no case could be read from the corpus';
}

/** The kind of adoption where head alone is run; null = base and head are compared, or nothing is. */
export function adoptionKind({ bootstrap }: GatePlan): Adoption['kind'] | null {
  return typeof bootstrap === 'string' ? bootstrap : null;
}

/** The decision that stands before any shard; null = trials have to decide. */
export function decisionWithoutShards(plan: GatePlan): Decision | null {
  return adoptionKind(plan) === null ? decisionWithoutRun(plan) : null;
}

/** What the evidence says, as far as corpus and models let it say anything. */
export function asFound(decision: Decision, plan: GatePlan, judged: readonly JudgedTrial[]): Decision {
  return withUntriedPins(withCorpus(decision, plan.corpus), plan.changes, judged);
}

/**
 * A corpus that could not be read whole may have lost the very cases that head breaks: what would pass is then no pass. A
 * line is a matter of one case; a file that ends early is one of nobody knows how many.
 */
export function withCorpus(decision: Decision, corpus: Corpus): Decision {
  const files = corpus.problems.filter(({ line }) => line === null).length;
  const lines = corpus.files.reduce((sum, file) => sum + file.problems, 0) - files;
  if (files + lines === 0 || decision.verdict !== 'pass') return decision;
  const reason: GateReason = { kind: 'corpus_unreadable', lines, files };
  return { ...decision, verdict: files > 0 ? 'error' : 'inconclusive', reasons: [reason, ...decision.reasons] };
}

function decided(verdict: GateVerdict, reason: GateReason): Decision {
  return {
    verdict,
    reasons: [reason],
    comparisons: [],
    cases: [],
    staleReservoirP: null,
    next: [],
    base: NOTHING,
    head: NOTHING,
  };
}
