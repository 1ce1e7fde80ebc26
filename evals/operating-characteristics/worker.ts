import { measure } from './measure.ts';
import { ROWS } from './rows.ts';

/** A part of one row, as the parent hands it out. */
export interface Part {
  readonly row: number;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

process.on('message', (part: Part) => {
  const row = ROWS[part.row];
  if (row === undefined) throw new Error(`no row ${part.row}`);
  process.send?.(measure(row, part.seed, part.from, part.to));
});
