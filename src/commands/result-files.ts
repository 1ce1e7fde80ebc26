import { type FileHandle, open } from 'node:fs/promises';
import type { Gunzip, ZstdDecompress } from 'node:zlib';
import { decompress } from '../corpus/index.ts';
import { messageOf, UserError } from '../errors.ts';
import { isJsonObject, parsePythonJson } from '../trace/index.ts';
import { compressionOf } from './compression.ts';
import { openZip } from './zip.ts';

/** Decompressed: a result file holds outcomes, and a small compressed file may unfold to anything. */
const MAX_BYTES = 256 * 1024 * 1024;

const HEADER = 'header.json';
const SUMMARIES = 'summaries.json';

/**
 * The text of a result file: plain, compressed with gzip or zstd, or an Inspect log, as its first bytes say.
 * @throws UserError for a file that cannot be read, is too large, or holds something else than text.
 */
export async function readResultText(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(path));
  } catch (error) {
    throw new UserError({ where: path, message: `could not be read: ${messageOf(error)}`, hint: null });
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { kind, decoder } = await compressionOf(file);
    return kind === 'zip' ? await inspectLog(file) : await streamed(file, decoder);
  } finally {
    await file.close();
  }
}

async function streamed(file: FileHandle, decoder: (() => Gunzip | ZstdDecompress) | null): Promise<Uint8Array> {
  const source = file.createReadStream({ start: 0, autoClose: false });
  const pieces: Uint8Array[] = [];
  let size = 0;
  const tooLarge = new Error(`more than ${MAX_BYTES} bytes when decompressed: compare parts of it`);
  const take = (bytes: Uint8Array): void => {
    size += bytes.length;
    if (size <= MAX_BYTES) pieces.push(bytes);
    else source.destroy(tooLarge);
  };
  if (decoder === null) for await (const bytes of source) take(bytes);
  else await decompress(source, decoder, take);
  if (size > MAX_BYTES) throw tooLarge;
  return Buffer.concat(pieces);
}

/**
 * Inspect's `.eval`: a zip archive. Its header and its summary of all samples say what the log as JSON says, without the
 * transcripts.
 */
async function inspectLog(file: FileHandle): Promise<Uint8Array> {
  const zip = await openZip(file);
  const header = await zip.read(HEADER, MAX_BYTES);
  const summaries = await zip.read(SUMMARIES, MAX_BYTES);
  if (header === null || summaries === null) {
    throw new Error(
      `a zip archive without ${HEADER} and ${SUMMARIES}: no Inspect log, or one of a run that did not end`,
    );
  }
  const parts = [header, summaries].map((bytes) => parsePythonJson(new TextDecoder().decode(bytes)) as unknown);
  const [log, samples] = parts;
  return Buffer.from(JSON.stringify({ ...(isJsonObject(log) ? log : {}), samples }));
}
