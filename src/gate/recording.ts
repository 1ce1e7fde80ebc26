import { join } from 'node:path';
import type { RedactionSettings } from '../config/index.ts';
import type { Case } from '../corpus/index.ts';
import type { LiveTools, Session } from '../replay/index.ts';
import { findOneSide, openOneSide } from './one-side.ts';
import type { ReplayRequest } from './request.ts';

interface RecordingRequest extends ReplayRequest {
  /** A commit, or `WORKTREE`. */
  readonly ref: string;
  readonly cases: readonly Case[];
  readonly tools: LiveTools;
}

export interface Recording {
  readonly session: Session;
  /** Full hash, or `WORKTREE`. */
  readonly agentVersion: string;
  /** Absolute path of the file with what the MCP servers say of themselves; null = the settings name no server. */
  readonly mcpFile: string | null;
  readonly redaction: RedactionSettings;
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
  const { mcpFile } = one.settings;
  return {
    session,
    agentVersion: one.source.kind === 'commit' ? one.source.sha : 'WORKTREE',
    mcpFile: mcpFile === null ? null : join(one.repository, mcpFile),
    redaction: one.settings.redaction,
    close,
  };
}
