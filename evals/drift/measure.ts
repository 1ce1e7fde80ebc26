import { driftRules, suspects, watchRate } from '../../src/knowledge/index.ts';
import { changePoint, seededRandom } from '../../src/stats/index.ts';
import { ANCHORS } from './anchors.ts';
import { countsOf, poissonTimes, simulateDays } from './simulate.ts';

/** Streams (dimension x slice) that share the false-alarm budget. */
const STREAMS = 40;
/** Days until the baseline stands. */
const WARM_UP = 75;
const YEAR = 365;
/** A change that was not seen after so many days is taken as never seen. */
const LONGEST = 60;
const BEFORE = 0.4;

export interface Size {
  /** Simulated years of all streams; simulated changes of each kind. */
  readonly years: number;
  readonly changes: number;
  readonly seed: string;
}

/** False alarms a year over all streams together, by method. */
export function falseAlarms({ years, seed }: Size, perDay: number): ReadonlyMap<string, number> {
  const alarms = new Map<string, number>();
  const add = (name: string, count: number): Map<string, number> => alarms.set(name, (alarms.get(name) ?? 0) + count);
  for (let year = 0; year < years; year++)
    for (let stream = 0; stream < STREAMS; stream++) {
      const days = countsOf({ perDay, days: WARM_UP + YEAR, rate: BEFORE, change: null }, `${seed} ${year} ${stream}`);
      const quiet = (day: number): boolean => day >= WARM_UP;
      const watched = watchRate(days, driftRules(STREAMS), []);
      add('pawl', watched.filter(({ alarm, at }) => alarm && quiet(at)).length);
      for (const { name, alarms: of } of ANCHORS) add(name, of(days).filter(quiet).length);
    }
  return new Map([...alarms].map(([name, count]) => [name, count / years]));
}

/** Median days from a change to the first alarm after it, by method; 60 = not seen in 60 days. */
export function delays({ changes, seed }: Size, perDay: number, after: number): ReadonlyMap<string, number> {
  const found = new Map<string, number[]>();
  const add = (name: string, alarmDays: readonly number[], from: number): void => {
    const first = alarmDays.find((at) => at >= from) ?? Number.POSITIVE_INFINITY;
    found.set(name, [...(found.get(name) ?? []), Math.min(LONGEST, first - from + 1)]);
  };
  for (let run = 0; run < changes; run++) {
    const from = WARM_UP + (run % 7);
    const change = { atHours: 24 * from, rate: after };
    const days = countsOf({ perDay, days: from + LONGEST, rate: BEFORE, change }, `${seed} ${perDay} ${after} ${run}`);
    const watched = watchRate(days, driftRules(STREAMS), []);
    const alarmed = watched.flatMap(({ alarm, at }) => (alarm ? [at] : []));
    add('pawl', alarmed, from);
    for (const { name, alarms } of ANCHORS) add(name, alarms(days), from);
  }
  return new Map([...found].map(([name, list]) => [name, median(list)]));
}

export interface Attributed {
  /** Share of changes that were seen, of windows that cover the true moment, and of changes among the top three suspects. */
  readonly seen: number;
  readonly covered: number;
  readonly windowHours: number;
  readonly inTopThree: number;
}

/** Where the change was, and whether the ledger's true entry is among those named, with `entriesPerDay` innocent ones. */
export function attributed({ changes, seed }: Size, perDay: number, after: number, entriesPerDay: number): Attributed {
  const runs = Array.from({ length: changes }, (_, run) =>
    attributeOne(`${seed} ${perDay} ${after} ${entriesPerDay} ${run}`, perDay, after, entriesPerDay),
  );
  const seen = runs.filter((one) => one !== null);
  return {
    seen: seen.length / runs.length,
    covered: seen.filter(({ covers }) => covers).length / seen.length,
    windowHours: median(seen.map(({ windowHours }) => windowHours)),
    inTopThree: seen.filter(({ named }) => named).length / seen.length,
  };
}

interface AttributedOne {
  readonly covers: boolean;
  readonly windowHours: number;
  readonly named: boolean;
}

/** Conversations before the alarm in which the change is looked for. */
const LOOK_BACK_DAYS = 21;
const SHARE = 0.9;

function attributeOne(seed: string, perDay: number, after: number, entriesPerDay: number): AttributedOne | null {
  const random = seededRandom(`${seed} when`);
  const atHours = 24 * (WARM_UP + 7 * random());
  const stream = { perDay, days: WARM_UP + 7 + LONGEST, rate: BEFORE, change: { atHours, rate: after } };
  const days = [...simulateDays(stream, seed)];
  const counts = days.map((day, at) => ({
    at,
    trials: day.length,
    successes: day.filter(({ success }) => success).length,
  }));
  const alarm = watchRate(counts, driftRules(STREAMS), []).find((day) => day.alarm && 24 * (day.at + 1) > atHours);
  if (alarm === undefined) return null;
  const recent = days.slice(Math.max(0, alarm.at - LOOK_BACK_DAYS), alarm.at + 1).flat();
  const point = changePoint(
    recent.map(({ success }) => ({ trials: 1, successes: success ? 1 : 0 })),
    { overdispersion: alarm.baseline?.overdispersion(perDay) ?? 1, share: SHARE },
  );
  if (point === null) return null;
  const hoursAt = (index: number): number => recent[index]?.atHours ?? Number.NaN;
  const [from, to] = [hoursAt(point.from - 1), hoursAt(point.to)];
  const ends = recent.at(-1)?.atHours ?? 0;
  const innocent = poissonTimes(entriesPerDay, Math.ceil(ends / 24), random).map((at, index) => ({
    id: `innocent ${index}`,
    atHours: at,
  }));
  const posterior = point.posterior.map((probability, index) => ({ atHours: hoursAt(index), probability }));
  const named = suspects(posterior, [...innocent, { id: 'culprit', atHours }], 0).some(({ id }) => id === 'culprit');
  return { covers: from <= atHours && atHours <= to, windowHours: to - from, named };
}

export function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1] ?? Number.NaN, sorted[middle] ?? Number.NaN];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
