import type { CaseDifference } from '../../src/compare/index.ts';
import { betaQuantile, type Random, type Stratum } from '../../src/stats/index.ts';

/** Which factors make cases worse, by their index, and how. */
export type Harm =
  | { readonly kind: 'none' }
  /** Each multiplies the pass rate of every case that it touches. */
  | { readonly kind: 'diffuse'; readonly guilty: readonly number[]; readonly times: number }
  /** Each breaks a share of the cases that it touches: they pass in 2 %. */
  | { readonly kind: 'concentrated'; readonly guilty: readonly number[]; readonly share: number }
  /** All of them together multiply the pass rate, and fewer do nothing. */
  | { readonly kind: 'joint'; readonly guilty: readonly number[]; readonly times: number };

/** A repository with several kinds of change, whose truth is known. */
export interface World {
  readonly name: string;
  readonly factors: 2 | 3;
  readonly cases: number;
  /** Cases that change together; 1 = each alone. */
  readonly clusterSize: number;
  /** Share of the cases of which a factor changes some request: of the others it changes nothing at all. */
  readonly touched: number;
  readonly harm: Harm;
  /** How often those that block must name the guilty, at least; null = no goal. */
  readonly detection: number | null;
}

const DROP_TO_60 = 0.6 / 0.95;
const DROP_TO_85 = 0.85 / 0.95;
const FORTY = { cases: 40, clusterSize: 1, touched: 1, detection: null } as const;
const SOUGHT = { ...FORTY, detection: 0.95 } as const;

export const WORLDS: readonly World[] = [
  { name: 'nothing is worse, 2 factors', ...FORTY, factors: 2, harm: { kind: 'none' } },
  { name: 'nothing is worse, 3 factors that touch half', ...FORTY, factors: 3, touched: 0.5, harm: { kind: 'none' } },
  ...([2, 3] as const).flatMap((factors): World[] => [
    {
      ...{ name: `95 -> 60 in every case by one of ${factors}`, ...SOUGHT, factors },
      harm: { kind: 'diffuse', guilty: [0], times: DROP_TO_60 },
    },
    {
      ...{ name: `95 -> 60 in single cases by one of ${factors}`, ...SOUGHT, factors },
      harm: { kind: 'concentrated', guilty: [0], share: 0.37 },
    },
  ]),
  {
    ...{ name: '95 -> 60 by one of 3 that touch half of the cases', ...SOUGHT, factors: 3, touched: 0.5 },
    harm: { kind: 'diffuse', guilty: [0], times: DROP_TO_60 },
  },
  {
    ...{ name: '95 -> 60 by two of 3', ...SOUGHT, factors: 3 },
    harm: { kind: 'diffuse', guilty: [0, 1], times: DROP_TO_60 ** 0.5 },
  },
  {
    ...{ name: '95 -> 60 by two of 3, and only together', ...SOUGHT, factors: 3 },
    harm: { kind: 'joint', guilty: [0, 1], times: DROP_TO_60 },
  },
  {
    ...{ name: '95 -> 85 in every case by one of 3', ...FORTY, factors: 3 },
    harm: { kind: 'diffuse', guilty: [0], times: DROP_TO_85 },
  },
  {
    ...{ name: '20 cases, 95 -> 75 in single ones by one of 2', ...FORTY, cases: 20, factors: 2 },
    harm: { kind: 'concentrated', guilty: [0], share: 0.2 },
  },
  {
    ...{
      name: '20 clusters of 4 cases that break together, by one of 3',
      ...FORTY,
      cases: 80,
      clusterSize: 4,
      factors: 3,
    },
    harm: { kind: 'concentrated', guilty: [0], share: 0.37 },
  },
];

/** Trials a case, of base and of each combination. */
const TRIALS = 8;
const BROKEN = 0.02;

