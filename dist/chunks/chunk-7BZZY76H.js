const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  renderProgress
} from "./chunk-BYL2NBM7.js";
import {
  $performance
} from "./chunk-ESXIIXJN.js";

// src/commands/progress.ts
var TTY_INTERVAL_MS = 100;
var PLAIN_INTERVAL_MS = 1e4;
var ProgressLine = class {
  #surroundings;
  #unit;
  #startedAtMs = $performance.now();
  #shownAtMs = Number.NEGATIVE_INFINITY;
  #total = 0;
  #done = 0;
  #phase = "";
  constructor(surroundings, unit = "trials") {
    this.#surroundings = surroundings;
    this.#unit = unit;
  }
  /** So much more is planned, null = nobody knows how much; `phase` says in a few words what for. */
  plan(phase, more) {
    this.#phase = phase;
    this.#total = this.#total === null || more === null ? null : this.#total + more;
    this.#show(true);
  }
  step(by = 1) {
    this.#done += by;
    this.#show(false);
  }
  /** Counts a run as it goes; `signal` ends it. */
  watch(signal) {
    return { signal, planned: (phase, trials) => this.plan(phase, trials), ran: () => this.step() };
  }
  /** Counts traces as a store goes through them. */
  rewriting() {
    return { planned: (phase, traces) => this.plan(phase, traces), went: (traces) => this.step(traces) };
  }
  /** Plain text between progress lines. */
  note(text) {
    this.#clear();
    this.#surroundings.warn(text);
  }
  end() {
    this.#clear();
  }
  #show(always) {
    const nowMs = $performance.now();
    const intervalMs = this.#surroundings.terminal ? TTY_INTERVAL_MS : PLAIN_INTERVAL_MS;
    if (!always && nowMs - this.#shownAtMs < intervalMs) return;
    this.#shownAtMs = nowMs;
    const line = renderProgress(this.#state(nowMs));
    if (this.#surroundings.terminal) process.stderr.write(`\r\x1B[2K${line}`);
    else this.#surroundings.warn(line);
  }
  #state(nowMs) {
    const seconds = (nowMs - this.#startedAtMs) / 1e3;
    const ratePerSecond = this.#done === 0 || seconds <= 0 ? null : this.#done / seconds;
    const left = this.#total === null ? null : this.#total - this.#done;
    const remainingSeconds = ratePerSecond === null || left === null ? null : left / ratePerSecond;
    const amounts = { unit: this.#unit, done: this.#done, total: this.#total };
    return { phase: this.#phase, ...amounts, ratePerSecond, remainingSeconds };
  }
  #clear() {
    if (this.#surroundings.terminal) process.stderr.write("\r\x1B[2K");
  }
};

export {
  ProgressLine
};
