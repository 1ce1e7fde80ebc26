const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  $getHeapSpaceStatistics,
  $setFlagsFromString
} from "./chunk-FCDQQD56.js";
import {
  NO_COUNTS,
  sumOfCounts
} from "./chunk-6ZUW57B3.js";
import {
  ProblemCounter
} from "./chunk-2SGQDVVG.js";

// src/commands/frugal-heap.ts
var YOUNG_BYTES = 32 * 1024 * 1024;
var OLD_GROWTH_PERCENT = 50;
var FrugalHeap = class {
  #growsYoung = true;
  constructor() {
    $setFlagsFromString(`--heap-growing-percent=${OLD_GROWTH_PERCENT}`);
  }
  /** Called now and then: from when the young generation is large enough it grows no more. */
  check() {
    if (!this.#growsYoung) return;
    const young = $getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space");
    if (young === void 0 || young.space_size < YOUNG_BYTES) return;
    $setFlagsFromString("--semi-space-growth-factor=1");
    this.#growsYoung = false;
  }
};

// src/commands/ingest-tally.ts
var Tally = class {
  #store;
  #problems = new ProblemCounter();
  #records = { span: 0, log: 0, trajectory: 0 };
  #droppedMetrics = 0;
  #counts = NO_COUNTS;
  constructor(store) {
    this.#store = store;
  }
  take({ records, problems, droppedMetrics }) {
    const results = this.#store.addAll(records);
    for (const [index, record] of records.entries()) {
      this.#records[record.kind] += 1;
      const added = results[index];
      if (added === "without_key")
        this.problem("log record that names neither trace nor session, left out", nameOf(record));
      else if (added === "too_large") this.problem(`${record.kind} too large to be kept, left out`, nameOf(record));
    }
    this.#problems.addAll(problems);
    this.#droppedMetrics += droppedMetrics;
  }
  count(counts) {
    this.#counts = sumOfCounts(this.#counts, counts);
  }
  problem(reason, example) {
    this.#problems.add(reason, () => example);
  }
  /** Finds things to redact in what it shows: what was found in records is asked for before. */
  report(inputs, notices) {
    const { span: spans, log: logs, trajectory: runs } = this.#records;
    const { text } = this.#store.redactor;
    const problems = this.#problems.list().map(({ reason, count, examples }) => ({ reason: text(reason), count, examples: examples.map(text) }));
    const records = { spans, logs, runs, droppedMetrics: this.#droppedMetrics };
    return { inputs, ...records, counts: this.#counts, problems, notices };
  }
};
function nameOf(record) {
  switch (record.kind) {
    case "span":
      return `span ${record.span.spanId} of trace ${record.span.traceId}`;
    case "log":
      return `${record.log.scope.name}, ${new Date(record.log.timeUs / 1e3).toISOString()}`;
    case "trajectory":
      return record.trajectory.id;
    default:
      return record;
  }
}

export {
  FrugalHeap,
  Tally
};