/** Pass rates of cases (STATISTICS 3.1): 92 % sure ones and 8 % flaky ones; the mean is .95. */
const RATES = [
  ...Array.from({ length: 460 }, (_, index) => betaQuantile((index + 0.5) / 460, 97, 3)),
  ...Array.from({ length: 40 }, (_, index) => betaQuantile((index + 0.5) / 40, 5, 2)),
];
const MEAN_RATE = RATES.reduce((sum, rate) => sum + rate, 0) / RATES.length;

/** One draw of all cases in all combinations. */
export interface Drawn {
  /** By combination, as `factorEffects` takes them. */
  readonly cells: readonly (readonly CaseDifference[])[];
  /** All factors together against base, as the gate's test takes it. */
  readonly whole: readonly Stratum[];
}

/**
 * All combinations of a case have its base trials in common, and those that ask the same requests have one sample of answers:
 * so it is in the experiment, whose answers stand in one lane. What a case's requests are says which factors touch it.
 */
export function draw({ factors, cases, clusterSize, touched, harm }: World, random: Random): Drawn {
  const cells = Array.from({ length: 2 ** factors }, (): CaseDifference[] => []);
  const whole: Stratum[] = [];
  let [touching, breaking] = [0, 0];
  for (let index = 0; index < cases; index++) {
    if (index % clusterSize === 0) {
      touching = maskOf(factors, touched, random);
      breaking = maskOf(factors, harm.kind === 'concentrated' ? harm.share : 0, random);
    }
    const rate = RATES[Math.floor(random() * RATES.length)] ?? MEAN_RATE;
    const base = passes(rate, random);
    const samples = new Map([[0, base]]);
    for (const [cell, found] of cells.entries()) {
      const active = cell & touching;
      const passed = samples.get(active) ?? passes(rateIn(harm, rate, active, breaking), random);
      samples.set(active, passed);
      const cluster = clusterSize === 1 ? null : `cluster-${Math.floor(index / clusterSize)}`;
      const difference = (passed - base) / TRIALS;
      if (cell > 0) found.push({ caseId: `case-${index}`, slices: ['all'], cluster, difference });
    }
    const passed = samples.get((cells.length - 1) & touching) ?? base;
    if (touching !== 0) whole.push({ kind: 'labels', n0: TRIALS, s0: base, n1: TRIALS, s1: passed });
  }
  return { cells, whole };
}

/** The pass rate of each combination less base's, for all cases that there could be. */
export function truth({ factors, touched, harm }: World): readonly number[] {
  const masks = Array.from({ length: 2 ** factors }, (_, mask) => mask);
  const share = harm.kind === 'concentrated' ? harm.share : 0;
  return masks.map((cell) => {
    let mean = 0;
    for (const touching of masks)
      for (const breaking of masks) {
        const chance = chanceOf(touching, factors, touched) * chanceOf(breaking, factors, share);
        mean += chance * (rateIn(harm, MEAN_RATE, cell & touching, breaking) - MEAN_RATE);
      }
    return mean;
  });
}

function rateIn(harm: Harm, rate: number, active: number, breaking: number): number {
  if (harm.kind === 'none') return rate;
  const doing = harm.guilty.filter((factor) => (active & (1 << factor)) !== 0);
  switch (harm.kind) {
    case 'diffuse':
      return rate * harm.times ** doing.length;
    case 'concentrated':
      return doing.some((factor) => (breaking & (1 << factor)) !== 0) ? BROKEN : rate;
    case 'joint':
      return doing.length === harm.guilty.length ? rate * harm.times : rate;
    default:
      return harm satisfies never;
  }
}

function passes(rate: number, random: Random): number {
  let count = 0;
  for (let trial = 0; trial < TRIALS; trial++) if (random() < rate) count += 1;
  return count;
}

function maskOf(factors: number, chance: number, random: Random): number {
  let mask = 0;
  for (let factor = 0; factor < factors; factor++) if (random() < chance) mask |= 1 << factor;
  return mask;
}

function chanceOf(mask: number, factors: number, chance: number): number {
  let product = 1;
  for (let factor = 0; factor < factors; factor++) product *= (mask & (1 << factor)) === 0 ? 1 - chance : chance;
  return product;
}
