import {
  type CaseFacts,
  compare,
  type Decision,
  evidenceOf,
  nextTrials,
  type Policy,
  type ScoredTrial,
  withTrials,
} from '../../src/compare/index.ts';
import type { Random } from '../../src/stats/index.ts';
import type { Corpus } from './corpus.ts';
import type { Side, World } from './scenarios.ts';

/** One simulated pull request, decided by the product. */
export interface Ended {
  readonly decision: Decision;
  /** Base and head trials bought; stored base trials and unaffected head trials cost nothing. */
  readonly runs: number;
  /** Calls of `compare` and the time they took together. */
  readonly rounds: number;
  readonly cpuMs: number;
}

const MAX_ROUNDS = 100;

export function runPullRequest(corpus: Corpus, world: World, policy: Policy, random: Random): Ended {
  const facts = new Map(corpus.facts.map((each) => [each.id, each]));
  const draws = new Map<string, Record<Side, ScoredTrial>>();
  let evidence = evidenceOf(corpus.facts);
  let runs = 0;
  let cpuMs = 0;
  for (let rounds = 1; rounds <= MAX_ROUNDS; rounds++) {
    const started = process.threadCpuUsage();
    const next = nextTrials(evidence, policy);
    const decision = next.length === 0 ? compare(evidence, policy) : null;
    cpuMs += process.threadCpuUsage(started).user / 1000;
    if (decision !== null) return { decision, runs, rounds, cpuMs };
    const trials: ScoredTrial[] = [];
    for (const { caseId, side, number, dry, resampleOf } of next) {
      const key = `${resampleOf ?? number} ${caseId}`;
      const pair = draws.get(key) ?? drawPair(required(facts, caseId), number, world, random);
      draws.set(key, pair);
      const affected = pair.head.fingerprint !== pair.base.fingerprint;
      if (resampleOf !== undefined) trials.push(resample(pair.base, number, world, random));
      else if (dry === true && affected) trials.push({ ...pair.head, probe: true });
      else trials.push(pair[side]);
      if (side === 'base' ? resampleOf !== undefined || !pair.base.stored : affected && dry !== true) runs++;
    }
    const adding = process.threadCpuUsage();
    evidence = withTrials(evidence, trials);
    cpuMs += process.threadCpuUsage(adding).user / 1000;
  }
  throw new Error(`compare still asks for trials after ${MAX_ROUNDS} rounds`);
}

const TOOK = { calls: 1, costUsd: 0 };

function drawPair(facts: CaseFacts, number: number, world: World, random: Random): Record<Side, ScoredTrial> {
  const stored = number <= facts.storedTrials;
  const sharing = world.sharing(facts.id);
  const affected = sharing === null || random() < sharing.affected;
  const shift = sharing === null ? 0 : hardShift(sharing, affected);
  const passes = (side: Side): boolean =>
    random() < Math.min(1, Math.max(0, world.rate(facts.id, side, stored && side === 'base') + shift));
  const basePasses = passes('base');
  const headPasses = affected ? passes('head') : basePasses;
  const make = (side: Side, pass: boolean): ScoredTrial => ({
    ...{ caseId: facts.id, side, number, standing: 'hermetic', idle: false, cutShort: false, probe: false, took: TOOK },
    stored: stored && side === 'base',
    firstRequestKey: sharing === null ? side : 'same',
    fingerprint: affected ? side : 'same',
    outcome: pass ? { kind: 'pass' } : { kind: 'fail', reason: 'drawn' },
  });
  return { base: make('base', basePasses), head: make('head', headPasses) };
}

/** Base drawn anew, now, after the beginning of an affected trial. */
function resample(base: ScoredTrial, number: number, world: World, random: Random): ScoredTrial {
  const sharing = world.sharing(base.caseId);
  const shift = sharing === null ? 0 : hardShift(sharing, true);
  const pass = random() < Math.min(1, Math.max(0, world.rate(base.caseId, 'base', false) + shift));
  return {
    ...{ ...base, number, stored: false, fingerprint: 'again' },
    outcome: pass ? { kind: 'pass' } : { kind: 'fail', reason: 'drawn' },
  };
}

/** Affected trials are harder by `hardness`, the others easier by as much as keeps the case's rate. */
function hardShift({ affected, hardness }: { affected: number; hardness: number }, isAffected: boolean): number {
  return isAffected ? -hardness : affected === 1 ? 0 : (hardness * affected) / (1 - affected);
}

function required(facts: ReadonlyMap<string, CaseFacts>, id: string): CaseFacts {
  const found = facts.get(id);
  if (found === undefined) throw new Error(`compare asked for unknown case ${id}`);
  return found;
}
