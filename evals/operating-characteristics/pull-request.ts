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

/** What is settled of one number of a case: whether head leaves base's path there, and the sides that were drawn. */
interface Drawn {
  readonly affected: boolean;
  readonly shift: number;
  base: ScoredTrial | null;
  head: ScoredTrial | null;
}

const PASS = { kind: 'pass' } as const;
const FAIL = { kind: 'fail', reason: 'drawn' } as const;
const TOOK = { calls: 1, costUsd: 0 };

/** Draws the trials of one simulated pull request; counts what they cost, and the time that deciding took. */
export class Lab {
  runs = 0;
  cpuMs = 0;
  readonly #facts: ReadonlyMap<string, CaseFacts>;
  readonly #world: World;
  readonly #random: Random;
  /** By case, then by number. */
  readonly #drawn = new Map<string, (Drawn | undefined)[]>();

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
    const facts = this.#facts.get(caseId);
    if (facts === undefined) throw new Error(`compare asked for unknown case ${caseId}`);
    const drawn = this.#at(facts, resampleOf ?? number);
    if (resampleOf !== undefined) {
      this.runs++;
      const again = this.#draw(facts, 'base', number, drawn);
      return { ...again, firstRequestKey: 'same', fingerprint: 'again' };
    }
    if (side === 'base') {
      const base = this.#base(facts, number, drawn);
      if (!base.stored) this.runs++;
      return base;
    }
    if (drawn.affected && dry !== true) this.runs++;
    const head = this.#head(facts, number, drawn);
    return dry === true && drawn.affected ? { ...head, probe: true } : head;
  }

  #at({ id }: CaseFacts, number: number): Drawn {
    const numbers = this.#drawn.get(id) ?? [];
    this.#drawn.set(id, numbers);
    const known = numbers[number];
    if (known !== undefined) return known;
    const sharing = this.#world.sharing(id);
    const affected = sharing === null || this.#random() < sharing.affected;
    const shift = sharing === null ? 0 : hardShift(sharing, affected);
    const drawn = { affected, shift, base: null, head: null };
    numbers[number] = drawn;
    return drawn;
  }

  #base(facts: CaseFacts, number: number, drawn: Drawn): ScoredTrial {
    drawn.base ??= this.#draw(facts, 'base', number, drawn);
    return drawn.base;
  }

  #head(facts: CaseFacts, number: number, drawn: Drawn): ScoredTrial {
    drawn.head ??= drawn.affected
      ? this.#draw(facts, 'head', number, drawn)
      : { ...this.#base(facts, number, drawn), side: 'head', stored: false };
    return drawn.head;
  }

  #draw({ id, storedTrials }: CaseFacts, side: Side, number: number, { affected, shift }: Drawn): ScoredTrial {
    const stored = side === 'base' && number <= storedTrials;
    const rate = Math.min(1, Math.max(0, this.#world.rate(id, side, stored) + shift));
    return {
      caseId: id,
      side,
      number,
      standing: 'hermetic',
      firstRequestKey: this.#world.sharing(id) === null ? side : 'same',
      fingerprint: affected ? side : 'same',
      idle: false,
      cutShort: false,
      stored,
      probe: false,
      outcome: this.#random() < rate ? PASS : FAIL,
      took: TOOK,
    };
  }
}

/** Affected trials are harder by `hardness`, the others easier by as much as keeps the case's rate. */
function hardShift({ affected, hardness }: { affected: number; hardness: number }, isAffected: boolean): number {
  return isAffected ? -hardness : affected === 1 ? 0 : (hardness * affected) / (1 - affected);
}
