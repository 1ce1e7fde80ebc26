import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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

export function relativeError(actual: number, expected: number): number {
  return actual === expected ? 0 : Math.abs(actual - expected) / Math.abs(expected);
}
