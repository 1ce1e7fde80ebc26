import { clusterBootstrap, dividends, type Random, shapley } from '../stats/index.ts';
import type { CaseDifference } from './case-differences.ts';
import type { GateVerdict, Interval } from './decision.ts';

/** In rate, with limits that hold for all effects of one kind together at 95 %. */
export interface EstimatedEffect extends Interval {
  readonly value: number;
}

/** What several factors do together beyond what they do in smaller company; factors by their index. */
export interface Interaction extends EstimatedEffect {
  readonly factors: readonly number[];
}

interface FactorEffects {
  /** Shapley value of each factor for the pass rate; they sum to `total`. */
  readonly effects: readonly EstimatedEffect[];
  readonly interactions: readonly Interaction[];
  /** Pass rate with all factors less base's. */
  readonly total: number;
  readonly cases: number;
  /** Cases that could not be judged in some cell. */
  readonly leftOut: number;
}

const LEVEL = 0.95;

/**
 * What each factor does to the pass rate of the same cases. `cells`: by case the difference from base, of the cell whose
 * factors are the bits of its place; the first is base itself and empty. A case counts where every cell could judge it. Limits
 * come from resampling clusters of cases, all cells of a case together: what cells have in common (base's trials, and each answer
 * to a request that several of them make) stays within a case, so that it narrows what they differ by and biases nothing.
 * null = no case is left.
 */
export function factorEffects(cells: readonly (readonly CaseDifference[])[], random: Random): FactorEffects | null {
  const found = cells.slice(1).map((cell) => new Map(cell.map((one) => [one.caseId, one.difference])));
  const all = cells.at(-1) ?? [];
  const judged = all.flatMap(({ caseId, cluster }) => {
    const values = found.map((cell) => cell.get(caseId) ?? null);
    const known = values.filter((value) => value !== null);
    return known.length === values.length ? [{ unit: JSON.stringify(cluster ?? [caseId]), values: [0, ...known] }] : [];
  });
  if (judged.length === 0) return null;
  const factors = Math.round(Math.log2(cells.length));
  const groups = Array.from(cells.keys()).filter((cell) => membersOf(cell).length > 1);
  const rows = judged.map(({ unit, values }) => {
    const joint = dividends(values);
    return { unit, quantities: [...shapley(values), ...groups.map((group) => joint[group] ?? 0)] };
  });
  const limits = clusterBootstrap(
    [...Map.groupBy(rows, ({ unit }) => unit).values()].map((members) => ({
      size: members.length,
      sums: columns(members.map(({ quantities }) => quantities)),
    })),
    { levels: [...sharedBy(factors), ...sharedBy(groups.length)], random },
  );
  const estimates = columns(rows.map(({ quantities }) => quantities)).map((sum, index): EstimatedEffect => {
    const value = sum / rows.length;
    const { low, high } = limits[index] ?? { low: -1, high: 1 };
    return { value, low: Math.min(low, value), high: Math.max(high, value) };
  });
  return {
    effects: estimates.slice(0, factors),
    interactions: estimates.slice(factors).map((one, index) => ({ factors: membersOf(groups[index] ?? 0), ...one })),
    total: judged.reduce((sum, { values }) => sum + (values.at(-1) ?? 0), 0) / judged.length,
    cases: judged.length,
    leftOut: all.length - judged.length,
  };
}

/** Levels of so many limits that hold together (Bonferroni). */
function sharedBy(count: number): readonly number[] {
  return new Array<number>(count).fill(1 - (1 - LEVEL) / count);
}

/** Indices of the bits that are set. */
export function membersOf(cell: number): readonly number[] {
  return Array.from({ length: 32 - Math.clz32(cell) }, (_, bit) => bit).filter((bit) => (cell & (1 << bit)) !== 0);
}

function columns(rows: readonly (readonly number[])[]): readonly number[] {
  const [first = []] = rows;
  return first.map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
}

export type Attributed =
  /** Head does not block against base: there is nothing to attribute. */
  | { readonly kind: 'no_regression' }
  /** Factors that lower the pass rate, or whose part cannot be told from that of one which does. */
  | { readonly kind: 'factors'; readonly factors: readonly number[] }
  | { readonly kind: 'inconclusive'; readonly why: string };

/** Why nothing is attributed to anything, by the gate's verdict on head; null = it blocks. */
export function unattributed(head: GateVerdict): Exclude<Attributed, { readonly kind: 'factors' }> | null {
  if (head === 'block') return null;
  if (head === 'pass' || head === 'not_affected') return { kind: 'no_regression' };
  return { kind: 'inconclusive', why: `head against base is ${head}: it is not known to be worse` };
}

/** Which factors caused what the gate blocks. `head`: the gate's verdict on all of them together. */
export function attributed(head: GateVerdict, found: FactorEffects | null): Attributed {
  const none = unattributed(head);
  if (none !== null) return none;
  if (found === null) return { kind: 'inconclusive', why: 'no case could be judged in every combination' };
  const { effects } = found;
  const worst = effects.reduce((least, one) => (one.value < least.value ? one : least), { value: 0, low: 0, high: 0 });
  if (worst.high >= 0)
    return { kind: 'inconclusive', why: 'no change alone is seen to lower the pass rate: every interval reaches zero' };
  return {
    kind: 'factors',
    factors: effects.flatMap(({ low, high }, index) => (high < 0 || low <= worst.high ? [index] : [])),
  };
}
