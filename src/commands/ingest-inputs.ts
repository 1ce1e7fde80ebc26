import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { zstdDecompressSync } from 'node:zlib';
import { openRuns, type TrafficBatch, TrafficInput, unpack } from '../corpus/index.ts';
import { messageOf, type Problem, UserError } from '../errors.ts';
import { MAX_OTLP_BYTES } from '../trace/index.ts';
import { isZip, openZip } from './zip.ts';

/** A file to ingest, or standard input, which has no size and no time. */
export type Input =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly file: string;
      readonly bytes: number;
      readonly modifiedMs: number;
    }
  | { readonly kind: 'pipe'; readonly path: string; readonly source: Readable };

/** The inputs by their names; `-` is standard input. */
export async function inputsOf(paths: readonly string[], directory: string, stdin: () => Readable): Promise<Input[]> {
  const problems: Problem[] = [];
  const inputs: Input[] = [];
  for (const path of new Set(paths)) {
    if (path === '-') {
      inputs.push({ kind: 'pipe', path: 'standard input', source: stdin() });
      continue;
    }
    const file = resolve(directory, path);
    const found = await stat(file).catch((error: unknown) => messageOf(error));
    if (typeof found !== 'string' && found.isFile())
      inputs.push({ kind: 'file', path, file, bytes: found.size, modifiedMs: found.mtimeMs });
    else problems.push({ where: path, message: typeof found === 'string' ? found : 'expected a file', hint: null });
  }
  if (problems.length > 0) throw new UserError(problems);
  return inputs;
}

/** How an input is followed while it is read. */
export interface Following {
  readonly format: string | null;
  readonly take: (batch: TrafficBatch) => void;
  /** After each piece of the file; what it returns is waited for. false = stop here. */
  readonly read: (bytes: number) => Promise<boolean>;
}

/** What became of an input. `damage` = it is damaged or ends early; what stands before that was read. */
export interface InputEnd {
  readonly format: string | null;
  readonly damage: string | null;
  readonly stopped: boolean;
}

const CHUNK_BYTES = 256 * 1024;

/** Reads an input to its end, decompressed as its first bytes say. Holds one request or record of it. */
export async function readInput(input: Input, following: Following): Promise<InputEnd> {
  if (input.kind === 'file' && (await isArchive(input.file))) return readArchive(input, following);
  const reading = new TrafficInput(input.path, following.format, following.take, unzstd);
  const source = input.kind === 'file' ? createReadStream(input.file, { highWaterMark: CHUNK_BYTES }) : input.source;
  let stopped = false;
  const thrown: unknown[] = [];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      yield chunk;
      stopped = !(await following.read(chunk.length));
      if (stopped) throw new Error('stopped');
    }
  }
  const push = (bytes: Uint8Array): void => {
    try {
      reading.push(bytes);
    } catch (error) {
      thrown.push(error);
      throw error;
    }
  };
  try {
    await unpack(Readable.from(chunks()), push);
  } catch (error) {
    if (stopped) return { format: null, damage: null, stopped };
    if (thrown.length > 0) throw thrown[0];
    return { format: reading.end(), damage: messageOf(error), stopped };
  }
  return { format: reading.end(), damage: null, stopped };
}

function unzstd(bytes: Uint8Array): Uint8Array {
  return zstdDecompressSync(bytes, { maxOutputLength: MAX_OTLP_BYTES });
}

async function isArchive(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    return await isZip(file);
  } finally {
    await file.close();
  }
}

const HEADER = 'header.json';
const SAMPLE = /^samples\/.*\.json$/;

/** Inspect's `.eval`: a zip archive, whose header and samples are read like the lines of a file. */
async function readArchive(input: Extract<Input, { kind: 'file' }>, following: Following): Promise<InputEnd> {
  const runs = openRuns(input.path, following.format, following.take);
  const file = await open(input.file);
  try {
    const zip = await openZip(file);
    const names = [HEADER, ...zip.names.filter((name) => SAMPLE.test(name))];
    for (const [index, name] of names.entries()) {
      const bytes = await zip.read(name, MAX_OTLP_BYTES);
      const text = bytes === null ? '' : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      runs.line({ kind: 'text', number: index + 1, text });
      const share = Math.round(input.bytes / names.length);
      if (!(await following.read(share))) return { format: null, damage: null, stopped: true };
    }
    runs.end();
    return { format: runs.format, damage: null, stopped: false };
  } catch (error) {
    return { format: runs.format, damage: messageOf(error), stopped: false };
  } finally {
    await file.close();
  }
}
