import { type FileHandle, open } from 'node:fs/promises';
import { isZip, openZip } from '../../src/commands/zip.ts';
import { LineSplitter, type Read, TrajectoryFile, type TrajectoryReader, unpack } from '../../src/corpus/index.ts';
import { messageOf } from '../../src/errors.ts';

/** A document on one line is a line; one entry of an archive likewise. */
const MAX_LINE_BYTES = 256 * 1024 * 1024;

/**
 * Reads a file of finished runs or exported traces: plain, compressed with gzip or zstd, or an Inspect archive, as its first
 * bytes say. What cannot be read is a problem among the reads, and what was read before it counts.
 * @param reader null = the format is told by the content.
 * @returns the format's name; null = it is not known.
 */
export async function readTrajectoryFile(
  path: string,
  reader: TrajectoryReader | null,
  give: (read: Read) => void,
): Promise<string | null> {
  const trajectories = new TrajectoryFile(reader, give);
  try {
    const file = await open(path);
    try {
      await readContent(file, trajectories);
    } finally {
      await file.close();
    }
  } catch (error) {
    give({ trajectories: [], problems: [{ place: '', reason: `could not be read: ${messageOf(error)}` }] });
  }
  trajectories.end();
  return trajectories.format;
}

async function readContent(file: FileHandle, trajectories: TrajectoryFile): Promise<void> {
  if (await isZip(file)) {
    await readArchive(file, trajectories);
    return;
  }
  const lines = new LineSplitter(MAX_LINE_BYTES, (line) => trajectories.line(line));
  await unpack(file.createReadStream({ start: 0, autoClose: false }), (bytes) => lines.push(bytes));
  lines.end();
}

/** The header first: it names task and model, and without it no sample is complete. */
async function readArchive(file: FileHandle, trajectories: TrajectoryFile): Promise<void> {
  const zip = await openZip(file);
  const samples = zip.names.filter((name) => name.startsWith('samples/'));
  const header = zip.names.includes('header.json') ? 'header.json' : '_journal/start.json';
  for (const name of [header, ...samples]) {
    const bytes = await zip.read(name, MAX_LINE_BYTES);
    if (bytes !== null) trajectories.entry(name, new TextDecoder().decode(bytes));
  }
}
