import {
  decideUnchanged,
  type Flakes,
  findFlakes,
  findPower,
  findUnmeasured,
  type MeasuredCase,
  type SlicePower,
  type Unmeasured,
} from '../compare/index.ts';
import type { NoiseLine } from '../report/index.ts';
import { clopperPearson, seededRandom } from '../stats/index.ts';
import { EvidenceBook } from './evidence.ts';
import { Examiner } from './examine.ts';
import { keepNoiseLine } from './noise-line.ts';
import { findOneSide, openOneSide, reservoirTrials } from './one-side.ts';
import { corpusOf, isGating, requireCases } from './plan.ts';
import type { GateWatch, ReplayRequest } from './request.ts';

interface NoiseRequest extends ReplayRequest {
  /** The commit that is compared with itself; a job on main gives main. */
  readonly ref: string;
  /** How many unchanged pull requests are decided. */
  readonly pullRequests: number;
  readonly seed: string;
  readonly watch: GateWatch;
}

/** Base against base: how noisy each case is, how often noise alone blocks, and what the gate can see of a real fall. */
export interface Noise {
  readonly line: NoiseLine;
  readonly flakes: Flakes;
  readonly slices: readonly SlicePower[];
  readonly inconclusive: number;
  /** Pull requests that ended in `error`. */
  readonly errors: number;
  readonly unmeasured: Unmeasured;
  readonly providerCalls: number;
  /** Asked for and not run: the run was ended. */
  readonly missing: number;
  readonly warnings: readonly string[];
}

/**
 * Draws base's own trials as `reservoir fill` does, then decides so many pull requests that change nothing, each with
 * trials redrawn from them. The line is kept in the store for the reports of later gates.
 */
export async function measureNoise(request: NoiseRequest): Promise<Noise> {
  const one = await findOneSide(request);
  const { cases } = await corpusOf(one.repository, one.source, one.settings);
  requireCases(cases, request);
  const { policy } = one.settings;
  const planned = cases.map((theCase) => ({ theCase, gates: isGating(theCase) }));
  const { session, bench, close } = await openOneSide(one, request, { cases, recording: null, mode: 'live' });
  try {
    const book = new EvidenceBook({ settings: one.settings, cases: planned }, session);
    const examiner = new Examiner({ settings: one.settings, cases: planned }, bench.votes);
    const wanted = reservoirTrials(cases, one.settings);
    request.watch.planned('drawing base trials', wanted.length);
    const ran = await session.run(wanted, { onTrial: request.watch.ran, signal: request.watch.signal });
    book.take(await examiner.examine(ran, session, { signal: request.watch.signal, voted: () => undefined }));
    const measured = measuredCases(book, Math.max(...policy.looks));
    const { blocks, inconclusive, errors, pullRequests } = await rehearse(measured, book.policy, request);
    const { low, high } = clopperPearson(blocks, Math.max(1, pullRequests), 0.95);
    const ref = one.source.kind === 'commit' ? one.source.sha : 'WORKTREE';
    const unmeasured = findUnmeasured(measured);
    const line: NoiseLine = {
      ...{ ref, cases: cases.length, trials: ran.length, undetermined: unmeasured.trials },
      ...{ pullRequests, blocks, undecided: inconclusive + errors, low, high },
    };
    if (pullRequests > 0) keepNoiseLine(request.storeDirectory, line);
    return {
      ...{ line, flakes: findFlakes(measured), slices: findPower(measured, policy) },
      ...{ inconclusive, errors, unmeasured },
      providerCalls: book.drawn.reduce((total, trial) => total + trial.answers.provider, 0),
      missing: wanted.length - ran.length,
      warnings: [...bench.backend.store.problems, ...session.notes],
    };
  } finally {
    await close();
  }
}

/** Each case with as many stored base trials as it now has: that is what a gate will find. */
function measuredCases(book: EvidenceBook, stored: number): MeasuredCase[] {
  return book.evidence.cases.map(({ facts, base }) => {
    const trials = [...base.values()];
    return { facts: { ...facts, storedTrials: Math.min(stored, trials.length) }, trials };
  });
}

/** An interrupted rehearsal counts the pull requests that it got to. */
async function rehearse(
  measured: readonly MeasuredCase[],
  policy: EvidenceBook['policy'],
  { pullRequests, seed, watch }: NoiseRequest,
): Promise<{ blocks: number; inconclusive: number; errors: number; pullRequests: number }> {
  const ended = { blocks: 0, inconclusive: 0, errors: 0, pullRequests: 0 };
  if (measured.every(({ trials }) => trials.length === 0)) return ended;
  watch.planned('deciding unchanged pull requests', pullRequests);
  while (ended.pullRequests < pullRequests && !watch.signal.aborted) {
    const { verdict } = decideUnchanged(measured, policy, seededRandom(`${seed} ${ended.pullRequests}`));
    ended.pullRequests += 1;
    if (verdict === 'block') ended.blocks += 1;
    if (verdict === 'inconclusive') ended.inconclusive += 1;
    if (verdict === 'error') ended.errors += 1;
    watch.ran();
    // Each takes tens of milliseconds: without a pause the signal to end could never arrive.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return ended;
}
