import { DistinctSketch, QuantileSketch } from '../../stats/index.ts';
import { isJsonObject, type Json, type JsonObject } from '../../trace/index.ts';
import { mostFrequent, Summary } from '../behaviour/summary.ts';

/** So many values of a category are kept in a file. */
const MAX_VALUES = 200;

/** Equal summaries give equal JSON, in whatever order they were counted. */
export function writeSummary(summary: Summary): JsonObject {
  return {
    trajectories: summary.trajectories,
    rates: ofMap(summary.rates, ({ trials, successes }) => [trials, successes]),
    numbers: ofMap(summary.numbers, ({ sum, sketch }) => ({
      sum,
      zeros: sketch.zeros,
      bins: sketch.bins().flat(),
    })),
    categories: ofMap(summary.categories, (counts) => ofMap(mostFrequent(counts, MAX_VALUES), (count) => count)),
    distinct: ofMap(summary.distinct, ({ registers }) => Buffer.from(registers).toString('base64')),
  };
}

/** null = it is none. */
export function readSummary(json: JsonObject): Summary | null {
  const { trajectories, rates, numbers, categories, distinct } = json;
  if (!isCount(trajectories)) return null;
  const summary = new Summary();
  summary.trajectories = trajectories;
  const isRead =
    each(rates, (name, value) => {
      const [trials, successes] = Array.isArray(value) ? value : [];
      if (!isCount(trials) || !isCount(successes) || successes > trials) return false;
      return Object.assign(summary.rate(name), { trials, successes }) !== null;
    }) &&
    each(numbers, (name, value) => {
      const sketch = isJsonObject(value) ? sketchOf(value) : null;
      const sum = isJsonObject(value) ? value.sum : null;
      if (sketch === null || typeof sum !== 'number') return false;
      summary.numbers.set(name, { sum, sketch });
      return true;
    }) &&
    each(categories, (name, value) =>
      each(value, (category, count) => isCount(count) && summary.category(name).set(category, count).size > 0),
    ) &&
    each(distinct, (name, value) => {
      const sketch = typeof value === 'string' ? distinctOf(value) : null;
      if (sketch !== null) summary.distinct.set(name, sketch);
      return sketch !== null;
    });
  return isRead ? summary : null;
}

function ofMap<V>(map: ReadonlyMap<string, V>, write: (value: V) => Json): JsonObject {
  const sorted = [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, value]) => [name, write(value)]));
}

function each(json: Json | undefined, take: (name: string, value: Json) => boolean): boolean {
  return isJsonObject(json) && Object.entries(json).every(([name, value]) => take(name, value));
}

function sketchOf({ zeros, bins }: JsonObject): QuantileSketch | null {
  if (!isCount(zeros) || !Array.isArray(bins) || bins.length % 2 !== 0) return null;
  const pairs: [number, number][] = [];
  for (let at = 0; at < bins.length; at += 2) {
    const [key, count] = [bins[at], bins[at + 1]];
    if (typeof key !== 'number' || !Number.isSafeInteger(key) || !isCount(count)) return null;
    pairs.push([key, count]);
  }
  return QuantileSketch.of(zeros, pairs);
}

function distinctOf(text: string): DistinctSketch | null {
  try {
    return DistinctSketch.of(Buffer.from(text, 'base64'));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
