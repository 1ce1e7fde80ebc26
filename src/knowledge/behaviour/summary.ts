import { DistinctSketch, QuantileSketch } from '../../stats/index.ts';

/** Trials and successes of a rate. */
interface RateCount {
  trials: number;
  successes: number;
}

interface NumberSummary {
  sum: number;
  readonly sketch: QuantileSketch;
}

/** What is counted together where a category has more values than are kept. */
export const OTHERS = '(others)';

/**
 * What trajectories of one group did, in counts and sketches that can be added up: over parts, days and machines. Its size
 * grows with the number of different tools, models and the like, and not with the traffic.
 */
export class Summary {
  trajectories = 0;
  readonly rates = new Map<string, RateCount>();
  readonly numbers = new Map<string, NumberSummary>();
  /** By name of the category, then by value. */
  readonly categories = new Map<string, Map<string, number>>();
  readonly distinct = new Map<string, DistinctSketch>();

  rate(name: string): RateCount {
    return known(this.rates, name, () => ({ trials: 0, successes: 0 }));
  }

  number(name: string): NumberSummary {
    return known(this.numbers, name, () => ({ sum: 0, sketch: new QuantileSketch() }));
  }

  category(name: string): Map<string, number> {
    return known(this.categories, name, () => new Map());
  }

  distinctOf(name: string): DistinctSketch {
    return known(this.distinct, name, () => new DistinctSketch());
  }

  merge(other: Summary): void {
    this.trajectories += other.trajectories;
    for (const [name, { trials, successes }] of other.rates) {
      const rate = this.rate(name);
      rate.trials += trials;
      rate.successes += successes;
    }
    for (const [name, { sum, sketch }] of other.numbers) {
      const number = this.number(name);
      number.sum += sum;
      number.sketch.merge(sketch);
    }
    for (const [name, counts] of other.categories) {
      const category = this.category(name);
      for (const [value, count] of counts) increment(category, value, count);
    }
    for (const [name, sketch] of other.distinct) this.distinctOf(name).merge(sketch);
  }
}

export function increment(counts: Map<string, number>, value: string, by = 1): void {
  counts.set(value, (counts.get(value) ?? 0) + by);
}

/** The value of a map; made where there is none yet. */
function known<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** The most frequent values; the rest is counted together. */
export function mostFrequent(counts: ReadonlyMap<string, number>, most: number): ReadonlyMap<string, number> {
  if (counts.size <= most) return counts;
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const kept = new Map(sorted.slice(0, most));
  for (const [, count] of sorted.slice(most)) increment(kept, OTHERS, count);
  return kept;
}
