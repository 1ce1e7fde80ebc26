import { type BinCount, normalQuantile, type Random, seededRandom } from '../../src/stats/index.ts';

/** One conversation: when it began, in hours, and whether it has the property. */
export interface Conversation {
  readonly atHours: number;
  readonly success: boolean;
}

export interface Stream {
  readonly perDay: number;
  readonly days: number;
  readonly rate: number;
  /** The rate from `atHours` on; null = it never changes. */
  readonly change: { readonly atHours: number; readonly rate: number } | null;
}

/** Between the best and the worst weekday lie twice so many points. */
const WEEKDAY_EFFECT = 0.03;
/** Days differ from each other by more than chance: intraclass correlation within a day. */
const DAY_CORRELATION = 0.004;

/** A stream's conversations, day by day: weekday effect, beta-binomial days (the reference model of the drift study). */
export function* simulateDays(stream: Stream, seed: string): Generator<readonly Conversation[]> {
  const random = seededRandom(seed);
  for (let day = 0; day < stream.days; day++) {
    const weekday = WEEKDAY_EFFECT * Math.cos((2 * Math.PI * (day % 7)) / 7);
    const luck = random();
    const rateOf = (mean: number): number => betaNear(mean + weekday * 4 * mean * (1 - mean), luck);
    const [before, after] = [rateOf(stream.rate), rateOf(stream.change?.rate ?? stream.rate)];
    const times = Array.from({ length: stream.perDay }, () => 24 * (day + random())).sort((a, b) => a - b);
    yield times.map((atHours) => {
      const rate = stream.change !== null && atHours >= stream.change.atHours ? after : before;
      return { atHours, success: random() < rate };
    });
  }
}

export function countsOf(stream: Stream, seed: string): BinCount[] {
  return [...simulateDays(stream, seed)].map((day, at) => ({
    at,
    trials: day.length,
    successes: day.filter(({ success }) => success).length,
  }));
}

/** A day's rate: a beta's quantile by its normal approximation, good at this correlation. */
function betaNear(mean: number, luck: number): number {
  const deviation = Math.sqrt(mean * (1 - mean) * DAY_CORRELATION);
  return Math.max(0.001, Math.min(0.999, mean + deviation * normalQuantile(luck)));
}

/** Moments, in hours, that come by chance. */
export function poissonTimes(perDay: number, days: number, random: Random): number[] {
  const times: number[] = [];
  for (let at = 0; ; ) {
    at -= (24 / perDay) * Math.log(1 - random());
    if (at >= 24 * days) return times;
    times.push(at);
  }
}
