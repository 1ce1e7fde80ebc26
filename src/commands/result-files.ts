import { type FileHandle, open } from 'node:fs/promises';
import { createGunzip, createZstdDecompress, type Gunzip, type ZstdDecompress } from 'node:zlib';
import { decompress } from '../corpus/index.ts';
import { messageOf, UserError } from '../errors.ts';
import { isJsonObject } from '../trace/index.ts';
import { readZipEntries } from './zip.ts';

/** Decompressed: a result file holds outcomes, and a small compressed file may unfold to anything. */
const MAX_BYTES = 256 * 1024 * 1024;

const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

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
    const first = await firstBytes(file);
    const begins = (magic: readonly number[]): boolean => magic.every((byte, index) => first[index] === byte);
    if (begins(ZIP)) return await inspectLog(file);
    const decoder = begins(GZIP) ? createGunzip : begins(ZSTD) ? createZstdDecompress : null;
    return await streamed(file, decoder);
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
  const entries = await readZipEntries(file, [HEADER, SUMMARIES], MAX_BYTES);
  const header = entries.get(HEADER);
  const summaries = entries.get(SUMMARIES);
  if (header === undefined || summaries === undefined) {
    throw new Error(
      `a zip archive without ${HEADER} and ${SUMMARIES}: no Inspect log, or one of a run that did not end`,
    );
  }
  const parts = [header, summaries].map((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as unknown);
  const [log, samples] = parts;
  return Buffer.from(JSON.stringify({ ...(isJsonObject(log) ? log : {}), samples }));
}

async function firstBytes(file: FileHandle): Promise<Uint8Array> {
  const { bytesRead, buffer } = await file.read(new Uint8Array(4), 0, 4, 0);
  return buffer.subarray(0, bytesRead);
}
