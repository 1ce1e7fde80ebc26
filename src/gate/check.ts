import type { Trial } from '../replay/index.ts';
import { findOneSide, openOneSide, reservoirTrials } from './one-side.ts';
import { corpusOf, requireCases } from './plan.ts';
import type { GateWatch, ReplayRequest } from './request.ts';

interface CheckRequest extends ReplayRequest {
  /** The commit whose stored trials are looked at. */
  readonly ref: string;
  readonly watch: GateWatch;
}

/** What the store holds of one commit's agent and corpus; counts of trials. */
export interface ReservoirState {
  readonly agentHash: string;
  /** By case, in the corpus's order. */
  readonly cases: readonly { readonly caseId: string; readonly trials: number }[];
  /** Trials a case that a gate can use. */
  readonly wantedPerCase: number;
  readonly warnings: readonly string[];
}

/** Reads what the store holds; runs no trial. */
export async function showReservoir(request: CheckRequest): Promise<ReservoirState> {
  const one = await findOneSide(request);
  const { cases } = await corpusOf(one.repository, one.source, one.settings);
  requireCases(cases, request);
  const { session, bench, agentHash, close } = await openOneSide(one, request, {
    cases,
    recording: null,
    mode: 'recorded',
  });
  try {
    return {
      agentHash,
      cases: cases.map(({ id }) => ({ caseId: id, trials: session.storedTrials(id) })),
      wantedPerCase: Math.max(...one.settings.policy.looks),
      warnings: [...bench.backend.store.problems, ...session.notes],
    };
  } finally {
    await close();
  }
}

/** How far the store can stand for a commit's own trials; counts of trials. */
export interface ReservoirCheck {
  readonly cases: number;
  /** Agent and case are the very same as when they were drawn. */
  readonly sameAgent: number;
  /** Drawn by another version of the agent; this one asks exactly the same on the stored answers. */
  readonly sameRequests: number;
  /** The store has no answer to something that this agent asks. */
  readonly notCovered: number;
  /** Failed by the agent, ended by pawl, or never run. */
  readonly missing: number;
  readonly warnings: readonly string[];
}

/**
 * Replays the commit's agent on stored answers alone, without a provider: what passes counts as its own trials and needs
 * not be drawn again.
 */
export async function checkReservoir(request: CheckRequest): Promise<ReservoirCheck> {
  const one = await findOneSide(request);
  const { cases } = await corpusOf(one.repository, one.source, one.settings);
  requireCases(cases, request);
  const { session, bench, close } = await openOneSide(one, request, { cases, recording: null, mode: 'recorded' });
  try {
    const wanted = reservoirTrials(cases, one.settings);
    request.watch.planned('replaying on stored answers', wanted.length);
    const ran = await session.run(wanted, { onTrial: request.watch.ran, signal: request.watch.signal });
    const replayed = ran.filter(({ stored }) => !stored).map(({ trial }) => trial);
    // An agent that fails asks nothing that could differ.
    const isWhole = (trial: Trial): boolean => session.keeps(trial) && trial.standing !== 'errored';
    const sameRequests = replayed.filter(isWhole).length;
    const notCovered = replayed.filter(({ standing }) => standing === 'not_covered').length;
    return {
      cases: cases.length,
      ...{ sameAgent: ran.length - replayed.length, sameRequests, notCovered },
      missing: wanted.length - ran.length + (replayed.length - sameRequests - notCovered),
      warnings: [...bench.backend.store.problems, ...session.notes],
    };
  } finally {
    await close();
  }
}
