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
import { type Input, inputsOf, readInput } from './ingest-inputs.ts';
import { Tally } from './ingest-tally.ts';
import { ProgressLine } from './progress.ts';
import type { Surroundings } from './surroundings.ts';
import { openTraffic, type TrafficStoreOptions } from './traffic-store.ts';

export interface IngestOptions extends TrafficStoreOptions {
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
    surroundings.print(renderIngest(tally.report(ends, store.notices)));
    if (ends.some((end) => end.format === null)) surroundings.warn(knownText());
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
  /** It was read to its end, and its format was known. */
  readonly whole: boolean;
}

async function readAll(
  inputs: readonly Input[],
  format: string | null,
  store: TrafficStore,
  tally: Tally,
  surroundings: Surroundings,
): Promise<InputOutcome[]> {
  const progress = new ProgressLine(surroundings, 'bytes');
  const bytes = inputs.map((input) => (input.kind === 'file' ? input.bytes : null));
  progress.plan('reading', bytes.includes(null) ? null : bytes.reduce<number>((sum, size) => sum + (size ?? 0), 0));
  const checkpoints = new Checkpoints(store);
  const ends: InputOutcome[] = [];
  try {
    for (const input of inputs) {
      if (surroundings.signal.aborted) break;
      ends.push(await readOne(input, format, checkpoints, tally, { progress, signal: surroundings.signal }));
    }
    // Everything that was read must be found by whoever goes on.
    if (surroundings.signal.aborted) await checkpoints.write();
  } finally {
    progress.end();
  }
  return ends;
}

async function readOne(
  input: Input,
  format: string | null,
  checkpoints: Checkpoints,
  tally: Tally,
  { progress, signal }: { readonly progress: ProgressLine; readonly signal: AbortSignal },
): Promise<InputOutcome> {
  let skip = checkpoints.done(input);
  let records = 0;
  const take = (batch: TrafficBatch): void => {
    const known = Math.min(skip, batch.records.length);
    skip -= known;
    records += batch.records.length;
    tally.take({ ...batch, records: batch.records.slice(known) });
  };
  const read = async (bytes: number): Promise<boolean> => {
    progress.step(bytes);
    checkpoints.note(input, records);
    tally.count(await checkpoints.relieve(signal));
    return !signal.aborted;
  };
  const end = await readInput(input, { format, take, read });
  checkpoints.note(input, records);
  if (end.damage !== null) tally.problem('input that is damaged or ends early', `${input.path}: ${end.damage}`);
  return { path: input.path, format: end.format, records, whole: end.format !== null && end.damage === null };
}

/** Keeps how far files have been read. A pipe cannot be read again. */
class Checkpoints {
  readonly #store: TrafficStore;
  readonly #inputs = new Map<string, InputProgress>();
  #writtenAtMs = performance.now();

  constructor(store: TrafficStore) {
    this.#store = store;
  }

  /** Records of the file that an earlier run has given to the store. */
  done(input: Input): number {
    if (input.kind === 'pipe') return 0;
    const { file, bytes, modifiedMs } = input;
    const known = this.#store.inputs.find(({ path }) => path === file);
    return known?.bytes === bytes && known.modifiedMs === modifiedMs ? known.records : 0;
  }

  note(input: Input, records: number): void {
    if (input.kind === 'pipe') return;
    const { file, bytes, modifiedMs } = input;
    this.#inputs.set(file, { path: file, bytes, modifiedMs, records });
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
  const progress = new ProgressLine(surroundings, 'bytes');
  const waiting = store.waitingBytes;
  if (waiting > 0) progress.plan('joining traces', waiting);
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
