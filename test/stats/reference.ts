import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import kept from './reference-values.json' with { type: 'json' };

/** R's values; lives beside the repository. Tests that use it skip where it is absent. */
const FILE = join(import.meta.dirname, '../../../shared/reference/distributions.jsonl');

export const hasReference = existsSync(FILE);
export const WHY_SKIPPED = hasReference ? '' : ' (skipped: ../shared/reference/distributions.jsonl is absent)';

export interface ReferencePoint {
  readonly arguments: readonly number[];
  readonly value: number;
}

/** The points of one of R's functions, e.g. `dhyper`. */
export function referencePoints(name: string): ReferencePoint[] {
  const points: ReferencePoint[] = [];
  for (const line of readFileSync(FILE, 'utf8').split('\n')) {
    if (!line.startsWith(`{"f":"${name}",`)) continue;
    const { a, v } = JSON.parse(line) as { a: number[]; v: string };
    points.push({ arguments: a, value: Number(v) });
  }
  return points;
}

/** The few of them that are kept in the repository, so that the kernel is tested against R wherever the tests run. */
export function fixturePoints(name: string): ReferencePoint[] {
  const rows: Readonly<Record<string, readonly (readonly number[])[]>> = kept.values;
  return (rows[name] ?? []).map((row) => ({ arguments: row.slice(0, -1), value: row.at(-1) ?? Number.NaN }));
}

export function relativeError(actual: number, expected: number): number {
  return actual === expected ? 0 : Math.abs(actual - expected) / Math.abs(expected);
}
