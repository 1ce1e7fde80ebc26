type Rows = readonly (readonly string[])[];

/** Rows of cells under each other, two spaces apart. `align` as in `paddedCells`. */
export function columns(rows: Rows, align: string): readonly string[] {
  return paddedCells(rows, align).map((cells) => cells.join('  ').trimEnd());
}

/** Every cell as wide as the widest of its column. `align`: `l` or `r` a column, the last letter for all that follow. */
export function paddedCells(rows: Rows, align: string): Rows {
  const widths: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  return rows.map((row) =>
    row.map((cell, at) => {
      const width = widths[at] ?? 0;
      return (align[at] ?? align.at(-1)) === 'r' ? cell.padStart(width) : cell.padEnd(width);
    }),
  );
}
