import { locationOf } from '../../src/knowledge/behaviour/location.ts';
import type { CategoryBin } from '../../src/knowledge/behaviour/streams.ts';
import { driftRules, watchCategories, watchNumber, watchRate } from '../../src/knowledge/index.ts';
import { type LocationBin, normalQuantile, QuantileSketch, type Random, seededRandom } from '../../src/stats/index.ts';
import { median, type Size } from './measure.ts';
import { countsOf } from './simulate.ts';

/** Streams of numbers and of categories, beside the rates of `measure.ts`. */
const STREAMS = 40;
const RATES = 20;
const NUMBERS = 12;
const WARM_UP = 75;
const YEAR = 365;
const LONGEST = 60;

export interface NumberPlan {
  readonly perDay: number;
  readonly days: number;
  /** From which day on the numbers are so many times as large; null = never. */
  readonly change: { readonly day: number; readonly times: number } | null;
}

/** Deviations on the log scale: of numbers within a day, of days, of weekdays. Every second stream is of small whole numbers. */
const SPREAD = 0.8;
const DAY_NOISE = 0.02;
const WEEKDAY = 0.05;

export function numbersOf({ perDay, days, change }: NumberPlan, seed: string, isWhole: boolean): LocationBin[] {
  const random = seededRandom(seed);
  return Array.from({ length: days }, (_, at) => {
    const shift = change !== null && at >= change.day ? Math.log(change.times) : 0;
    const middle =
      Math.log(isWhole ? 5 : 2000) + WEEKDAY * Math.cos((2 * Math.PI * at) / 7) + DAY_NOISE * deviate(random) + shift;
    const sketch = new QuantileSketch();
    for (let n = 0; n < perDay; n += 1) {
      const value = Math.exp(middle + SPREAD * deviate(random));
      sketch.add(isWhole ? 1 + Math.floor(value) : value);
    }
    const location = locationOf(sketch);
    if (location === null) throw new Error('a day has numbers');
    return { at, ...location };
  });
}

const SHARES: readonly (readonly [name: string, share: number])[] = [
  ['search', 0.5],
  ['lookup', 0.3],
  ['refund', 0.15],
  ['escalate', 0.05],
];

export interface CategoryPlan {
  readonly perDay: number;
  readonly days: number;
  /** From which day on so much of the share of `lookup` goes to another category. */
  readonly change: { readonly day: number; readonly share: number; readonly to: string } | null;
}

export function categoriesOf({ perDay, days, change }: CategoryPlan, seed: string): CategoryBin[] {
  const random = seededRandom(seed);
  return Array.from({ length: days }, (_, at) => {
    const moved = change !== null && at >= change.day ? change.share : 0;
    const weights = SHARES.map(([name, share]): [string, number] => [
      name,
      (name === 'lookup' ? share - moved : share) * Math.exp(0.06 * deviate(random)),
    ]);
    if (change !== null && moved > 0) weights.push([change.to, moved]);
    const sum = weights.reduce((total, [, weight]) => total + weight, 0);
    const counts = new Map<string, number>();
    for (let n = 0; n < perDay; n += 1) {
      const name = drawn(weights, sum * random());
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return { at, counts };
  });
}

function drawn(weights: readonly (readonly [string, number])[], at: number): string {
  let left = at;
  for (const [name, weight] of weights) {
    left -= weight;
    if (left < 0) return name;
  }
  return 'search';
}

function deviate(random: Random): number {
  return normalQuantile(Math.min(1 - 1e-9, Math.max(1e-9, random())));
}

/** False alarms a year over 40 streams together: 20 rates, 12 numbers, 8 categories. */
export function mixedFalseAlarms({ years, seed }: Size, perDay: number): number {
  let alarms = 0;
  const rules = driftRules(STREAMS);
  const days = WARM_UP + YEAR;
  for (let year = 0; year < years; year += 1)
    for (let stream = 0; stream < STREAMS; stream += 1) {
      const own = `${seed} mixed ${year} ${stream}`;
      const watched =
        stream < RATES
          ? watchRate(
              countsOf({ perDay, days, rate: [0.4, 0.9, 0.05, 0.01][stream % 4] ?? 0.4, change: null }, own),
              rules,
              [],
            )
          : stream < RATES + NUMBERS
            ? watchNumber(numbersOf({ perDay, days, change: null }, own, stream % 2 === 0), rules, [])
            : watchCategories(categoriesOf({ perDay, days, change: null }, own), rules, []);
      alarms += watched.filter(({ alarm, at }) => alarm && at >= WARM_UP).length;
    }
  return alarms / years;
}

/** Median days until numbers that became so many times as large are seen. */
export function numberDelay({ changes, seed }: Size, perDay: number, times: number): number {
  return medianDelay(changes, (run, from) => {
    const plan = { perDay, days: from + LONGEST, change: { day: from, times } };
    return watchNumber(
      numbersOf(plan, `${seed} numbers ${perDay} ${times} ${run}`, run % 2 === 0),
      driftRules(STREAMS),
      [],
    );
  });
}

/** Median days until a share that moved to another category is seen. */
export function categoryDelay({ changes, seed }: Size, perDay: number, share: number, to: string): number {
  return medianDelay(changes, (run, from) => {
    const plan = { perDay, days: from + LONGEST, change: { day: from, share, to } };
    return watchCategories(
      categoriesOf(plan, `${seed} categories ${perDay} ${share} ${to} ${run}`),
      driftRules(STREAMS),
      [],
    );
  });
}

type Watched = readonly { readonly at: number; readonly alarm: boolean }[];

function medianDelay(changes: number, watch: (run: number, from: number) => Watched): number {
  const delays = Array.from({ length: changes }, (_, run) => {
    const from = WARM_UP + (run % 7);
    const first = watch(run, from).find(({ at, alarm }) => alarm && at >= from);
    return Math.min(LONGEST, (first?.at ?? Number.POSITIVE_INFINITY) - from + 1);
  });
  return median(delays);
}
