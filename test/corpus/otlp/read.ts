import { Readable } from 'node:stream';
import { zstdDecompressSync } from 'node:zlib';
import { type OtlpDetection, unpack } from '../../../src/corpus/index.ts';
import { OtlpFile } from '../../../src/corpus/otlp/file.ts';
import {
  type LogRecord,
  MAX_OTLP_BYTES,
  type OtlpContent,
  type OtlpProblem,
  ProblemCounter,
  type Span,
} from '../../../src/trace/index.ts';

export interface ReadFile {
  readonly format: OtlpDetection;
  readonly spans: readonly Span[];
  readonly logs: readonly LogRecord[];
  readonly droppedMetrics: number;
  readonly problems: readonly OtlpProblem[];
}

/** All that a file of these bytes holds, whatever pieces they arrive in. */
export async function readBytes(bytes: Uint8Array, pieceBytes = 50_000): Promise<ReadFile> {
  const spans: Span[] = [];
  const logs: LogRecord[] = [];
  const problems = new ProblemCounter();
  let droppedMetrics = 0;
  const take = (content: OtlpContent): void => {
    for (const span of content.spans) spans.push(span);
    for (const log of content.logs) logs.push(log);
    droppedMetrics += content.droppedMetrics;
    problems.addAll(content.problems);
  };
  const file = new OtlpFile('file', take, (frame) => zstdDecompressSync(frame, { maxOutputLength: MAX_OTLP_BYTES }));
  await unpack(Readable.from(pieces(bytes, pieceBytes)), (piece) => file.push(piece)).catch(() =>
    problems.add('file that could not be read to its end', () => 'file'),
  );
  const format = file.end();
  return { format, spans, logs, droppedMetrics, problems: problems.list() };
}

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Each message behind its length, as the collector's file exporter writes them. */
export function prefixed(messages: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    messages.flatMap((message) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(message.length);
      return [length, message];
    }),
  );
}
