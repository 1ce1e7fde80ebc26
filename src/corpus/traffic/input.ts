import { MAX_OTLP_BYTES, type OtlpContent, type OtlpProblem, type ProblemKind } from '../../trace/index.ts';
import { LineSplitter } from '../lines.ts';
import { OtlpFile, type Unzstd } from '../otlp/file.ts';
import { DETECTION_BYTES, detectOtlp } from '../otlp/format.ts';
import { TrajectoryFile } from '../readers/file.ts';
import type { Read } from '../readers/reader.ts';
import { readerNamed, TRAJECTORY_READERS } from '../readers/table.ts';
import type { TrafficRecord } from './record.ts';

/** What a piece of an input gave. */
export interface TrafficBatch {
  readonly records: readonly TrafficRecord[];
  readonly problems: readonly OtlpProblem[];
  /** Metrics are known and left out. */
  readonly droppedMetrics: number;
}

/** The names that `--format` takes. */
export const TRAFFIC_FORMATS: readonly string[] = ['otlp', ...TRAJECTORY_READERS.map(({ name }) => name)];

const NEWLINE = 10;

interface Reading {
  push(bytes: Uint8Array): void;
  /** The name of the format; null = unknown. */
  end(): string | null;
  /** After the end: what is wrong with the last line or request. */
  lastKinds(): readonly ProblemKind[];
}

/**
 * Reads traces or finished runs out of the decompressed bytes of one file or pipe, as they arrive. What it is, its first
 * bytes tell, unless a format is named.
 */
export class TrafficInput {
  readonly #start: (head: Uint8Array) => Reading;
  #reading: Reading | null = null;
  #head: Uint8Array[] = [];
  #headBytes = 0;
  #lastByte = NEWLINE;

  /** @throws UserError for a format that does not exist. */
  constructor(where: string, format: string | null, take: (batch: TrafficBatch) => void, unzstd: Unzstd) {
    const otlp = (): Reading => otlpReading(where, take, unzstd);
    const runs = (name: string | null): Reading => runReading(where, name, take);
    if (format === 'otlp') this.#reading = otlp();
    else if (format !== null) this.#reading = runs(format);
    this.#start = (head) => (detectOtlp(head).kind === 'unknown' ? runs(null) : otlp());
  }

  push(bytes: Uint8Array): void {
    this.#lastByte = bytes.at(-1) ?? this.#lastByte;
    if (this.#reading !== null) {
      this.#reading.push(bytes);
      return;
    }
    this.#head.push(bytes);
    this.#headBytes += bytes.length;
    if (this.#headBytes >= DETECTION_BYTES) this.#begin();
  }

  end(): string | null {
    return (this.#reading ?? this.#begin()).end();
  }

  /** After the end: what stood behind the last line end, or behind the last request, is not whole. */
  get isCutShort(): boolean {
    const isOpen = this.#lastByte !== NEWLINE;
    const last = this.#reading?.lastKinds() ?? [];
    return last.includes('open_end') || (isOpen && last.includes('no_json'));
  }

  #begin(): Reading {
    const head = Buffer.concat(this.#head);
    this.#head = [];
    const reading = this.#start(head);
    this.#reading = reading;
    reading.push(head);
    return reading;
  }
}

function otlpReading(where: string, take: (batch: TrafficBatch) => void, unzstd: Unzstd): Reading {
  let last: readonly ProblemKind[] = [];
  const give = (content: OtlpContent): void => {
    last = kindsIn(content.problems);
    take(batchOfContent(content));
  };
  const file = new OtlpFile(where, give, unzstd);
  return {
    push: (bytes) => file.push(bytes),
    end: () => (file.end().kind === 'unknown' ? null : 'otlp'),
    lastKinds: () => last,
  };
}

function kindsIn(problems: readonly OtlpProblem[]): readonly ProblemKind[] {
  return problems.flatMap(({ kind }) => kind ?? []);
}

function runReading(where: string, format: string | null, take: (batch: TrafficBatch) => void): Reading {
  let last: ProblemKind[] = [];
  const give = (batch: TrafficBatch): void => {
    last.push(...kindsIn(batch.problems));
    take(batch);
  };
  const file = openRuns(where, format, give);
  const lines = new LineSplitter(MAX_OTLP_BYTES, (line) => {
    last = [];
    file.line(line);
  });
  return {
    push: (bytes) => lines.push(bytes),
    end: () => {
      lines.end();
      file.end();
      return file.format;
    },
    lastKinds: () => last,
  };
}

/** A file of finished runs or exports that is given line by line; null = the format is told by the content. */
export function openRuns(where: string, format: string | null, take: (batch: TrafficBatch) => void): TrajectoryFile {
  const reader = format === null ? null : readerNamed(format, '--format');
  return new TrajectoryFile(reader, (read) => take(batchOfRead(where, read)));
}

export function batchOfContent({ spans, logs, droppedMetrics, problems }: OtlpContent): TrafficBatch {
  const records = [
    ...spans.map((span) => ({ kind: 'span', span }) as const),
    ...logs.map((log) => ({ kind: 'log', log }) as const),
  ];
  return { records, problems, droppedMetrics };
}

function batchOfRead(where: string, { trajectories, problems }: Read): TrafficBatch {
  return {
    records: trajectories.map((trajectory) => ({ kind: 'trajectory', trajectory })),
    problems: problems.map(({ place, ...problem }) => ({ ...problem, count: 1, examples: [`${where} ${place}`] })),
    droppedMetrics: 0,
  };
}
