import { casesOfSlices } from './chosen-slices.ts';
import { findOneSide, openOneSide, reservoirTrials } from './one-side.ts';
import { corpusOf, requireCases } from './plan.ts';
import type { GateWatch, ReplayRequest } from './request.ts';

interface FillRequest extends ReplayRequest {
  /** The commit whose trials are drawn; a job on main gives main. */
  readonly ref: string;
  /** Draws those of the cases of these alone; null = all. */
  readonly slices: readonly string[] | null;
  readonly watch: GateWatch;
}

/** What filling found and did. Trials that pawl or the provider cut short are not kept. */
interface Fill {
  readonly cases: number;
  readonly drawn: number;
  readonly alreadyStored: number;
  readonly notKept: number;
  /** Asked for and not run: the run was ended. */
  readonly missing: number;
  readonly providerCalls: number;
  readonly warnings: readonly string[];
}

/** Draws base's own trials 1..T (T of the last look) of every case that the store does not have yet. */
export async function fillReservoir(request: FillRequest): Promise<Fill> {
  const one = await findOneSide(request);
  const corpus = await corpusOf(one.repository, one.source, one.settings);
  const cases = casesOfSlices(
    corpus.cases.map((theCase) => ({ theCase })),
    request.slices,
  ).map(({ theCase }) => theCase);
  requireCases(cases, request);
  const { session, bench, close } = await openOneSide(one, request, { cases, recording: null, mode: 'live' });
  try {
    const requests = reservoirTrials(cases, one.settings);
    request.watch.planned('drawing base trials', requests.length);
    const ran = await session.run(requests, { onTrial: request.watch.ran, signal: request.watch.signal });
    const drawn = ran.filter(({ stored }) => !stored).map(({ trial }) => trial);
    return {
      cases: cases.length,
      drawn: drawn.length,
      alreadyStored: ran.length - drawn.length,
      notKept: drawn.filter((trial) => !session.keeps(trial)).length,
      missing: requests.length - ran.length,
      providerCalls: drawn.reduce((total, trial) => total + trial.answers.provider, 0),
      warnings: [...bench.backend.store.problems, ...session.notes],
    };
  } finally {
    await close();
  }
}
