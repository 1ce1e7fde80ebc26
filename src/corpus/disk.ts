import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { messageOf, UserError } from '../errors.ts';
import type { CaseDraft } from './case.ts';
import { type Corpus, CorpusBuilder, type CorpusFileBuilder } from './corpus.ts';
import { decompress } from './decompress.ts';
import { LineSplitter } from './lines.ts';
import { type CorpusEntries, EntriesBuilder } from './upkeep/entries.ts';
import { writeCaseLine } from './writer.ts';

/** Bytes of one corpus file, from wherever they come. The path's extension says how they are compressed. */
export interface CorpusSource {
  readonly path: string;
  readonly open: () => Readable;
}

const MAX_LINE_BYTES = 32 * 1024 * 1024;

/** A small compressed file can hold any number of bytes and of lines that are no cases: nobody shall wait for them. */
interface CorpusLimits {
  readonly bytes: number;
  /** Lines that are empty, or no cases. */
  readonly fruitlessLines: number;
}

const LIMITS: CorpusLimits = { bytes: 4 * 1024 ** 3, fruitlessLines: 100_000 };

const COMPRESSIONS = [
  { extension: '.jsonl', compress: () => new PassThrough(), decoder: null },
  { extension: '.jsonl.gz', compress: () => createGzip(), decoder: () => createGunzip() },
  { extension: '.jsonl.zst', compress: () => createZstdCompress(), decoder: () => createZstdDecompress() },
] as const;

/**
 * Reads files one after another, line by line. What cannot be read (a malformed line, an id used twice, a file that ends
 * early, is missing or passes the limits) is a problem in the result; the rest is read all the same.
 */
export async function readCorpus(sources: readonly CorpusSource[], limits = LIMITS): Promise<Corpus> {
  const corpus = new CorpusBuilder();
  for (const source of sources) await readFile(source, corpus.file(source.path), limits);
  return corpus.build();
}

/** The same with retired cases, and each case with its place. */
export async function readEntries(sources: readonly CorpusSource[]): Promise<CorpusEntries> {
  const entries = new EntriesBuilder();
  for (const source of sources) await readFile(source, entries.file(source.path), LIMITS);
  return entries.build();
}

/** The lines of a file as they are. @throws UserError where one cannot be read: nobody may write it back. */
export async function readCorpusLines(source: CorpusSource): Promise<readonly string[]> {
  const lines: string[] = [];
  const problems: string[] = [];
  const text = (_: number, content: string): void => {
    lines.push(content);
  };
  const problem = (line: number | null, reason: string): void => {
    problems.push(line === null ? reason : `line ${line}: ${reason}`);
  };
  await readFile(source, { text, problem, cases: () => lines.length }, LIMITS);
  const [first] = problems;
  if (first !== undefined) throw new UserError({ where: source.path, message: first, hint: 'mend the file first' });
  return lines;
}

async function readFile(source: CorpusSource, file: CorpusFileBuilder, limits: CorpusLimits): Promise<void> {
  const compression = compressionOf(source.path);
  if (compression === null) return file.problem(null, wrongExtension);
  const lines = new LineSplitter(MAX_LINE_BYTES, (line) => {
    if (line.kind === 'text') file.text(line.number, line.text);
    else file.problem(line.number, line.reason);
    if (line.number - file.cases() > limits.fruitlessLines)
      throw new Error(`expected at most ${limits.fruitlessLines} lines without a case, received more`);
  });
  let bytes = 0;
  const take = (chunk: Uint8Array): void => {
    bytes += chunk.length;
    if (bytes > limits.bytes) throw new Error(`expected at most ${limits.bytes} bytes of lines, received more`);
    lines.push(chunk);
  };
  try {
    if (compression.decoder === null) for await (const chunk of source.open()) take(chunk);
    else await decompress(source.open(), compression.decoder, take);
    lines.end();
  } catch (error) {
    file.problem(null, `unreadable after ${lines.completeLines} complete lines: ${messageOf(error)}`);
  }
}

/** Replaces the file in one step, so that nobody ever reads half of it. Compresses by the extension. */
export function writeCorpus(path: string, cases: Iterable<CaseDraft>): Promise<void> {
  return writeCorpusLines(path, linesOf(cases));
}

/** The same with lines as they are, each without its end. */
export async function writeCorpusLines(path: string, lines: Iterable<string>): Promise<void> {
  const compression = compressionOf(path);
  if (compression === null) throw new UserError({ where: path, message: wrongExtension, hint: 'rename the file' });
  const partial = `${path}.${process.pid}.partial`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await pipeline(Readable.from(ended(lines)), compression.compress(), createWriteStream(partial));
    await rename(partial, path);
  } catch (error) {
    // What the disk refuses is for the user to mend.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new UserError({ where: path, message: messageOf(error), hint: 'name a file that can be written' });
  } finally {
    // Where no folder could be made there is none to take it out of.
    await rm(partial, { force: true }).catch(() => undefined);
  }
}

/** A corpus that grows case by case. */
export interface CaseAppender {
  /** One at a time: its line is on its way to the disk as a whole. */
  append(draft: CaseDraft): Promise<void>;
  close(): Promise<void>;
}

/** Opens a plain JSON Lines file behind what it holds. @throws UserError */
export async function openCaseAppender(path: string): Promise<CaseAppender> {
  if (!path.endsWith('.jsonl'))
    throw new UserError({
      where: path,
      message: 'a corpus that grows must be plain',
      hint: 'name a file that ends in .jsonl',
    });
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a');
    // Whoever was killed while writing leaves a line without its end.
    if ((await file.stat()).size > 0) await file.appendFile('\n');
    return {
      append: (draft) => file.appendFile(`${writeCaseLine(draft)}\n`),
      close: () => file.close(),
    };
  } catch (error) {
    throw new UserError({ where: path, message: messageOf(error), hint: 'name a file that can be written' });
  }
}

function* linesOf(cases: Iterable<CaseDraft>): Generator<string> {
  for (const item of cases) yield writeCaseLine(item);
}

function* ended(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

function compressionOf(path: string) {
  return COMPRESSIONS.find(({ extension }) => path.endsWith(extension)) ?? null;
}

const wrongExtension = `expected a file name that ends in ${COMPRESSIONS.map(({ extension }) => extension).join(', ')}`;
