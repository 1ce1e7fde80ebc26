import { normalQuantile, type Random, stratExact } from '../../src/stats/index.ts';
import type { Corpus } from './corpus.ts';
import type { World } from './scenarios.ts';

/** What other gates do, each with the trials that it usually gets: true = it blocks this pull request. */
export interface AnchorResult {
  readonly blocks: boolean;
  readonly runs: number;
}

export type Anchor = (corpus: Corpus, world: World, random: Random) => AnchorResult;

const THRESHOLD = 0.02;
const RETRIES = 3;
const LEVEL = 0.05;

/** (a) Block when the overall pass rate of head's one pass is 2 points below base's long-run rate. */
export const overallThreshold: Anchor = (corpus, world, random) => {
  const ids = [...corpus.rates.keys()];
  const known = ids.reduce((sum, id) => sum + world.rate(id, 'base', true), 0) / ids.length;
  const head = ids.filter((id) => random() < world.rate(id, 'head', false)).length / ids.length;
  return { blocks: head < known - THRESHOLD, runs: ids.length };
};

/** (b) Block when any case that passed on base fails on head three times in a row. */
export const anyFlipWithRetries: Anchor = (corpus, world, random) => {
  let blocks = false;
  let runs = 0;
  for (const id of corpus.rates.keys()) {
    const passed = random() < world.rate(id, 'base', false);
    runs += 2;
    let fails = random() >= world.rate(id, 'head', false);
    for (let retry = 1; passed && fails && retry < RETRIES; retry++) {
      fails = random() >= world.rate(id, 'head', false);
      runs++;
    }
    blocks ||= passed && fails;
  }
  return { blocks, runs };
};

/** (c) One pass a side; block when an unpaired, uncorrected test of any slice says p <= .05. */
export const unpairedFisher: Anchor = (corpus, world, random) =>
  unpaired(corpus, world, random, (n, base, head) => {
    return stratExact([{ kind: 'labels', n0: n, s0: base, n1: n, s1: head }]).p <= LEVEL;
  });

export const unpairedZ: Anchor = (corpus, world, random) =>
  unpaired(corpus, world, random, (n, base, head) => {
    const pooled = (base + head) / (2 * n);
    const deviation = Math.sqrt((2 * pooled * (1 - pooled)) / n);
    return deviation > 0 && (base - head) / n / deviation >= normalQuantile(1 - LEVEL);
  });

function unpaired(
  corpus: Corpus,
  world: World,
  random: Random,
  rejects: (n: number, base: number, head: number) => boolean,
): AnchorResult {
  let blocks = false;
  for (const ids of corpus.slices.values()) {
    const passes = (side: 'base' | 'head'): number => ids.filter((id) => random() < world.rate(id, side, false)).length;
    blocks = rejects(ids.length, passes('base'), passes('head')) || blocks;
  }
  return { blocks, runs: 2 * corpus.rates.size };
}
