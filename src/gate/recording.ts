import type { Case } from '../corpus/index.ts';
import type { LiveTools, Session } from '../replay/index.ts';
import { findOneSide, openOneSide } from './one-side.ts';
import type { ReplayRequest } from './request.ts';

export interface RecordingRequest extends ReplayRequest {
  /** A commit, or `WORKTREE`. */
  readonly ref: string;
  readonly cases: readonly Case[];
  readonly tools: LiveTools;
}

export interface Recording {
  readonly session: Session;
  /** Full hash, or `WORKTREE`. */
  readonly agentVersion: string;
  close(): Promise<void>;
}

/** The agent of one commit with its real tools, ready to be recorded. */
export async function openRecording(request: RecordingRequest): Promise<Recording> {
  const one = await findOneSide(request);
  const { session, close } = await openOneSide(one, request, {
    cases: request.cases,
    recording: request.tools,
    mode: 'live',
  });
  return { session, agentVersion: one.source.kind === 'commit' ? one.source.sha : 'WORKTREE', close };
}
