import { describe, expect, it } from 'vitest';
import type { CaseFacts, Policy } from '../../src/compare/index.ts';
import { seededRandom } from '../../src/stats/index.ts';
import { casesOf, type GateRun, POLICY, runGate, type Sample, sliceNamed, type World } from './world.ts';

const LOOKS: Policy = { ...POLICY, looks: [1, 2, 3, 5, 8], spend: [0.3, 0.2, 0.2, 0.15, 0.15], budgetRuns: null };
const STORED = 20;
const stored = (slice: string, count: number): CaseFacts[] =>
  casesOf(slice, count).map((facts) => ({ ...facts, storedTrials: STORED }));

/** Pass rates of base's stored trials, of base now and of head. */
interface Rates {
  readonly stored: number;
  readonly now: number;
  readonly head: number;
}

/** Nothing is shared. Slices that are not named pass always. */
function open(slices: Readonly<Record<string, Rates>>, seed: string): World {
  const random = seededRandom(seed);
  const draw = (rate: number, more: Partial<Sample>): Sample => ({
    outcome: random() < rate ? 'pass' : 'fail',
    ...more,
  });
  return ({ id }, number) => {
    const rates = slices[id.split('-')[0] ?? ''] ?? { stored: 1, now: 1, head: 1 };
    const old = number <= STORED;
    return {
      base: draw(old ? rates.stored : rates.now, { stored: old, firstRequestKey: 'base' }),
      head: draw(rates.head, { firstRequestKey: 'head' }),
    };
  };
}

const freshBase = ({ evidence }: GateRun): { caseId: string; number: number }[] =>
  evidence.trials.filter(({ side, number }) => side === 'base' && number > STORED);

const corpus = [...stored('good', 60), ...stored('target', 30)];

describe('stored base trials of a bad day', () => {
  it.each([1, 2, 3])('hide no fall behind a pass: base is drawn again where head failed (%i)', (seed) => {
    const run = runGate(corpus, open({ target: { stored: 0.55, now: 1, head: 0.55 } }, `bad day ${seed}`), LOOKS);
    expect(run.decision.verdict).toBe('inconclusive');
    const slice = sliceNamed(run.decision, 'target');
    expect(slice.verdict).toBe('inconclusive');
    expect(slice.reasons[0]).toMatch(
      /^base passes more now than in its stored trials \(p .*\), behind which a loss may hide/,
    );
    expect(run.decision.staleReservoirP).toBeLessThanOrEqual(LOOKS.alpha);
    const drawn = freshBase(run);
    expect(drawn.length).toBe(60);
    const failed = new Set(
      run.evidence.trials.flatMap((one) => (one.side === 'head' && one.outcome.kind === 'fail' ? [one.caseId] : [])),
    );
    expect(drawn.every(({ caseId }) => failed.has(caseId))).toBe(true);
  });

  it('are no improvement of a head that is only better than they', () => {
    const run = runGate(corpus, open({ target: { stored: 0.2, now: 1, head: 0.6 } }, 'better than bad'), LOOKS);
    expect(sliceNamed(run.decision, 'target').verdict).toBe('inconclusive');
  });

  it('are found where head shares their beginning, too', () => {
    const random = seededRandom('prefix');
    const world: World = ({ id }, number) => {
      const rate = id.startsWith('target') ? 0.5 : 1;
      const outcome = (): 'pass' | 'fail' => (random() < rate ? 'pass' : 'fail');
      return {
        base: { outcome: outcome(), stored: number <= STORED, firstRequestKey: 'same' },
        head: { outcome: outcome(), firstRequestKey: 'same' },
        again: () => ({ outcome: 'pass', firstRequestKey: 'same', fingerprint: 'again' }),
      };
    };
    const run = runGate([...stored('good', 20), ...stored('target', 60)], world, LOOKS);
    expect(sliceNamed(run.decision, 'target').reasons[0]).toMatch(/^base passes more now/);
    expect(run.decision.verdict).toBe('inconclusive');
  });
});

describe('a base that is as it was stored', () => {
  it('passes for a few fresh trials, however much of a slice it fails', () => {
    const runs = [1, 2, 3, 4, 5, 6].map((seed) =>
      runGate(corpus, open({ target: { stored: 0.6, now: 0.6, head: 0.6 } }, `as ever ${seed}`), LOOKS),
    );
    expect(runs.map(({ decision }) => decision.verdict)).toEqual(runs.map(() => 'pass'));
    const drawn = runs.map((run) => freshBase(run).length);
    expect(Math.min(...drawn)).toBeGreaterThan(0);
    expect(drawn.reduce((sum, count) => sum + count, 0) / runs.length).toBeLessThan(20);
  });

  it('is not drawn again where head fails little, nor where it always failed', () => {
    const little = runGate(corpus, open({ target: { stored: 0.95, now: 0.95, head: 0.95 } }, 'little'), LOOKS);
    expect(freshBase(little)).toEqual([]);
    const same = runGate(corpus, open({ target: { stored: 1, now: 1, head: 0.97 } }, 'same'), LOOKS);
    expect(freshBase(same)).toEqual([]);
  });

  it('is not asked for what would block anyway', () => {
    const slices = { good: { stored: 1, now: 1, head: 0.4 }, target: { stored: 0.5, now: 1, head: 0.5 } };
    const run = runGate(corpus, open(slices, 'blocked'), LOOKS);
    expect(run.decision.verdict).toBe('block');
    expect(freshBase(run).filter(({ caseId }) => caseId.startsWith('target'))).toEqual([]);
  });
});
