import { performance } from 'node:perf_hooks';
import {
  type FoldCounts,
  type InputProgress,
  knownFormats,
  NO_COUNTS,
  TRAFFIC_FORMATS,
  type TrafficBatch,
  type TrafficStore,
} from '../corpus/index.ts';
import { cut, UserError } from '../errors.ts';
import { type InputReport, renderIngest } from '../report/index.ts';
import { FrugalHeap } from './frugal-heap.ts';
import { type Input, inputsOf, type ReadableInput } from './ingest-inputs.ts';
import { Tally } from './ingest-tally.ts';
import { ProgressLine } from './progress.ts';
import { readInput } from './read-input.ts';
import { redactionLines } from './redaction.ts';
import type { Surroundings } from './surroundings.ts';
import { openTraffic, type TrafficWriterOptions } from './traffic-store.ts';

interface IngestOptions extends TrafficWriterOptions {
  readonly format?: string;
}

/** How much work a loss of power may cost at the most. */
const CHECKPOINT_INTERVAL_MS = 15_000;

/**
 * `pawl ingest FILES...`: traces and finished runs into the traffic store. Ended at any time, the same command goes on where
 * it was. Ends with 4 when an input could not be read, or not to its end.
 */
export async function ingestCommand(
  paths: readonly string[],
  options: IngestOptions,
  surroundings: Surroundings,
): Promise<number> {
  const format = formatOf(options.format);
  const inputs = await inputsOf(paths, surroundings.directory, surroundings.stdin);
  const store = await openTraffic(options, surroundings);
  try {
    const tally = new Tally(store);
    const ends = await readAll(inputs, format, store, tally, surroundings);
    const { signal } = surroundings;
    if (!signal.aborted) tally.count(await foldAll(store, surroundings));
    if (!signal.aborted) await store.compact(false, signal);
    const redacted = redactionLines(store.redactor);
    surroundings.print(renderIngest(tally.report(ends, store.notices)));
    for (const line of redacted) surroundings.print(line);
    if (ends.some(({ whole, format: known }) => !whole && known === null)) surroundings.warn(knownText());
    if (signal.aborted) surroundings.warn('interrupted: run the same command again to go on from here');
    return signal.aborted || ends.some(({ whole }) => !whole) ? 4 : 0;
  } finally {
    store.close();
  }
}

function formatOf(format: string | undefined): string | null {
  if (format === undefined || TRAFFIC_FORMATS.includes(format)) return format ?? null;
  const message = `expected one of ${TRAFFIC_FORMATS.join(', ')}, received ${JSON.stringify(cut(format, 40))}`;
  throw new UserError({ where: '--format', message, hint: 'leave it out: the content of a file tells its format' });
}

function knownText(): string {
  return `formats that are known:\n    otlp: OpenTelemetry requests, JSON or protobuf, also one a line\n${knownFormats()}`;
}

interface InputOutcome extends InputReport {
  /** Nothing of it was missed that the user asked for. */
  readonly whole: boolean;
}

/** Those that were read before an interruption. */
async function readAll(
  inputs: readonly Input[],
  format: string | null,
  store: TrafficStore,
  tally: Tally,
  surroundings: Surroundings,
): Promise<InputOutcome[]> {
  const { signal } = surroundings;
  const progress = new ProgressLine(surroundings, 'bytes');
  const bytes = inputs.map((input) => (input.kind === 'file' ? input.bytes : null));
  progress.plan('reading', bytes.includes(null) ? null : bytes.reduce<number>((sum, size) => sum + (size ?? 0), 0));
  const checkpoints = new Checkpoints(store, format);
  const heap = surroundings.alone ? new FrugalHeap() : null;
  const ends: InputOutcome[] = [];
  try {
    for (const input of inputs) {
      const end =
        input.kind === 'unreadable'
          ? unread(input, tally)
          : await readOne(input, format, checkpoints, tally, { progress, heap, signal });
      if (signal.aborted) break;
      ends.push(end);
    }
    // Everything that was read must be found by whoever goes on.
    if (signal.aborted) await checkpoints.write();
  } finally {
    progress.end();
  }
  return ends;
}

