import {
  type FoldCounts,
  NO_COUNTS,
  sumOfCounts,
  type TrafficBatch,
  type TrafficRecord,
  type TrafficStore,
} from '../corpus/index.ts';
import type { IngestReport, InputReport } from '../report/index.ts';
import { ProblemCounter } from '../trace/index.ts';

/** Gives records to the store and counts what became of them. */
export class Tally {
  readonly #store: TrafficStore;
  readonly #problems = new ProblemCounter();
  readonly #records = { span: 0, log: 0, trajectory: 0 };
  #droppedMetrics = 0;
  #counts = NO_COUNTS;

  constructor(store: TrafficStore) {
    this.#store = store;
  }

  take({ records, problems, droppedMetrics }: TrafficBatch): void {
    const results = this.#store.addAll(records);
    for (const [index, record] of records.entries()) {
      this.#records[record.kind] += 1;
      const added = results[index];
      if (added === 'without_key')
        this.problem('log record that names neither trace nor session, left out', nameOf(record));
      else if (added === 'too_large') this.problem(`${record.kind} too large to be kept, left out`, nameOf(record));
    }
    this.#problems.addAll(problems);
    this.#droppedMetrics += droppedMetrics;
  }

  count(counts: FoldCounts): void {
    this.#counts = sumOfCounts(this.#counts, counts);
  }

  problem(reason: string, example: string): void {
    this.#problems.add(reason, () => example);
  }

  /** Finds things to redact in what it shows: what was found in records is asked for before. */
  report(inputs: readonly InputReport[], notices: readonly string[]): IngestReport {
    const { span: spans, log: logs, trajectory: runs } = this.#records;
    // What could not be read was not redacted either, and a log is kept.
    const { text } = this.#store.redactor;
    const problems = this.#problems
      .list()
      .map(({ reason, count, examples }) => ({ reason: text(reason), count, examples: examples.map(text) }));
    const records = { spans, logs, runs, droppedMetrics: this.#droppedMetrics };
    return { inputs, ...records, counts: this.#counts, problems, notices };
  }
}

/** For whoever looks for the record; without its content, which nobody has redacted. */
function nameOf(record: TrafficRecord): string {
  switch (record.kind) {
    case 'span':
      return `span ${record.span.spanId} of trace ${record.span.traceId}`;
    case 'log':
      return `${record.log.scope.name}, ${new Date(record.log.timeUs / 1000).toISOString()}`;
    case 'trajectory':
      return record.trajectory.id;
    default:
      return record satisfies never;
  }
}
