import { setTimeout as delay } from 'node:timers/promises';
import { ProblemCounter } from '../trace/index.ts';
import type { Slot } from './agent-pool.ts';
import type { Gateway, Lease, LeaseListener } from './gateway.ts';
import { joinTelemetry } from './join-telemetry.ts';
import type { McpService } from './mcp/service.ts';
import { Telemetry } from './telemetry.ts';
import type { Trial } from './trial.ts';

/** The URLs of a process, or of a trial, with what came under them. */
export interface Leased {
  readonly lease: Lease;
  readonly telemetry: Telemetry;
  /** The trial that holds them, or did last. */
  holder: string | null;
  /** What the process asked for when it started and no recording has: no trial under these URLs is covered. */
  gap: string | null;
}

interface LeaseOptions {
  readonly gateway: Gateway;
  readonly service: McpService;
  /** With one trial at a time a process keeps its URLs; with several each trial has its own. */
  readonly eachTrialItsOwn: boolean;
  /** A process asked for something after its trial's answer: nobody knows what it does by now. */
  readonly onLate: (slot: Slot) => void;
}

/** Exporters send every 200 ms (environment.ts). */
const TELEMETRY_DELAY_MS = 400;

/** Who holds which of the gateway's URLs on one side, and what came by them beside the trials' own requests. */
export class SideLeases {
  readonly #options: LeaseOptions;
  readonly #byProcess = new Map<number, Leased>();
  readonly #byTrial = new Map<string, Leased>();
  readonly #late = new Map<string, string>();
  readonly #telemetryProblems = new ProblemCounter();
  #hasTelemetry = false;

  constructor(options: LeaseOptions) {
    this.#options = options;
  }

  get notes(): readonly string[] {
    return this.#telemetryProblems.list().map(({ reason, count }) => `the agent's own telemetry: ${reason} (${count})`);
  }

  /** For a trial that starts here. A dry run of the same number may have come before it. */
  forTrial(slot: Slot, trialKey: string): Leased {
    const leased = this.#options.eachTrialItsOwn ? this.#lease(slot) : this.ofProcess(slot.process);
    leased.holder = trialKey;
    this.#late.delete(trialKey);
    this.#byTrial.set(trialKey, leased);
    return leased;
  }

  ofProcess(process: number): Leased {
    const leased = this.#byProcess.get(process) ?? this.#lease({ process, place: 0 });
    this.#byProcess.set(process, leased);
    return leased;
  }

  /** Waits for what the agents' exporters may still send, where they send anything. */
  async telemetrySettled(): Promise<void> {
    if (this.#hasTelemetry) await delay(TELEMETRY_DELAY_MS);
  }

  /** The trial as it stands at the end of the round: with its spans; a request that came after its answer errors it. */
  amend(trial: Trial, trialKey: string): Trial {
    const message = this.#late.get(trialKey);
    const records = this.#byTrial.get(trialKey)?.telemetry.of(trialKey) ?? null;
    return {
      ...trial,
      ...(message === undefined ? {} : { standing: 'errored', end: { kind: 'late_request', message } }),
      ...(records === null ? {} : { telemetry: joinTelemetry(trial.trajectory, records) }),
    };
  }

  /** Nobody comes back to the URLs of trials that have been amended. */
  async endRound(): Promise<void> {
    if (this.#options.eachTrialItsOwn) await endAll(this.#byTrial.values());
    this.#byTrial.clear();
  }

  async close(): Promise<void> {
    await this.endRound();
    await endAll(this.#byProcess.values());
  }

  #lease(slot: Slot): Leased {
    const telemetry = new Telemetry();
    const listener: LeaseListener = {
      late: (what) => {
        if (leased.holder !== null) this.#late.set(leased.holder, `the agent asked for ${what} after it had answered`);
        this.#options.onLate(slot);
      },
      telemetry: (content) => {
        this.#hasTelemetry = true;
        this.#telemetryProblems.addAll(content.problems);
        telemetry.take(content);
      },
      gap: (reason) => {
        leased.gap = reason;
      },
    };
    const lease = this.#options.gateway.lease(listener, this.#options.service);
    const leased: Leased = { lease, telemetry, holder: null, gap: null };
    return leased;
  }
}

async function endAll(leased: Iterable<Leased>): Promise<void> {
  await Promise.all([...leased].map(({ lease }) => lease.end()));
}
