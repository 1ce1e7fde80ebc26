import { type FileHandle, open, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { unpack } from '../corpus/index.ts';
import { messageOf, UserError } from '../errors.ts';
import type { ResultText } from '../score/index.ts';
import { isJsonObject, type Json, jsonFault, parsePythonJson } from '../trace/index.ts';
import { filesBelow } from './files-below.ts';
import { isZip, openZip } from './zip.ts';

/** Decompressed: a result file holds outcomes, and a small compressed file may unfold to anything. */
const MAX_BYTES = 256 * 1024 * 1024;

const HEADER = 'header.json';
const SUMMARIES = 'summaries.json';

/** A folder holds the files of one side: more are no results. */
const MAX_FILES = 10_000;

/**
 * The texts of a result file, or of all files in a folder and below it (hidden ones left out), in the order of their names.
 * @throws UserError for what cannot be read, and for an empty folder.
 */
export async function readResultTexts(directory: string, path: string): Promise<ResultText[]> {
  const isFolder = (await stat(resolve(directory, path)).catch(() => null))?.isDirectory() === true;
  if (!isFolder) return [{ file: path, text: await readResultText(resolve(directory, path), path) }];
  const names = await filesBelow(resolve(directory, path));
  if (names.length === 0 || names.length > MAX_FILES) {
    const message = `expected a folder of 1 to ${MAX_FILES} files, received ${names.length}`;
    throw new UserError({ where: path, message, hint: null });
  }
  const texts: ResultText[] = [];
  for (const name of names) {
    const file = join(path, name);
    texts.push({ file, text: await readResultText(resolve(directory, file), file) });
  }
  return texts;
}

/** The text of one file: plain, compressed with gzip or zstd, or an Inspect log, as its first bytes say. */
async function readResultText(path: string, file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(path));
  } catch (error) {
    throw new UserError({ where: file, message: `could not be read: ${messageOf(error)}`, hint: null });
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    if (await isZip(file)) return await inspectLog(file);
    const pieces: Uint8Array[] = [];
    let size = 0;
    await unpack(file.createReadStream({ start: 0, autoClose: false }), (bytes) => {
      size += bytes.length;
      if (size > MAX_BYTES) throw new Error(`more than ${MAX_BYTES} bytes when decompressed: compare parts of it`);
      pieces.push(bytes);
    });
    return Buffer.concat(pieces);
  } finally {
    await file.close();
  }
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
  const log = jsonOf(HEADER, header);
  return Buffer.from(JSON.stringify({ ...(isJsonObject(log) ? log : {}), samples: jsonOf(SUMMARIES, summaries) }));
}

function jsonOf(name: string, bytes: Uint8Array): Json {
  const text = new TextDecoder().decode(bytes);
  const value = parsePythonJson(text);
  if (value === undefined) throw new Error(`${name} in it: ${jsonFault(text)}`);
  return value;
}
