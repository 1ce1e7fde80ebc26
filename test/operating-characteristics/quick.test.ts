import { describe, expect, it } from 'vitest';
import { drawCorpus, LARGE, REFERENCE, targetOf } from '../../evals/operating-characteristics/corpus.ts';
import { decisionCpuMs, slowness } from '../../evals/operating-characteristics/decision-cpu.ts';
import { figuresOf } from '../../evals/operating-characteristics/figures.ts';
import { measure, type Sums } from '../../evals/operating-characteristics/measure.ts';
import { ROWS, type Row } from '../../evals/operating-characteristics/rows.ts';
import { seededRandom } from '../../src/stats/index.ts';

const SEED = 11;

function rowNamed(name: string): Row {
  const row = ROWS.find((each) => each.name === name);
  if (row === undefined) throw new Error(`no row named ${name}`);
  return row;
}

const simulate = (name: string, requests: number): Sums =>
  measure({ ...rowNamed(name), anchors: 'none' }, SEED, 0, requests);
/** The same pull requests, shown to other gates too. */
const withAnchors = (name: string, requests: number): Sums => measure(rowNamed(name), SEED, 0, requests);

describe('the reference model', () => {
  it('has 650 cases in 12 slices, the target slice at 95 %', () => {
    let sum = 0;
    for (let seed = 0; seed < 20; seed++) {
      const corpus = drawCorpus(REFERENCE, 0, seededRandom(`corpus ${seed}`));
      expect(corpus.facts).toHaveLength(650);
      expect(corpus.slices.size).toBe(12);
      const ids = corpus.slices.get(targetOf(REFERENCE)) ?? [];
      sum += ids.reduce((total, id) => total + (corpus.rates.get(id) ?? 0), 0) / 40;
    }
    expect(sum / 20).toBeCloseTo(0.95, 1);
  });

  it('gives the same figures for the same seed', () => {
    const { cpuMs: _, ...first } = withAnchors('pairs: 80 cases, A/A', 3);
    const { cpuMs: __, ...again } = withAnchors('pairs: 80 cases, A/A', 3);
    expect(again).toEqual(first);
  });
});

describe('the decision, in simulated pull requests', () => {
  it('leaves unchanged ones alone, at the promised price, where a flip rule and its retries block them all', () => {
    const pairs = withAnchors('pairs: A/A', 10);
    expect(pairs.blocks).toBe(0);
    expect(pairs.runs / pairs.requests).toBeLessThan(2.6);
    expect(pairs.anchors['any flip, 3 tries']?.blocks).toBe(10);
    const reservoir = simulate('reservoir: A/A', 16);
    expect(reservoir.blocks).toBe(0);
    expect(reservoir.runs / reservoir.requests).toBeLessThan(1.5);
  });

  it.each(['pairs', 'reservoir'])('finds a slice that falls and five broken cases, with %s', (kind) => {
    expect(simulate(`${kind}: slice 95->60, diffuse`, 10).blocks).toBeGreaterThanOrEqual(9);
    const broken = simulate(`${kind}: five broken cases`, 6);
    expect(broken.blocks).toBe(6);
    expect(broken.flagged / broken.brokenCases).toBeGreaterThanOrEqual(0.9);
  });

  it('in two rounds leaves unchanged ones alone too, and finds what fell', () => {
    const quiet = simulate('two rounds, reservoir: A/A', 6);
    expect(quiet.blocks).toBe(0);
    expect(quiet.runs / quiet.requests).toBeLessThan(4.5);
    expect(simulate('two rounds, pairs: slice 95->60, diffuse', 6).blocks).toBeGreaterThanOrEqual(5);
    expect(simulate('two rounds, reservoir: drift x 0.95', 4).blocks).toBe(0);
  });

  it('passes little that a base stored on a bad day hides', () => {
    expect(simulate('reservoir: 95->60, base stored at 60', 5).passes).toBeLessThanOrEqual(2);
    expect(simulate('two rounds, reservoir: 95->60, base stored at 60', 3).passes).toBeLessThanOrEqual(1);
  });

  it('blocks for no sharing and for no drift of the provider', () => {
    for (const name of ['reservoir: shared 1/3 open, a=.2 hard', 'reservoir: drift x 0.9', 'reservoir: drift x 0.97'])
      expect(simulate(name, 5).blocks).toBe(0);
  });
});

it('would block for sharing, were unaffected trials left out on one side only', () => {
  for (const name of ['all prefix, a=.5 hard', 'all prefix, a=.2 hard']) {
    const sums = withAnchors(`reservoir: ${name}`, 4);
    expect(sums.blocks).toBe(0);
    expect(sums.anchors['one-sided filter']?.blocks).toBe(4);
  }
});

describe('deciding', () => {
  // The least of several, and by how fast this machine is: it may be another one, and busy with other things.
  it.each([
    ['pairs', 0],
    ['a reservoir', 20],
  ])('650 cases in 12 slices is not felt, with %s', (_, storedTrials) => {
    expect(Math.min(...decisionCpuMs(REFERENCE, storedTrials, 10, SEED, 2)) / slowness()).toBeLessThan(50);
  });

  it('10,000 cases in 100 overlapping slices takes at most 2 seconds', () => {
    expect(Math.min(...decisionCpuMs(LARGE, 0, 1, SEED, 0)) / slowness()).toBeLessThan(2000);
  });
});

describe('goals', () => {
  const row: Row = { ...rowNamed('pairs: A/A'), goals: [{ figure: 'blocks', atMost: 0.01 }] };
  const sums = (blocks: number, requests: number): Sums => ({
    ...{ requests, blocks, passes: 0, inconclusive: 0, brokenCases: 0, flagged: 0, runs: 2 * requests },
    cpuMs: [1],
    anchors: {},
  });

  it('are missed when the rate is above them', () => {
    expect(figuresOf(row, sums(11, 1000)).goals[0]?.met).toBe(false);
    expect(figuresOf(row, sums(10, 1000)).goals[0]?.met).toBe(true);
    expect(figuresOf(row, sums(9, 100)).goals[0]?.met).toBe(false);
  });

  it('stand beside the upper limit of Clopper and Pearson', () => {
    expect(figuresOf(row, sums(0, 300)).blocksUpper).toBeCloseTo(0.00994, 4);
    expect(figuresOf(row, sums(100, 10_000)).blocksUpper).toBeCloseTo(0.0118, 3);
  });
});
