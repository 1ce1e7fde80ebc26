import { type BinCount, changePoint } from '../../stats/index.ts';
import type { Dimension, Group } from '../behaviour/dimensions.ts';
import type { RateStream, Stream } from '../behaviour/streams.ts';
import { type DriftRules, driftRules, watchRate } from './rate-drift.ts';
import { type Entry, type Suspect, suspects } from './suspects.ts';

/** A rate that has shifted. */
export interface Drift {
  readonly dimension: Dimension;
  readonly group: Group;
  /** Days since 1970-01-01: of the alarm, and the window in which the shift began (90 %). */
  readonly alarmAt: number;
  readonly from: number;
  readonly to: number;
  /** Rates on both sides of the likeliest place. */
  readonly before: number;
  readonly after: number;
  /** One false alarm in so many days would be as strong as this. */
  readonly evidence: number;
  /** What changed shortly before: three at most, and "nothing that is listed". */
  readonly suspects: readonly Suspect[];
}

export interface DriftFound {
  /** The strongest first. */
  readonly drifts: readonly Drift[];
  /** Streams that had a baseline and so were watched, and those that had too little traffic. */
  readonly watched: number;
  readonly tooThin: number;
}

export interface DriftQuestion {
  /** Alarms before this day are left out, though they have been watched since their beginning. */
  readonly since: number;
  /** Days at which a new level was accepted. */
  readonly acceptedAt: readonly number[];
  readonly entries: readonly Entry[];
}

/** A series with fewer trials than this can have no baseline. */
const MIN_TRIALS = 200;
const LOOK_BACK_DAYS = 28;
const SHARE = 0.9;

/** Watches all streams with one budget of false alarms: one in two years over all of them (STATISTICS 6.1). */
export function findDrift(streams: readonly Stream[], question: DriftQuestion): DriftFound {
  const rates = streams.filter((stream) => stream.measure === 'rate');
  const watched = rates.filter(({ days }) => days.reduce((sum, { trials }) => sum + trials, 0) >= MIN_TRIALS);
  const rules = driftRules(watched.length);
  const drifts = watched.flatMap((stream) => driftOf(stream, rules, question) ?? []);
  return {
    drifts: drifts.sort((a, b) => b.evidence - a.evidence),
    watched: watched.length,
    tooThin: rates.length - watched.length,
  };
}

/** The stream's first alarm since the day asked for; those that follow it tell of the same shift. */
function driftOf(stream: RateStream, rules: DriftRules, { since, acceptedAt, entries }: DriftQuestion): Drift | null {
  const alarm = watchRate(stream.days, rules, acceptedAt).find((day) => day.alarm && day.at >= since);
  if (alarm === undefined) return null;
  const recent = stream.days.filter(({ at }) => at > alarm.at - LOOK_BACK_DAYS && at <= alarm.at);
  const point = changePoint(recent, { overdispersion: alarm.overdispersion, share: SHARE });
  const dayAt = (index: number): number => recent[index]?.at ?? alarm.at;
  const posterior = point?.posterior.map((probability, index) => ({ atHours: 24 * dayAt(index), probability })) ?? [];
  return {
    dimension: stream.dimension,
    group: stream.group,
    alarmAt: alarm.at,
    from: point === null ? alarm.at : dayAt(point.from - 1),
    to: point === null ? alarm.at : dayAt(point.to),
    before: point?.before ?? alarm.baselineRate ?? 0,
    after: point?.after ?? rateOf(recent.slice(-1)),
    evidence: alarm.evidence,
    suspects: suspects(posterior, entries, 24),
  };
}

function rateOf(days: readonly BinCount[]): number {
  const trials = days.reduce((sum, day) => sum + day.trials, 0);
  return trials === 0 ? 0 : days.reduce((sum, day) => sum + day.successes, 0) / trials;
}
