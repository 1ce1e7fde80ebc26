import { randomInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { type AgentResult, type AgentTrial, ended, type PoolOptions, stopped } from './agent-run.ts';
import { startAt } from './agent-site.ts';
import type { Child, Exit } from './child.ts';
import { speakByHttp } from './http-speech.ts';
import { type Hear, type Speech, speakByLines } from './speech.ts';
import { type Garbage, garbage, trialLine, type WorkerLine } from './worker-protocol.ts';

/** An agent whose trial is stopped has its requests refused and mostly comes back at once: then its process is kept. */
const STOP_GRACE_MS = 250;

/** A trial in the process, from the moment it has its place. */
interface Flight {
  readonly trial: AgentTrial;
  readonly place: number;
  readonly resolve: (result: AgentResult) => void;
  readonly reject: (error: unknown) => void;
  readonly onAbort: () => void;
  /** null until the agent has the trial. */
  timer: NodeJS.Timeout | null;
  /** Set once pawl has stopped the trial and waits for the agent to come back. */
  stop: AgentResult | null;
}

/** How a process ended, and whether it was any good. */
export interface WorkerEnd {
  readonly exit: Exit;
  readonly livedMs: number;
  /** It answered a trial, or stayed alive until it was given one. */
  readonly isProven: boolean;
  /** It was made to wait for its first trial. */
  readonly isHeld: boolean;
  /** It ended by itself, not because pawl ended it. */
  readonly isByItself: boolean;
}

/**
 * One long-lived process under protocol `worker` or `http`. A process that lost a trial (a timeout, a stop that the agent ignored)
 * takes no new one and ends with its last: what it still does for the lost trial cannot be told from the next.
 */
export class Worker {
  readonly process: number;
  /** Resolves when the process and all it started is gone. */
  readonly gone: Promise<WorkerEnd>;
  readonly #options: PoolOptions;
  readonly #onPlace: () => void;
  readonly #child: Child;
  readonly #speech: Speech;
  readonly #hold: Promise<void> | null;
  readonly #isHeld: boolean;
  readonly #bornMs = performance.now();
  readonly #flights = new Map<string, Flight>();
  readonly #lost = new Set<string>();
  readonly #places = new Set<number>();
  #isProven = false;
  #isRetired = false;
  /** It never took a trial, and pawl ended it for that. */
  #neverReady = false;

  /** `holdMs`: the process must live this long before it gets a trial. `onPlace` hears that a place became free. */
  constructor(options: PoolOptions, process: number, holdMs: number, onPlace: () => void) {
    this.process = process;
    this.#options = options;
    this.#onPlace = onPlace;
    const { child, speech } = startSpeaking(options, process, (said, line) => this.#hear(said, line));
    this.#child = child;
    this.#speech = speech;
    this.#isHeld = holdMs > 0;
    this.#hold = this.#holdFor(holdMs);
    this.gone = this.#child.exit.then((exit) => this.#over(exit));
  }

  /** Places taken. */
  get load(): number {
    return this.#places.size;
  }

  hasPlace(): boolean {
    return !this.#isRetired && !this.#child.hasEnded() && this.load < this.#options.site.spec.inflight;
  }

  run(trial: AgentTrial): Promise<AgentResult> {
    if (this.#flights.has(trial.id)) return Promise.reject(new Error(`trial ${trial.id} is already running`));
    const { promise, resolve, reject } = Promise.withResolvers<AgentResult>();
    const onAbort = () => this.#stop(flight);
    const flight: Flight = { trial, place: this.#takePlace(), resolve, reject, onAbort, timer: null, stop: null };
    this.#flights.set(trial.id, flight);
    trial.signal.addEventListener('abort', onAbort, { once: true });
    if (this.#hold === null) this.#send(flight);
    else void this.#hold.then(() => this.#send(flight));
    return promise;
  }

  /** Takes no more trials and ends with the last one that it has. */
  retire(): void {
    this.#isRetired = true;
    if (this.#flights.size === 0) void this.#child.kill();
  }

  /** Stops all trials and ends the process. */
  async close(result: AgentResult): Promise<void> {
    void this.#giveUp([...this.#flights.values()], result);
    await this.gone;
  }

  #holdFor(holdMs: number): Promise<void> | null {
    const { ready } = this.#speech;
    if (holdMs === 0 && ready === null) return null;
    const held = new Promise<void>((resolve) => setTimeout(resolve, holdMs).unref());
    return Promise.all([held, ready]).then(([, why]) => this.#endHold(why));
  }

  #endHold(why: string | null): void {
    if (this.#child.hasEnded()) return;
    if (why === null) {
      this.#isProven = true;
      return;
    }
    this.#neverReady = true;
    const end = ended({ kind: 'crashed', exitCode: null, signal: null, stderrTail: why });
    void this.#giveUp([...this.#flights.values()], end);
  }

  #takePlace(): number {
    let place = 0;
    while (this.#places.has(place)) place++;
    this.#places.add(place);
    return place;
  }

  #send(flight: Flight): void {
    const { id, input, timeoutMs } = flight.trial;
    // Stopped while the process was held, or the process died of itself: both answer elsewhere.
    if (!this.#flights.has(id) || this.#child.hasEnded()) return;
    const late = ended({ kind: 'timed_out', afterMs: timeoutMs });
    try {
      const urls = flight.trial.start({ process: this.process, place: flight.place });
      flight.timer = setTimeout(() => void this.#giveUp([flight], late), timeoutMs);
      this.#speech.give(id, trialLine({ id, input, urls }));
    } catch (error) {
      this.#remove(flight);
      flight.reject(error);
    }
  }

  #stop(flight: Flight): void {
    const stop = stopped(flight.trial.signal);
    flight.stop = stop;
    if (flight.timer === null) {
      // Its process is still held and has not seen it.
      this.#remove(flight);
      flight.resolve(stop);
      return;
    }
    clearTimeout(flight.timer);
    flight.timer = setTimeout(() => void this.#giveUp([flight], stop), STOP_GRACE_MS);
  }

  #hear(said: WorkerLine, line: string): void {
    if (said.kind === 'garbage') {
      this.#reject(said);
    } else if (!this.#lost.has(said.id)) {
      const flight = this.#flights.get(said.id);
      if (flight === undefined) this.#reject(garbage(line, 'an answer to a trial in flight'));
      else this.#answer(flight, resultOf(said));
    }
  }

  #reject(what: Garbage): void {
    if (this.#flights.size === 0 && !this.#isRetired) this.#options.onStray(what.received);
    void this.#giveUp([...this.#flights.values()], ended(what));
  }

  /** The agent is done with the trial. */
  #answer(flight: Flight, result: AgentResult): void {
    this.#isProven = true;
    this.#remove(flight);
    flight.resolve(flight.stop ?? result);
    if (this.#isRetired) this.retire();
  }

  /** The agent may not be done with these trials. Where it has no others, they end when it has ended. */
  async #giveUp(flights: readonly Flight[], result: AgentResult): Promise<void> {
    for (const flight of flights) {
      this.#lost.add(flight.trial.id);
      this.#remove(flight);
    }
    this.retire();
    if (this.#flights.size === 0) await this.gone;
    for (const flight of flights) flight.resolve(flight.stop ?? result);
  }

  #remove(flight: Flight): void {
    if (flight.timer !== null) clearTimeout(flight.timer);
    flight.trial.signal.removeEventListener('abort', flight.onAbort);
    this.#flights.delete(flight.trial.id);
    // Whoever waits for this trial hears of its end before the next one has its URLs.
    setImmediate(() => {
      this.#places.delete(flight.place);
      this.#onPlace();
    });
  }

  #over(exit: Exit): WorkerEnd {
    const isByItself = !this.#isRetired || this.#neverReady;
    this.#isRetired = true;
    const crashed = ended({ kind: 'crashed', ...exit });
    for (const flight of [...this.#flights.values()]) {
      this.#remove(flight);
      flight.resolve(flight.stop ?? crashed);
    }
    const livedMs = performance.now() - this.#bornMs;
    return { exit, livedMs, isProven: this.#isProven, isHeld: this.#isHeld, isByItself };
  }
}

/** Below the ports that systems give away by themselves, so that a server mostly finds its own free. */
const PORTS = { from: 20_000, to: 30_000 };

/** Of all servers that run: one must never answer for another, least of all for one of the other side. */
const takenPorts = new Set<number>();

/** A port that is not among the taken ones, and now is. */
export function takePort(taken: Set<number>, range = PORTS): number {
  for (;;) {
    const port = randomInt(range.from, range.to);
    if (taken.has(port)) continue;
    taken.add(port);
    return port;
  }
}

function startSpeaking(
  { site, processUrls }: PoolOptions,
  process: number,
  hear: Hear,
): { readonly child: Child; readonly speech: Speech } {
  const { spec } = site;
  const urls = spec.inflight === 1 ? processUrls(process) : null;
  if (spec.protocol !== 'http') {
    const child = startAt(site, spec.command, urls);
    return { child, speech: speakByLines(child, hear) };
  }
  const port = takePort(takenPorts);
  const child = startAt(site, spec.command, urls, { more: { PORT: String(port), HOST: '127.0.0.1' } });
  void child.exit.then(() => takenPorts.delete(port));
  return { child, speech: speakByHttp(child, { port, network: site.network }, spec.http, hear) };
}

function resultOf(said: Exclude<WorkerLine, Garbage>): AgentResult {
  if (said.kind === 'output') return { end: { kind: 'answered' }, output: said.output };
  return ended({ kind: 'agent_error', message: said.message });
}
