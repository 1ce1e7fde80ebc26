import type { Policy } from '../../src/compare/index.ts';
import { type CorpusKind, DETERMINISTIC, FLAKY, REFERENCE, SMALL, TINY_SLICE } from './corpus.ts';
import {
  concentratedDrop,
  diffuseDrop,
  drift,
  fiveBroken,
  improvement,
  type MakeWorld,
  prefixed,
  shared,
  unchanged,
} from './scenarios.ts';

/** The product's defaults. */
export const POLICY: Policy = {
  alpha: 0.01,
  alphaSlicesShare: 0.8,
  looks: [1, 2, 3, 5, 8],
  spend: [0.3, 0.2, 0.2, 0.15, 0.15],
  futility: 0.4,
  budgetRuns: null,
  protectMin: 0.8,
  deltaRelevant: 0.05,
  minEffect: 0,
  maxConfirmTrials: 28,
};

export const FIXED: Policy = { ...POLICY, looks: [3], spend: [1] };

/** A bound on one figure of a row; rates are 0..1, runs are per case. `upper`: the 95 % upper limit counts, not the rate. */
export type Goal =
  | { readonly figure: 'blocks' | 'recall' | 'runs'; readonly atLeast: number }
  | { readonly figure: 'blocks' | 'upper' | 'runs'; readonly atMost: number };

export interface Row {
  readonly name: string;
  readonly corpus: CorpusKind;
  readonly storedTrials: number;
  readonly world: MakeWorld;
  readonly goals: readonly Goal[];
  /** Share of the asked-for number of pull requests. */
  readonly weight: number;
}

const RESERVOIR = 20;
const quiet: Goal = { figure: 'blocks', atMost: 0.01 };
const finds = (atLeast: number): Goal => ({ figure: 'blocks', atLeast });
const runs = (atMost: number): Goal => ({ figure: 'runs', atMost });

const changes: readonly [string, CorpusKind, MakeWorld, readonly Goal[], readonly Goal[]][] = [
  [
    'A/A',
    REFERENCE,
    unchanged,
    [quiet, { figure: 'upper', atMost: 0.012 }, runs(2.4)],
    [quiet, { figure: 'upper', atMost: 0.012 }, runs(1.35)],
  ],
  ['slice 95->60, diffuse', REFERENCE, diffuseDrop(0.6), [finds(0.95)], [finds(0.95)]],
  ['slice 95->60, concentrated', REFERENCE, concentratedDrop(0.6), [finds(0.95)], [finds(0.95)]],
  ['slice 95->85, diffuse', REFERENCE, diffuseDrop(0.85), [], [finds(0.7)]],
  ['slice 95->85, concentrated', REFERENCE, concentratedDrop(0.85), [], [finds(0.7)]],
  [
    'five broken cases',
    REFERENCE,
    fiveBroken,
    [{ figure: 'recall', atLeast: 0.95 }],
    [{ figure: 'recall', atLeast: 0.95 }],
  ],
  ['n=10 slice 95->60', TINY_SLICE, diffuseDrop(0.6), [finds(0.9)], [finds(0.9)]],
  ['improvement 60->95', REFERENCE, improvement, [quiet], [quiet]],
  ['80 cases, A/A', SMALL, unchanged, [quiet, runs(3)], [quiet, runs(1.7)]],
  ['80 cases, 95->60', SMALL, diffuseDrop(0.6), [], []],
  ['all flaky, A/A', FLAKY, unchanged, [quiet, runs(2.8)], [quiet, runs(2.3)]],
  ['deterministic, A/A', DETERMINISTIC, unchanged, [quiet], [quiet]],
  ['shared 1/3 open, a=.5 hard', REFERENCE, shared(0.5, 0.2), [quiet], [quiet]],
  ['shared 1/3 open, a=.2 hard', REFERENCE, shared(0.2, 0.3), [quiet], [quiet]],
  ['shared 1/3 open, a=.05 hard', REFERENCE, shared(0.05, 0.4), [quiet], [quiet]],
  ['all prefix, a=.2 hard', REFERENCE, prefixed(0.2, 0.3), [quiet], [quiet]],
];

const loud: Goal = { figure: 'blocks', atMost: 0.02 };
const drifts: readonly [string, MakeWorld][] = [
  ...[0.99, 0.98, 0.97, 0.96, 0.95, 0.93, 0.9, 0.85, 0.8].map((factor): [string, MakeWorld] => [
    `drift x ${factor}`,
    drift(factor, 'everywhere'),
  ]),
  ['drift x .9, one slice', drift(0.9, 'target slice')],
  ['drift x .5, five cases', drift(0.5, 'five cases')],
];

export const ROWS: readonly Row[] = [
  ...changes.flatMap(([name, corpus, world, pairs, reservoir]): Row[] => {
    const weight = name === 'A/A' ? 10 : 1;
    return [
      { name: `pairs: ${name}`, corpus, storedTrials: 0, world, goals: pairs, weight },
      { name: `reservoir: ${name}`, corpus, storedTrials: RESERVOIR, world, goals: reservoir, weight },
    ];
  }),
  ...drifts.map(
    ([name, world]): Row => ({
      name: `reservoir: ${name}`,
      corpus: REFERENCE,
      storedTrials: RESERVOIR,
      world,
      goals: [loud],
      weight: 1,
    }),
  ),
];
