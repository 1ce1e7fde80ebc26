import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { addAbortSignal, Readable } from 'node:stream';
import { zstdDecompressSync } from 'node:zlib';
import { openRuns, type TrafficBatch, TrafficInput, unpack } from '../corpus/index.ts';
import { messageOf } from '../errors.ts';
import { MAX_OTLP_BYTES } from '../trace/index.ts';
import type { ReadableInput } from './ingest-inputs.ts';
import { isZip, openZip } from './zip.ts';

/** How an input is followed while it is read. */
interface Following {
  /** null = its content tells. */
  readonly format: string | null;
  readonly take: (batch: TrafficBatch) => void;
  /** After so many bytes of the file; reading goes on when this is done. */
  readonly read: (bytes: number) => Promise<void>;
  /** Ends the reading early. */
  readonly signal: AbortSignal;
}

interface InputEnd {
  /** null = not known. */
  readonly format: string | null;
  /** Why it was not read whole; null = it was. What stands before the damage was read. */
  readonly damage: string | null;
}

const CHUNK_BYTES = 256 * 1024;

/**
 * Reads an input to its end: plain, compressed with gzip or zstd, or an Inspect archive, as its first bytes say. Holds one
 * request or record of it.
 */
export async function readInput(input: ReadableInput, following: Following): Promise<InputEnd> {
  if (input.kind === 'pipe') return readBytes(input.path, input.open(), following);
  const opened = await openFile(input.file);
  if (typeof opened === 'string') return { format: 'unreadable', damage: opened };
  try {
    if (await isZip(opened)) return await readArchive(opened, input, following);
  } finally {
    await opened.close();
  }
  return readBytes(input.path, createReadStream(input.file, { highWaterMark: CHUNK_BYTES }), following);
}

function openFile(path: string): Promise<FileHandle | string> {
  return open(path).catch(messageOf);
}

async function readBytes(path: string, source: Readable, following: Following): Promise<InputEnd> {
  const { format, take, read, signal } = following;
  const reading = new TrafficInput(path, format, take, unzstd);
  const own = new OwnFaults();
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of addAbortSignal(signal, source) as AsyncIterable<Uint8Array>) {
      yield chunk;
      await own.kept(() => read(chunk.length));
    }
  }
  let damage: string | null = null;
  try {
    await unpack(Readable.from(chunks()), (bytes) => own.keptSync(() => reading.push(bytes)));
  } catch (error) {
    own.rethrow();
    damage = signal.aborted ? 'interrupted' : messageOf(error);
  }
  if (signal.aborted) return { format, damage };
  const known = reading.end();
  return { format: known, damage: damage ?? (reading.isCutShort ? 'its end is not whole' : null) };
}

/** What is thrown by those who take what was read is no damage of the input. */
class OwnFaults {
  readonly #faults: unknown[] = [];

  async kept(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#faults.push(error);
      throw error;
    }
  }

  keptSync(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#faults.push(error);
      throw error;
    }
  }

  rethrow(): void {
    if (this.#faults.length > 0) throw this.#faults[0];
  }
}

function unzstd(bytes: Uint8Array): Uint8Array {
  return zstdDecompressSync(bytes, { maxOutputLength: MAX_OTLP_BYTES });
}

const HEADERS = ['header.json', '_journal/start.json'];
const SAMPLE = /^samples\/.*\.json$/;

/** Inspect's `.eval`: a zip archive. The header comes first: it names task and model, and no sample is complete without it. */
async function readArchive(
  file: FileHandle,
  { path, bytes }: Extract<ReadableInput, { kind: 'file' }>,
  { format, take, read, signal }: Following,
): Promise<InputEnd> {
  const runs = openRuns(path, format, take);
  const zip = await openZip(file).catch(messageOf);
  if (typeof zip === 'string') return { format: null, damage: zip };
  const header = HEADERS.find((name) => zip.names.includes(name));
  const names = [...(header === undefined ? [] : [header]), ...zip.names.filter((name) => SAMPLE.test(name))];
  const damages: string[] = [];
  for (const name of names) {
    if (signal.aborted) return { format: runs.format, damage: 'interrupted' };
    const entry = await zip.read(name, MAX_OTLP_BYTES).then(utf8, (error: unknown) => error);
    if (typeof entry === 'string') runs.entry(name, entry);
    else damages.push(`${name}: ${messageOf(entry)}`);
    await read(Math.round(bytes / names.length));
  }
  runs.end();
  return { format: runs.format, damage: damages.length === 0 ? null : damages.slice(0, 3).join('; ') };
}

/** What is not UTF-8 is given back as the fault it is. */
function utf8(bytes: Uint8Array | null): unknown {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes ?? new Uint8Array());
  } catch (error) {
    return error;
  }
}