interface Reading {
  readonly progress: ProgressLine;
  readonly heap: FrugalHeap | null;
  readonly signal: AbortSignal;
}

/** Of what cannot be read; such an input is told of like one of a format. */
function unread({ path, reason }: Extract<Input, { kind: 'unreadable' }>, tally: Tally): InputOutcome {
  tally.problem('input that could not be read', `${path}: ${reason}`);
  return { path, format: 'unreadable', whole: false };
}

async function readOne(
  input: ReadableInput,
  format: string | null,
  checkpoints: Checkpoints,
  tally: Tally,
  { progress, heap, signal }: Reading,
): Promise<InputOutcome> {
  const { path } = input;
  if (input.kind === 'file' && input.bytes === 0) {
    tally.problem('empty file', path);
    return { path, format: 'empty', whole: true };
  }
  let skip = checkpoints.done(input);
  let records = 0;
  let misread = 0;
  const take = (batch: TrafficBatch): void => {
    const known = Math.min(skip, batch.records.length);
    skip -= known;
    records += batch.records.length;
    misread += batch.problems.length;
    tally.take({ ...batch, records: batch.records.slice(known) });
  };
  const read = async (bytes: number): Promise<void> => {
    progress.step(bytes);
    heap?.check();
    checkpoints.note(input, records);
    tally.count(await checkpoints.relieve(signal));
  };
  const end = await readInput(input, { format, take, read, signal });
  checkpoints.note(input, records);
  if (end.damage !== null && !signal.aborted)
    tally.problem('input that is damaged or ends early', `${path}: ${end.damage}`);
  const isLeftOut = end.format === null && input.kind === 'file' && !input.named;
  const isLost = end.damage === null && end.format !== null && records === 0 && misread > 0;
  if (isLost && !signal.aborted) tally.problem('input of which nothing could be read', path);
  return { path, format: end.format, whole: end.damage === null && !isLost && (end.format !== null || isLeftOut) };
}

/** Keeps how far files have been read. A pipe cannot be read again. */
class Checkpoints {
  readonly #store: TrafficStore;
  readonly #format: string | null;
  readonly #inputs = new Map<string, InputProgress>();
  #writtenAtMs = performance.now();

  constructor(store: TrafficStore, format: string | null) {
    this.#store = store;
    this.#format = format;
  }

  /** Records of the file that an earlier run has given to the store. */
  done(input: ReadableInput): number {
    if (input.kind === 'pipe') return 0;
    const { file, bytes, modifiedMs } = input;
    const known = this.#store.inputs.find(({ path }) => path === file);
    const isSame = known?.bytes === bytes && known.modifiedMs === modifiedMs && known.format === this.#format;
    return isSame ? known.records : 0;
  }

  note(input: ReadableInput, records: number): void {
    if (input.kind === 'pipe') return;
    const { file, bytes, modifiedMs } = input;
    this.#inputs.set(file, { path: file, bytes, modifiedMs, format: this.#format, records });
  }

  /** Lets the store take in what it holds, or write down what it has on the disk. */
  async relieve(signal: AbortSignal): Promise<FoldCounts> {
    const counts = await this.#store.relieve([...this.#inputs.values()], signal);
    if (this.#store.scatters && performance.now() - this.#writtenAtMs >= CHECKPOINT_INTERVAL_MS) await this.write();
    return counts ?? NO_COUNTS;
  }

  async write(): Promise<void> {
    await this.#store.checkpoint([...this.#inputs.values()]);
    this.#writtenAtMs = performance.now();
  }
}

/** Everything that waits goes into the tables. */
export async function foldAll(store: TrafficStore, surroundings: Surroundings): Promise<FoldCounts> {
  const waiting = store.waitingBytes;
  if (waiting === 0) return store.fold(surroundings.signal);
  const progress = new ProgressLine(surroundings, 'bytes');
  progress.plan('joining traces', waiting);
  let done = 0;
  try {
    return await store.fold(surroundings.signal, (doneBytes) => {
      progress.step(doneBytes - done);
      done = doneBytes;
    });
  } finally {
    progress.end();
  }
}
