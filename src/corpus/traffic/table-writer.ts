import { appendFileSync } from 'node:fs';
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Codec } from './codec.ts';
import { type Cell, COLUMNS, type Column, type Row } from './columns.ts';
import { onDisk } from './files.ts';
import { FORMAT_KEY, FORMATS, READERS_KEY, type RowVersions, SLICES_KEY, type TableName } from './layout.ts';

/** Rows of a row group: a reader that wants few columns or a range of time reads little. */
export const GROUP_ROWS = 5_000;

/** What the files of a part have in common. */
export interface TableFacts {
  readonly codec: Codec;
  readonly versions: RowVersions;
}

/** Writes one Parquet file, a row group at a time. Holds at most one row group. */
export class TableWriter {
  readonly #columns: readonly Column[];
  readonly #parquet: ParquetWriter;
  #rows: Row[] = [];

  constructor(path: string, table: TableName, { codec, versions }: TableFacts) {
    this.#columns = COLUMNS[table];
    this.#parquet = new ParquetWriter({
      writer: new FileWriter(path),
      schema: schemaOf(this.#columns),
      codec: codec.parquet,
      compressors: { [codec.parquet]: codec.pack },
      statistics: false,
      kvMetadata: [
        { key: FORMAT_KEY, value: FORMATS[table] },
        { key: SLICES_KEY, value: versions.slicesVersion },
        { key: READERS_KEY, value: versions.readersVersion },
      ],
      createdBy: 'pawl',
    });
  }

  /** Rows that are not written yet. */
  get held(): number {
    return this.#rows.length;
  }

  add(row: Row): void {
    this.#rows.push(row);
    if (this.#rows.length >= GROUP_ROWS) this.flush();
  }

  flush(): void {
    const rows = this.#rows;
    if (rows.length === 0) return;
    this.#rows = [];
    this.#parquet.write({
      columnData: this.#columns.map((column) => columnData(column, rows)),
      rowGroupSize: rows.length,
    });
  }

  finish(): void {
    this.flush();
    this.#parquet.finish();
  }
}

/** Appends what was written after each row group and lets its memory go: many files are open at once. */
class FileWriter extends ByteWriter {
  readonly #path: string;

  constructor(path: string) {
    super();
    this.#path = path;
  }

  flush(): void {
    onDisk(this.#path, () => appendFileSync(this.#path, this.getBytes()));
    this.index = 0;
    this.buffer = new ArrayBuffer(1024);
    this.view = new DataView(this.buffer);
  }

  override finish(): void {
    this.flush();
  }
}

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

function elementsOf({ name, type, nullable }: Column): SchemaElement[] {
  const repetition_type = nullable ? 'OPTIONAL' : 'REQUIRED';
  switch (type) {
    case 'id':
    case 'text':
    case 'json':
      return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type }];
    case 'texts':
      return [
        { name, repetition_type, num_children: 1, converted_type: 'LIST' },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      ];
    case 'int':
      return [{ name, type: 'INT32', repetition_type }];
    case 'long':
      return [{ name, type: 'INT64', repetition_type }];
    case 'time':
      return [{ name, type: 'INT64', converted_type: 'TIMESTAMP_MICROS', repetition_type }];
    case 'double':
      return [{ name, type: 'DOUBLE', repetition_type }];
    case 'boolean':
      return [{ name, type: 'BOOLEAN', repetition_type }];
    default:
      return type satisfies never;
  }
}

function columnData({ name, type }: Column, rows: readonly Row[]) {
  const data = new Array<unknown>(rows.length);
  const isAsItIs = AS_IT_IS.has(type);
  for (let at = 0; at < rows.length; at += 1) {
    const cell = rows[at]?.[name] ?? null;
    data[at] = isAsItIs ? cell : cellValue(cell, type);
  }
  // A dictionary of what hardly repeats costs time and room; bytes spare the writer an encoder's call a value.
  if (type === 'id') return { name, data, encoding: 'PLAIN' as const };
  return type === 'time' ? { name, data, statistics: true } : { name, data };
}

const AS_IT_IS: ReadonlySet<Column['type']> = new Set(['text', 'texts', 'json', 'int', 'boolean']);

/** A foreign number that the column cannot hold is unknown, like one that is missing. */
function cellValue(cell: Cell, type: Column['type']): unknown {
  if (type === 'id') return typeof cell === 'string' ? Buffer.from(cell) : null;
  if (type === 'long' || type === 'time') return Number.isSafeInteger(cell) ? BigInt(cell as number) : null;
  if (type === 'double') return Number.isFinite(cell) ? cell : null;
  return cell;
}
