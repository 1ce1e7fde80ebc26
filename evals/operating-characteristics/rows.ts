import type { Policy } from '../../src/compare/index.ts';
import { type CorpusKind, DETERMINISTIC, FLAKY, REFERENCE, SMALL, TINY_SLICE, WIDE } from './corpus.ts';
import type { Decide } from './pull-request.ts';
import {
  badDay,
  concentratedDrop,
  diffuseDrop,
  drift,
  fiveBroken,
  fiveNearlyBroken,
  globalDrop,
  improvement,
  type MakeWorld,
  oneFlaky,
  prefixed,
  shared,
  unchanged,
} from './scenarios.ts';
import { runInTwoRounds } from './two-rounds.ts';

/** The product's defaults. */
export const POLICY: Policy = {
  alpha: 0.01,
  alphaSlicesShare: 0.8,
  looks: [1, 2, 3, 5, 8],
  spend: [0.3, 0.2, 0.2, 0.15, 0.15],
  futility: 0.4,
  budgetRuns: null,
  budgetCalls: null,
  budgetCostUsd: null,
  protectMin: 0.8,
  deltaRelevant: 0.05,
  minEffect: 0,
  maxConfirmTrials: 28,
};

/** The fixed designs: so many trials a side of every case, decided once. */
export function fixedDesign(trials: number): Policy {
  return { ...POLICY, looks: [trials], spend: [1] };
}

/**
 * A bound on one figure of a row; rates are 0..1, runs are per case. `upper`: the 95 % upper limit counts, not the rate.
 * `one-sided filter`: how often that other gate blocks; it must fail where ours does not.
 */
export type Goal =
  | { readonly figure: 'blocks' | 'recall' | 'runs' | 'one-sided filter'; readonly atLeast: number }
  | { readonly figure: 'blocks' | 'passes' | 'upper' | 'runs'; readonly atMost: number };

export interface Row {
  readonly name: string;
  readonly corpus: CorpusKind;
  readonly storedTrials: number;
  readonly world: MakeWorld;
  readonly goals: readonly Goal[];
  /** The gates that the same pull requests are shown to besides. */
  readonly anchors: 'others' | 'one-sided filter' | 'none';
  /** Share of the asked-for number of pull requests. */
  readonly weight: number;
  /** Left out = round by round, as on one machine. */
  readonly decide?: Decide;
}

const RESERVOIR = 20;
const quiet: Goal = { figure: 'blocks', atMost: 0.01 };
const finds = (atLeast: number): Goal => ({ figure: 'blocks', atLeast });
/** Many times the level: where all cases share a prefix nearly always, where a third does often enough. */
const filterFails = (atLeast: number): Goal => ({ figure: 'one-sided filter', atLeast });
const runs = (atMost: number): Goal => ({ figure: 'runs', atMost });

/** Rows without a goal are shown, not judged. */
const FOR_SHOW = 0.2;
/** The longest rows: the largest corpus, prefixes, drift away from its worst points. */
const LONG = 0.5;

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
  ['n=10 slice 95->60, concentrated', TINY_SLICE, concentratedDrop(0.6), [], []],
  ['five cases .97->.05', REFERENCE, fiveNearlyBroken, [], []],
  ['one case 1->.5', REFERENCE, oneFlaky, [], []],
  ['all rates x .965', REFERENCE, globalDrop(0.965), [], []],
  ['improvement 60->95', REFERENCE, improvement, [quiet], [quiet]],
  ['80 cases, A/A', SMALL, unchanged, [quiet, runs(3)], [quiet, runs(1.7)]],
  ['80 cases, 95->60', SMALL, diffuseDrop(0.6), [], []],
  ['80 cases, a broken case', SMALL, fiveBroken, [], []],
  ['all flaky, 95->60', FLAKY, diffuseDrop(0.6), [], []],
  ['deterministic, 95->60', DETERMINISTIC, diffuseDrop(0.6), [], []],
  ['2100 cases, A/A', WIDE, unchanged, [quiet], [quiet]],
  ['2100 cases, 95->60', WIDE, diffuseDrop(0.6), [], []],
  ['all flaky, A/A', FLAKY, unchanged, [quiet, runs(2.8)], [quiet, runs(2.3)]],
  ['deterministic, A/A', DETERMINISTIC, unchanged, [quiet], [quiet]],
  ['shared 1/3 open, a=.5 hard', REFERENCE, shared(0.5, 0.2), [quiet], [quiet, filterFails(0.03)]],
  ['shared 1/3 open, a=.2 hard', REFERENCE, shared(0.2, 0.3), [quiet], [quiet, filterFails(0.03)]],
  ['shared 1/3 open, a=.05 hard', REFERENCE, shared(0.05, 0.4), [quiet], [quiet, filterFails(0.03)]],
  ['all prefix, a=.5 hard', REFERENCE, prefixed(0.5, 0.2), [quiet], [quiet, filterFails(0.5)]],
  ['all prefix, a=.2 hard', REFERENCE, prefixed(0.2, 0.3), [quiet], [quiet, filterFails(0.5)]],
  ['all prefix, a=.05 hard', REFERENCE, prefixed(0.05, 0.4), [quiet], [quiet, filterFails(0.5)]],
];

