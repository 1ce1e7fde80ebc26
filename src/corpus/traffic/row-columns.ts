import { type Cell, COLUMNS, type ColumnType, type Row } from './columns.ts';
import type { TableName } from './layout.ts';

/** Some columns of rows that are in no file, as they would be read from one. */
export function columnsOfRows<Name extends string>(table: TableName, names: readonly Name[], rows: readonly Row[]) {
  const types = new Map<string, ColumnType>(COLUMNS[table].map(({ name, type }) => [name, type]));
  const of = {} as Record<Name, readonly Cell[]>;
  for (const name of names) {
    const type = types.get(name);
    of[name] = rows.map((row) => held(row[name] ?? null, type));
  }
  return { rows: rows.length, of };
}

/** A foreign number that a column cannot hold is unknown. */
function held(cell: Cell, type: ColumnType | undefined): Cell {
  if (type === 'long' || type === 'time') return Number.isSafeInteger(cell) ? cell : null;
  return type === 'double' && !Number.isFinite(cell) ? null : cell;
}
