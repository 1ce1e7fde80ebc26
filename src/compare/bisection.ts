/** What the gate said of one commit against base: it blocks, it does not, or neither is known. */
export type StepResult = 'blocks' | 'passes' | 'unknown';

/** Commits by index, oldest first. */
export interface Bisection {
  /** The commits one of which made it block: from the first that is not known to pass to the first that blocks. */
  readonly from: number;
  readonly to: number;
  /** The commit to decide next; null = nothing further can be told apart. */
  readonly next: number | null;
}

/**
 * Halves the commits after the last one before it that passes, up to the first that blocks. A commit of which nothing is known
 * is stepped over, nearest first, and stays in the range: it is never guessed. The last of `commits` blocks.
 */
export function bisect(commits: number, results: ReadonlyMap<number, StepResult>): Bisection {
  const indices = Array.from({ length: commits }, (_, index) => index);
  const to = indices.find((index) => results.get(index) === 'blocks') ?? commits - 1;
  const from = 1 + (indices.findLast((index) => index < to && results.get(index) === 'passes') ?? -1);
  const middle = from + Math.floor((to - from - 1) / 2);
  const open = indices.slice(from, to).filter((index) => !results.has(index));
  const next = open.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b)[0] ?? null;
  return { from, to, next };
}
