import { seededRandom } from '../../src/stats/index.ts';
import { type Anchor, anyFlipWithRetries, overallThreshold, unpairedFisher, unpairedZ } from './anchors.ts';
import { drawCorpus } from './corpus.ts';
import { oneSidedFilter } from './one-sided-filter.ts';
import { runPullRequest } from './pull-request.ts';
import { fixedDesign, POLICY, type Row } from './rows.ts';

/** Sums over simulated pull requests; sums of two parts add up field by field. */
export interface Sums {
  readonly requests: number;
  readonly blocks: number;
  readonly passes: number;
  readonly inconclusive: number;
  readonly brokenCases: number;
  readonly flagged: number;
  /** Per case of the corpus. */
  readonly runs: number;
  readonly cpuMs: readonly number[];
  readonly anchors: Readonly<Record<string, AnchorSums>>;
}

/** What another gate did with `requests` of the row's pull requests; runs per case. */
export interface AnchorSums {
  readonly requests: number;
  readonly blocks: number;
  readonly runs: number;
}

/** So many pull requests of a row are shown to the other gates too: their errors are large, and their runs many. */
const ANCHORED_REQUESTS = 50;

const FIXED_TRIALS = [1, 3, 5, 10];

const ANCHORS: Readonly<Record<string, Anchor>> = {
  'overall threshold -2 pp': overallThreshold,
  'any flip, 3 tries': anyFlipWithRetries,
  'unpaired Fisher': unpairedFisher,
  'unpaired z': unpairedZ,
};

/** Simulates pull requests `from` to `to - 1` of a row. The seed and the request's number fix everything. */
export function measure(row: Row, seed: number, from: number, to: number): Sums {
  let sums = NOTHING;
  for (let request = from; request < to; request++) {
    const anchored = request < ANCHORED_REQUESTS;
    sums = add(sums, measureOne(row, `${seed} ${row.name} ${request}`, anchored));
  }
  return sums;
}

export const NOTHING: Sums = {
  ...{ requests: 0, blocks: 0, passes: 0, inconclusive: 0, brokenCases: 0, flagged: 0, runs: 0 },
  cpuMs: [],
  anchors: {},
};

export function add(a: Sums, b: Sums): Sums {
  const names = [...new Set([...Object.keys(a.anchors), ...Object.keys(b.anchors)])];
  const at = (sums: Sums, name: string) => sums.anchors[name] ?? { requests: 0, blocks: 0, runs: 0 };
  return {
    requests: a.requests + b.requests,
    blocks: a.blocks + b.blocks,
    passes: a.passes + b.passes,
    inconclusive: a.inconclusive + b.inconclusive,
    brokenCases: a.brokenCases + b.brokenCases,
    flagged: a.flagged + b.flagged,
    runs: a.runs + b.runs,
    cpuMs: [...a.cpuMs, ...b.cpuMs],
    anchors: Object.fromEntries(
      names.map((name) => [
        name,
        {
          requests: at(a, name).requests + at(b, name).requests,
          blocks: at(a, name).blocks + at(b, name).blocks,
          runs: at(a, name).runs + at(b, name).runs,
        },
      ]),
    ),
  };
}

function measureOne(row: Row, seed: string, anchored: boolean): Sums {
  const random = seededRandom(seed);
  const corpus = drawCorpus(row.corpus, row.storedTrials, random);
  const world = row.world(corpus, row.corpus, random);
  const { decision, runs, cpuMs } = (row.decide ?? runPullRequest)(corpus, world, POLICY, random);
  const cases = corpus.facts.length;
  const anchors = anchored ? measureAnchors(row, seed) : {};
  const regressed = decision.comparisons.filter(({ verdict, kind }) => verdict === 'regressed' && kind === 'slice');
  const named = new Set([
    ...decision.cases.filter(({ verdict }) => verdict === 'broken').map(({ caseId }) => caseId),
    ...regressed.flatMap(({ worse }) => worse),
  ]);
  return {
    requests: 1,
    blocks: decision.verdict === 'block' ? 1 : 0,
    passes: decision.verdict === 'pass' ? 1 : 0,
    inconclusive: decision.verdict === 'inconclusive' ? 1 : 0,
    brokenCases: world.broken.size,
    flagged: [...world.broken].filter((id) => named.has(id)).length,
    runs: runs / cases,
    cpuMs: [cpuMs],
    anchors,
  };
}

/**
 * What the row's other gates do on a corpus of the same kind. Those that know neither sharing nor a reservoir stand beside the
 * rows without one; the filter of one side only is for rows that share.
 */
function measureAnchors(row: Row, seed: string): Sums['anchors'] {
  if (row.anchors === 'none') return {};
  const random = seededRandom(`anchors ${seed}`);
  const corpus = drawCorpus(row.corpus, row.storedTrials, random);
  const world = row.world(corpus, row.corpus, random);
  const counted = ({ blocks, runs }: { blocks: boolean; runs: number }): AnchorSums => ({
    requests: 1,
    blocks: blocks ? 1 : 0,
    runs: runs / corpus.facts.length,
  });
  if (row.anchors === 'one-sided filter') return { [row.anchors]: counted(oneSidedFilter(corpus, world, random)) };
  const simple = Object.entries(ANCHORS).map(
    ([name, anchor]) => [name, counted(anchor(corpus, world, random))] as const,
  );
  const fixed = FIXED_TRIALS.map((trials) => {
    const { decision, runs } = runPullRequest(corpus, world, fixedDesign(trials), random);
    return [`fixed T=${trials}`, counted({ blocks: decision.verdict === 'block', runs })] as const;
  });
  return Object.fromEntries([...simple, ...fixed]);
}