const loud: Goal = { figure: 'blocks', atMost: 0.02 };
/** Where drift blocked most, when the guard was made: small enough not to be seen as such, large enough to be felt. */
const WORST_DRIFT = [0.97, 0.96, 0.95, 0.93];
const drifts: readonly [string, MakeWorld, number][] = [
  ...[0.99, 0.98, 0.97, 0.96, 0.95, 0.93, 0.9, 0.85, 0.8].map((factor): [string, MakeWorld, number] => [
    `drift x ${factor}`,
    drift(factor, 'everywhere'),
    WORST_DRIFT.includes(factor) ? 1 : LONG,
  ]),
  ...[0.98, 0.95, 0.9, 0.8].map((factor): [string, MakeWorld, number] => [
    `drift x ${factor}, one slice`,
    drift(factor, 'target slice'),
    LONG,
  ]),
  ...[0.9, 0.8, 0.5].map((factor): [string, MakeWorld, number] => [
    `drift x ${factor}, five cases`,
    drift(factor, 'five cases'),
    LONG,
  ]),
];

/** Nobody is told "pass" where a base that was stored on a bad day hides what head breaks. */
const seldomPasses: Goal = { figure: 'passes', atMost: 0.1 };
const badDays: readonly [string, CorpusKind, MakeWorld, readonly Goal[]][] = [
  ['95->60, base stored at 60', REFERENCE, badDay(0.6 / 0.95, 'target slice', 0.6), [seldomPasses]],
  ['95->60, base stored at 50', REFERENCE, badDay(0.5 / 0.95, 'target slice', 0.6), [seldomPasses]],
  ['95->60, all base stored x .63', REFERENCE, badDay(0.6 / 0.95, 'everywhere', 0.6), [seldomPasses]],
  ['n=10 slice 95->60, base stored at 60', TINY_SLICE, badDay(0.6 / 0.95, 'target slice', 0.6), []],
  ['95->75, base stored at 75', REFERENCE, badDay(0.75 / 0.95, 'target slice', 0.75), []],
  ['95->85, base stored at 85', REFERENCE, badDay(0.85 / 0.95, 'target slice', 0.85), []],
  ['A/A, base stored at 60', REFERENCE, badDay(0.6 / 0.95, 'target slice', null), [quiet]],
];

const recalls: Goal = { figure: 'recall', atLeast: 0.95 };
type ShardedRow = readonly [string, CorpusKind, number, MakeWorld, readonly Goal[]];

/** The plan of sharded runs: its first look alone takes two runs a case, four without a reservoir. */
const sharded: readonly ShardedRow[] = [0, RESERVOIR].flatMap((stored): ShardedRow[] => [
  ['A/A', REFERENCE, stored, unchanged, [quiet]],
  ['slice 95->60, diffuse', REFERENCE, stored, diffuseDrop(0.6), [finds(0.95)]],
  ['slice 95->85, diffuse', REFERENCE, stored, diffuseDrop(0.85), []],
  ['five broken cases', REFERENCE, stored, fiveBroken, [recalls]],
  ['n=10 slice 95->60', TINY_SLICE, stored, diffuseDrop(0.6), []],
  ['all prefix, a=.2 hard', REFERENCE, stored, prefixed(0.2, 0.3), [quiet]],
  ['drift x 0.95', REFERENCE, stored, drift(0.95, 'everywhere'), [loud]],
  ...badDays
    .filter(([, , , goals]) => stored > 0 && goals.includes(seldomPasses))
    .map(([name, corpus, world, goals]): ShardedRow => [name, corpus, stored, world, goals]),
]);

export const ROWS: readonly Row[] = [
  ...changes.flatMap(([name, corpus, world, pairs, reservoir]): Row[] => {
    const weight = (goals: readonly Goal[]): number =>
      name === 'A/A' ? 10 : goals.length === 0 ? FOR_SHOW : corpus === WIDE || name.includes('prefix') ? LONG : 1;
    const shares = reservoir.some(({ figure }) => figure === 'one-sided filter');
    return [
      {
        name: `pairs: ${name}`,
        corpus,
        storedTrials: 0,
        world,
        goals: pairs,
        anchors: shares ? 'none' : 'others',
        weight: weight(pairs),
      },
      {
        name: `reservoir: ${name}`,
        ...{ corpus, storedTrials: RESERVOIR, world, goals: reservoir, weight: weight(reservoir) },
        anchors: shares ? 'one-sided filter' : 'none',
      },
    ];
  }),
  ...drifts.map(
    ([name, world, weight]): Row => ({
      name: `reservoir: ${name}`,
      corpus: REFERENCE,
      storedTrials: RESERVOIR,
      world,
      goals: [loud],
      anchors: 'none',
      weight,
    }),
  ),
  ...badDays.map(
    ([name, corpus, world, goals]): Row => ({
      name: `reservoir: ${name}`,
      ...{ corpus, storedTrials: RESERVOIR, world, goals, anchors: 'none' },
      weight: goals.length === 0 ? FOR_SHOW : LONG,
    }),
  ),
  ...sharded.map(
    ([name, corpus, storedTrials, world, goals]): Row => ({
      name: `two rounds, ${storedTrials === 0 ? 'pairs' : 'reservoir'}: ${name}`,
      ...{ corpus, storedTrials, world, goals, anchors: 'none', decide: runInTwoRounds },
      weight: name === 'A/A' ? 2 : goals.length === 0 ? FOR_SHOW : LONG,
    }),
  ),
];
