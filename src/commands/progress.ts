import { performance } from 'node:perf_hooks';
import type { RewriteProgress } from '../corpus/index.ts';
import type { GateWatch } from '../gate/index.ts';
import { type Progress, type ProgressUnit, renderProgress } from '../report/index.ts';
import type { Surroundings } from './surroundings.ts';

const TTY_INTERVAL_MS = 100;
const PLAIN_INTERVAL_MS = 10_000;

/** Shows how far a run is: one line that rewrites itself on a terminal, a plain line now and then elsewhere. */
export class ProgressLine {
  readonly #surroundings: Pick<Surroundings, 'warn' | 'terminal'>;
  readonly #unit: ProgressUnit;
  readonly #startedAtMs = performance.now();
  #shownAtMs = Number.NEGATIVE_INFINITY;
  #total: number | null = 0;
  #done = 0;
  #phase = '';

  constructor(surroundings: Pick<Surroundings, 'warn' | 'terminal'>, unit: ProgressUnit = 'trials') {
    this.#surroundings = surroundings;
    this.#unit = unit;
  }

  /** So much more is planned, null = nobody knows how much; `phase` says in a few words what for. */
  plan(phase: string, more: number | null): void {
    this.#phase = phase;
    this.#total = this.#total === null || more === null ? null : this.#total + more;
    this.#show(true);
  }

  step(by = 1): void {
    this.#done += by;
    this.#show(false);
  }

  /** Counts a run as it goes; `signal` ends it. */
  watch(signal: AbortSignal): GateWatch {
    return { signal, planned: (phase, trials) => this.plan(phase, trials), ran: () => this.step() };
  }

  /** Counts traces as a store goes through them. */
  rewriting(): RewriteProgress {
    return { planned: (phase, traces) => this.plan(phase, traces), went: (traces) => this.step(traces) };
  }

  /** Plain text between progress lines. */
  note(text: string): void {
    this.#clear();
    this.#surroundings.warn(text);
  }

  end(): void {
    this.#clear();
  }

  #show(always: boolean): void {
    const nowMs = performance.now();
    const intervalMs = this.#surroundings.terminal ? TTY_INTERVAL_MS : PLAIN_INTERVAL_MS;
    if (!always && nowMs - this.#shownAtMs < intervalMs) return;
    this.#shownAtMs = nowMs;
    const line = renderProgress(this.#state(nowMs));
    if (this.#surroundings.terminal) process.stderr.write(`\r\u001b[2K${line}`);
    else this.#surroundings.warn(line);
  }

  #state(nowMs: number): Progress {
    const seconds = (nowMs - this.#startedAtMs) / 1000;
    const ratePerSecond = this.#done === 0 || seconds <= 0 ? null : this.#done / seconds;
    const left = this.#total === null ? null : this.#total - this.#done;
    const remainingSeconds = ratePerSecond === null || left === null ? null : left / ratePerSecond;
    const amounts = { unit: this.#unit, done: this.#done, total: this.#total };
    return { phase: this.#phase, ...amounts, ratePerSecond, remainingSeconds };
  }

  #clear(): void {
    if (this.#surroundings.terminal) process.stderr.write('\r\u001b[2K');
  }
}
