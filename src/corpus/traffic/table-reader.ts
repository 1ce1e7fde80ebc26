import { closeSync, fstatSync, openSync } from 'node:fs';
import { type AsyncBuffer, parquetMetadataAsync, parquetScan } from 'hyparquet';
import { messageOf } from '../../errors.ts';
import { CODECS } from './codec.ts';
import { damaged, wrongFormat } from './faults.ts';
import { onDisk, readAt } from './files.ts';
import { FORMAT_KEY, FORMATS, READERS_KEY, type RowVersions, SLICES_KEY, type TableName } from './layout.ts';

/** The values of some columns of one row group, in the order of the rows; null where there is none. Times are microseconds. */
export type Columns<Name extends string> = {
  readonly rows: number;
  readonly of: Readonly<Record<Name, ArrayLike<unknown>>>;
};

const COMPRESSORS = Object.fromEntries(CODECS.map(({ parquet, unpack }) => [parquet, unpack]));
const PARSERS = { timestampFromMicroseconds: (micros: bigint): number => Number(micros) };

/** Reads those columns of a table's file, a row group at a time, and nothing else of it. */
export async function* readTable<Name extends string>(
  path: string,
  table: TableName,
  names: readonly Name[],
): AsyncGenerator<Columns<Name>> {
  const descriptor = onDisk(path, () => openSync(path, 'r'));
  try {
    const columns = [...names];
    const file = bufferOf(descriptor);
    const scan = await parquetScan({ file, columns, compressors: COMPRESSORS, parsers: PARSERS }).catch(
      (error: unknown) => {
        throw damaged(path, messageOf(error));
      },
    );
    const format = scan.metadata.key_value_metadata?.find(({ key }) => key === FORMAT_KEY)?.value;
    if (format !== FORMATS[table]) throw wrongFormat(path, FORMATS[table], format ?? null);
    for (const { rowStart, rowEnd } of scan.ranges) {
      const of = {} as Record<Name, ArrayLike<unknown>>;
      for (const column of names) of[column] = asNumbers(await scan.readColumn({ column, rowStart, rowEnd }));
      yield { rows: rowEnd - rowStart, of };
    }
  } finally {
    closeSync(descriptor);
  }
}

/** By which slice definitions and readers its rows are; null = it was written when files did not say it. */
interface TableVersions {
  readonly slices: string | null;
  readonly readers: string | null;
}

/** Whether rows of these versions are what would be written now. */
export function isBy({ slices, readers }: TableVersions, now: RowVersions): boolean {
  return slices === now.slicesVersion && readers === now.readersVersion;
}

export async function versionsOf(path: string): Promise<TableVersions> {
  const descriptor = onDisk(path, () => openSync(path, 'r'));
  try {
    const { key_value_metadata: facts } = await parquetMetadataAsync(bufferOf(descriptor)).catch((error: unknown) => {
      throw damaged(path, messageOf(error));
    });
    const said = (wanted: string): string | null => facts?.find(({ key }) => key === wanted)?.value ?? null;
    return { slices: said(SLICES_KEY), readers: said(READERS_KEY) };
  } finally {
    closeSync(descriptor);
  }
}

/** Counts are far below 2^53. */
function asNumbers(values: ArrayLike<unknown>): ArrayLike<unknown> {
  const isLong = (value: unknown): boolean => typeof value === 'bigint';
  const some = Array.prototype.some.call(values, isLong);
  return some ? Array.from(values, (value) => (isLong(value) ? Number(value) : value)) : values;
}

function bufferOf(descriptor: number): AsyncBuffer {
  const byteLength = fstatSync(descriptor).size;
  return {
    byteLength,
    slice: (start, end = byteLength) => {
      const { buffer, byteOffset, length } = readAt(descriptor, start, end - start);
      return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
    },
  };
}
