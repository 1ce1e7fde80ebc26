import {
  type AgentPool,
  type AgentResult,
  type AgentTrial,
  ended,
  type PoolOptions,
  type Slot,
  stopped,
} from './agent-run.ts';
import type { Exit } from './child.ts';
import { Worker, type WorkerEnd } from './worker.ts';

/** A trial that waits for its place. */
interface Waiting {
  readonly trial: AgentTrial;
  readonly resolve: (result: AgentResult | Promise<AgentResult>) => void;
  readonly onAbort: () => void;
}

const MAX_FAILED_STARTS = 3;
const MAX_HOLD_MS = 10_000;

/** Protocol `worker`: processes are started as trials come, and hold up to `inflight` trials each. */
export class WorkerPool implements AgentPool {
  readonly #options: PoolOptions;
  readonly #workers = new Set<Worker>();
  readonly #waiting = new Set<Waiting>();
  readonly #starts = new Starts();
  #processes = 0;
  #isClosed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  run(trial: AgentTrial): Promise<AgentResult> {
    if (this.#isClosed) return Promise.reject(new Error('the agent pool is closed'));
    if (trial.signal.aborted) return Promise.resolve(stopped(trial.signal));
    const free = this.#waiting.size === 0 && this.#starts.broken === null ? this.#place() : null;
    if (free !== null) return free.run(trial);
    return new Promise((resolve) => {
      const onAbort = () => {
        this.#waiting.delete(waiting);
        resolve(stopped(trial.signal));
      };
      const waiting: Waiting = { trial, resolve, onAbort };
      trial.signal.addEventListener('abort', onAbort, { once: true });
      this.#waiting.add(waiting);
      this.#dispatch();
    });
  }

  expect(trials: number): void {
    if (this.#isClosed || this.#starts.broken !== null) return;
    const wanted = Math.min(trials, this.#options.site.spec.concurrency);
    while (this.#workers.size < wanted) this.#startWorker();
  }

  restart(slot: Slot): void {
    for (const worker of this.#workers) if (worker.process === slot.process) worker.retire();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const result = ended({ kind: 'stopped', reason: 'the agent pool was closed' });
    this.#drain(result);
    await Promise.all([...this.#workers].map((worker) => worker.close(result)));
  }

  #dispatch(): void {
    if (this.#starts.broken !== null) this.#drain(this.#starts.broken);
    for (const waiting of this.#waiting) {
      const worker = this.#place();
      if (worker === null) return;
      this.#take(waiting).resolve(worker.run(waiting.trial));
    }
  }

  #drain(result: AgentResult): void {
    for (const waiting of this.#waiting) this.#take(waiting).resolve(result);
  }

  #take(waiting: Waiting): Waiting {
    this.#waiting.delete(waiting);
    waiting.trial.signal.removeEventListener('abort', waiting.onAbort);
    return waiting;
  }

  /** An idle process, else a new one, else the one with the fewest trials. null = all places are taken. */
  #place(): Worker | null {
    const free = [...this.#workers].filter((worker) => worker.hasPlace()).sort((a, b) => a.load - b.load)[0] ?? null;
    if (free?.load === 0 || this.#workers.size >= this.#options.site.spec.concurrency) return free;
    return this.#startWorker();
  }

  #startWorker(): Worker {
    const worker = new Worker(this.#options, ++this.#processes, this.#starts.holdMs(), () => this.#dispatch());
    this.#workers.add(worker);
    void worker.gone.then((end) => {
      this.#workers.delete(worker);
      this.#starts.note(end);
      this.#dispatch();
    });
    return worker;
  }
}

/**
 * Tells an agent that cannot start from one that crashes on some inputs. After three processes that ended before any
 * answer, the next is given no trial until it has lived longer than they did; if it ends before, none is started again.
 */
class Starts {
  readonly #failedMs: number[] = [];
  #isProven = false;
  broken: AgentResult | null = null;

  holdMs(): number {
    if (this.#isProven || this.#failedMs.length < MAX_FAILED_STARTS) return 0;
    return Math.min(MAX_HOLD_MS, 2 * Math.max(...this.#failedMs) + 200);
  }

  note(end: WorkerEnd): void {
    if (end.isProven) this.#isProven = true;
    if (this.#isProven || !end.isByItself) return;
    if (end.isHeld) this.broken = gaveUp(end.exit, this.#failedMs.length + 1);
    else this.#failedMs.push(end.livedMs);
  }
}

function gaveUp(exit: Exit, starts: number): AgentResult {
  const said = exit.stderrTail === '' ? '' : `; it last said: ${exit.stderrTail}`;
  const stderrTail = `the agent ended at its start ${starts} times in a row and is not started again${said}`;
  return ended({ kind: 'crashed', exitCode: exit.exitCode, signal: exit.signal, stderrTail });
}
