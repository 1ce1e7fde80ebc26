import type { Overrides } from '../config/index.ts';
import type { ModelMode } from '../replay/index.ts';

/** What a replay is asked for, whoever asks. Paths are absolute, except `configPath`, which is within the repository. */
export interface ReplayRequest {
  /** Any folder of the repository. */
  readonly directory: string;
  readonly configPath: string;
  readonly overrides: Overrides;
  readonly storeDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Names of keys and tokens that pawl's process holds besides those in `environment`: the agent could read them there. */
  readonly otherSecrets: readonly string[];
  /** Names this run's files in the store. */
  readonly runName: string;
  readonly log: (line: string) => void;
}

export interface GateRequest extends ReplayRequest {
  /** The target branch. */
  readonly base: string;
  /** A commit, or `WORKTREE`. */
  readonly head: string;
  readonly mode: ModelMode;
  /** UTC, `2026-11-22`: what is accepted until a day counts up to its end. null = nothing is decided, so nothing accepted. */
  readonly today: string | null;
  /** Replays the cases of these alone; null = all. */
  readonly slices: readonly string[] | null;
  /** Of the job that asks: a later one is to draw nothing that an earlier one was answered. Left out = the first. */
  readonly attempt?: number;
  readonly watch: GateWatch;
}

/** Hears how far a run is; `signal` ends it. */
export interface GateWatch {
  readonly signal: AbortSignal;
  /** So many more trials are to run; `phase` says what for. */
  readonly planned: (phase: string, trials: number) => void;
  readonly ran: () => void;
}
