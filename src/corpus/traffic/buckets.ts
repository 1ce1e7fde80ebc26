import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf, namesIn, sizeOf } from './files.ts';
import type { MadeItem } from './item-maker.ts';
import { type HeldItem, NO_RECORD } from './record.ts';
import { digitsOf, Scatter, scatterFile } from './scatter.ts';
import type { WholeTrace } from './whole-trace.ts';

/** Keys whose hashes begin alike, with all their records. */
export interface Bucket {
  /** Its hashes are below this, and above those of the buckets before it. */
  readonly until: string;
  readonly bytes: number;
  /** The records in the order in which they came. */
  readonly items: () => Iterable<Held>;
}

/** What waits: a record, or all of a trace at once. */
export type Held = HeldItem | WholeTrace;

/** Why a line of a file could not be read. */
type LineProblem = (file: string, reason: string) => void;

interface BucketLimits {
  /** A larger one is scattered again. */
  readonly bytes: number;
  readonly splitFolder: string;
}

/**
 * The buckets of scattered folders, older folders first, in the order of the hashes. One that is too large for memory is
 * scattered again, by the next digits of the hash; a single huge trace stays whole.
 */
export function* bucketsOf(
  folders: readonly string[],
  limits: BucketLimits,
  problem: LineProblem,
  prefix = '',
  wholeBytes: number | null = null,
): Generator<Bucket> {
  for (const digits of [...new Set(folders.flatMap(namesIn).map(digitsOf))].sort()) {
    const own = prefix + digits;
    const files = folders.map((folder) => join(folder, scatterFile(digits))).filter((file) => sizeOf(file) > 0);
    const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0);
    // What did not get smaller is one trace.
    if (bytes <= limits.bytes || bytes === wholeBytes) {
      yield { until: after(own), bytes, items: () => itemsIn(files, problem) };
      continue;
    }
    const folder = join(limits.splitFolder, own);
    const scatter = new Scatter(folder, own.length);
    for (const file of files)
      for (const line of linesOf(file, torn(file, problem)))
        scatter.addBytes(line.toString('latin1', 0, line.indexOf(TAB)), line);
    scatter.flush();
    yield* bucketsOf([folder], limits, problem, own, bytes);
    rmSync(folder, { recursive: true });
  }
}

/** All records that are held in memory, as one bucket. */
export function bucketOf(items: readonly Held[]): Bucket {
  return { until: after(''), bytes: 0, items: () => items };
}

/** The smallest text above every hash that begins with these digits. */
function after(prefix: string): string {
  return `${prefix}~`;
}

/** Whether all that a file of a scattered folder holds lies in buckets up to the one that ends there. */
export function isBelow(fileName: string, until: string): boolean {
  return after(digitsOf(fileName)) <= until;
}

const TAB = 9;

/** A record as a scattered file holds it: no JSON text has a tab or a line end of its own. */
export function scatteredLine({ hash, origin, text }: Pick<MadeItem, 'hash' | 'origin' | 'text'>): string {
  return `${hash}\t${origin}\t${text}`;
}

function* itemsIn(files: readonly string[], problem: LineProblem): Generator<HeldItem> {
  for (const file of files) {
    for (const line of linesOf(file, torn(file, problem))) {
      const origin = line.indexOf(TAB);
      const text = line.indexOf(TAB, origin + 1);
      if (text === -1) {
        problem(file, NO_RECORD);
        continue;
      }
      yield {
        hash: line.toString('latin1', 0, origin),
        origin: line.toString('utf8', origin + 1, text),
        bytes: line.subarray(text + 1),
        file,
      };
    }
  }
}

function torn(file: string, problem: LineProblem): (bytes: number) => void {
  return (bytes) => problem(file, `the last ${bytes} bytes are cut short and were left out`);
}
