import { messageOf } from '../errors.ts';
import type { Json } from '../trace/index.ts';
import type { AgentSite } from './agent-site.ts';
import type { TrialEnd } from './trial.ts';
import type { AgentUrls } from './worker-protocol.ts';

/** Runs one side's agent. */
export interface AgentPool {
  /**
   * Waits for a free slot, starts the trial there and answers with its end. Does not reject, whatever the agent does. A slot
   * goes to the next trial only after whoever waits for the last one has heard of its end.
   */
  run(trial: AgentTrial): Promise<AgentResult>;
  /** So many trials are about to come: long-lived processes start now, those of both sides at once. */
  expect(trials: number): void;
  /** Takes the slot's process out of service, at once where no trial is in it: the next trial gets a fresh one. */
  restart(slot: Slot): void;
  /** Stops what runs or waits. When it resolves, no process of the agent is left. */
  close(): Promise<void>;
}

export interface PoolOptions {
  readonly site: AgentSite;
  /** What stands in the environment of a process: always for `exec`, for `worker` with one trial in flight. */
  readonly processUrls: (process: number) => AgentUrls;
  /** A process wrote to standard output while it had no trial: what it wrote. It is replaced. */
  readonly onStray: (received: string) => void;
}

/** One place in one process. `process` is a serial number: a process that takes the place of another has a new one. */
export interface Slot {
  readonly process: number;
  readonly place: number;
}

export interface AgentTrial {
  /** Unique among the trials that the pool holds. */
  readonly id: string;
  readonly input: Json;
  /** From the moment the agent gets its input. */
  readonly timeoutMs: number;
  /** Called once, when the trial has its slot; not at all when it never gets one. Answers with the trial's URLs. */
  start(slot: Slot): AgentUrls;
  /** Aborted, with a reason, when pawl stops the trial. */
  readonly signal: AbortSignal;
}

export interface AgentResult {
  readonly end: Extract<
    TrialEnd,
    { kind: 'answered' | 'agent_error' | 'crashed' | 'timed_out' | 'garbage' | 'stopped' }
  >;
  /** null unless the agent answered. */
  readonly output: Json | null;
}

export function ended(end: AgentResult['end']): AgentResult {
  return { end, output: null };
}

export function stopped(signal: AbortSignal): AgentResult {
  const reason: unknown = signal.reason;
  return ended({ kind: 'stopped', reason: typeof reason === 'string' ? reason : messageOf(reason) });
}
