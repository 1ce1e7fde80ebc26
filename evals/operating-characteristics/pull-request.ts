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
import type { TrialRequest } from '../../src/replay/index.ts';
import type { Random } from '../../src/stats/index.ts';
import type { Corpus } from './corpus.ts';
import type { Side, World } from './scenarios.ts';

/** One simulated pull request, decided by the product. */
export interface Ended {
  readonly decision: Decision;
  /** Base and head trials bought; stored base trials and unaffected head trials cost nothing. */
  readonly runs: number;
  /** Processor time of all calls of `compare` together. */
  readonly cpuMs: number;
}

export type Decide = (corpus: Corpus, world: World, policy: Policy, random: Random) => Ended;

const MAX_ROUNDS = 100;

/** Asks `compare` what to run, runs it and asks again, as the gate does. */
export const runPullRequest: Decide = (corpus, world, policy, random) => {
  const lab = new Lab(corpus, world, random);
  let evidence = evidenceOf(corpus.facts);
  for (let rounds = 1; rounds <= MAX_ROUNDS; rounds++) {
    const next = lab.timed(() => nextTrials(evidence, policy));
    if (next.length === 0) {
      const decision = lab.timed(() => compare(evidence, policy));
      return { decision, runs: lab.runs, cpuMs: lab.cpuMs };
    }
    const trials = lab.run(next);
    evidence = lab.timed(() => withTrials(evidence, trials));
  }
  throw new Error(`compare still asks for trials after ${MAX_ROUNDS} rounds`);
};

/** Draws the trials of one simulated pull request; counts what they cost, and the time that deciding took. */
export class Lab {
  runs = 0;
  cpuMs = 0;
  readonly #facts: ReadonlyMap<string, CaseFacts>;
  readonly #world: World;
  readonly #random: Random;
  readonly #drawn = new Map<string, Record<Side, ScoredTrial>>();

  constructor(corpus: Corpus, world: World, random: Random) {
    this.#facts = new Map(corpus.facts.map((each) => [each.id, each]));
    this.#world = world;
    this.#random = random;
  }

  run(requests: readonly TrialRequest[]): ScoredTrial[] {
    return requests.map((request) => this.#runOne(request));
  }

  timed<T>(work: () => T): T {
    const started = process.threadCpuUsage();
    const result = work();
    this.cpuMs += process.threadCpuUsage(started).user / 1000;
    return result;
  }

  #runOne({ caseId, side, number, dry, resampleOf }: TrialRequest): ScoredTrial {
    const key = `${resampleOf ?? number} ${caseId}`;
    const pair = this.#drawn.get(key) ?? drawPair(required(this.#facts, caseId), number, this.#world, this.#random);
    this.#drawn.set(key, pair);
    const affected = pair.head.fingerprint !== pair.base.fingerprint;
    if (side === 'base' ? resampleOf !== undefined || !pair.base.stored : affected && dry !== true) this.runs++;
    if (resampleOf !== undefined) return resample(pair.base, number, this.#world, this.#random);
    return dry === true && affected ? { ...pair.head, probe: true } : pair[side];
  }
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
