import { attributed, type EstimatedEffect, factorEffects } from '../../src/compare/index.ts';
import { dividends, seededRandom, shapley, stratExact } from '../../src/stats/index.ts';
import { draw, type Harm, truth, type World } from './worlds.ts';

export interface Size {
  /** Simulated pull requests a world. */
  readonly runs: number;
  readonly seed: string;
}

/** Shares of the runs, or of those that block. */
export interface Measured {
  readonly blocked: number;
  /** Runs in which every interval held what it is an interval of: of factors, and of what they do together. */
  readonly covered: number;
  readonly coveredTogether: number;
  /** The same among the runs that block, of which alone attribution is asked; null = none did. */
  readonly coveredBlocked: number | null;
  /** Runs in which a factor that does nothing is seen to lower the pass rate. */
  readonly innocentSeen: number;
  /** Runs in which some factor is named. */
  readonly named: number;
  /** Of the runs that block: all guilty ones are named, and no other beside them. */
  readonly guiltyNamed: number | null;
  readonly guiltyAlone: number | null;
}

/** The gate's level for slices: .8 of alpha, at one look. */
const LEVEL = 0.008;
const EXACT = 1e-9;

/** Simulated outcomes through the product's own estimators; the gate's verdict on all factors together is that of its exact test. */
export function measure(world: World, { runs, seed }: Size): Measured {
  const values = truth(world);
  const [effects, joint] = [shapley(values), dividends(values)];
  const guilty: readonly number[] = guiltyIn(world.harm);
  const random = seededRandom(`${seed} ${world.name}`);
  const counts = { blocked: 0, covered: 0, together: 0, coveredBlocked: 0, innocent: 0, named: 0, all: 0, alone: 0 };
  for (let run = 0; run < runs; run++) {
    const { cells, whole } = draw(world, random);
    const found = factorEffects(cells, random);
    if (found === null) throw new Error('expected a case');
    const blocks = stratExact(whole).p <= LEVEL;
    const covers = found.effects.every((effect, index) => holds(effect, effects[index] ?? 0));
    const conclusion = attributed(blocks ? 'block' : 'pass', found);
    const named = conclusion.kind === 'factors' ? conclusion.factors : [];
    const isInnocent = (index: number): boolean => !guilty.includes(index);
    const allNamed = blocks && guilty.every((index) => named.includes(index));
    counts.blocked += Number(blocks);
    counts.covered += Number(covers);
    counts.coveredBlocked += Number(blocks && covers);
    counts.together += Number(found.interactions.every((one) => holds(one, joint[maskOf(one.factors)] ?? 0)));
    counts.innocent += Number(found.effects.some(({ high }, index) => isInnocent(index) && high < 0));
    counts.named += Number(named.length > 0);
    counts.all += Number(allNamed);
    counts.alone += Number(allNamed && !named.some(isInnocent));
  }
  const ofBlocked = (count: number): number | null => (counts.blocked === 0 ? null : count / counts.blocked);
  return {
    blocked: counts.blocked / runs,
    covered: counts.covered / runs,
    coveredTogether: counts.together / runs,
    coveredBlocked: ofBlocked(counts.coveredBlocked),
    innocentSeen: counts.innocent / runs,
    named: counts.named / runs,
    guiltyNamed: ofBlocked(counts.all),
    guiltyAlone: ofBlocked(counts.alone),
  };
}

export function guiltyIn(harm: Harm): readonly number[] {
  return harm.kind === 'none' ? [] : harm.guilty;
}

function holds({ low, high }: EstimatedEffect, value: number): boolean {
  return low <= value + EXACT && high >= value - EXACT;
}

function maskOf(factors: readonly number[]): number {
  return factors.reduce((mask, factor) => mask | (1 << factor), 0);
}
