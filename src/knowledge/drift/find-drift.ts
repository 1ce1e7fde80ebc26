import type { Dimension, Group } from '../behaviour/dimensions.ts';
import type { Stream } from '../behaviour/streams.ts';
import { NEW, shareOf, watchCategories } from './category-drift.ts';
import { numberPlace, type Place, ratePlace } from './change-place.ts';
import { watchNumber } from './number-drift.ts';
import { watchRate } from './rate-drift.ts';
import { type Entry, type Suspect, suspects } from './suspects.ts';
import { type DriftRules, driftRules, type WatchedDay } from './watch.ts';

/** A stream that has shifted. */
export interface Drift {
  readonly dimension: Dimension;
  readonly group: Group;
  /** Of categories the one whose share shifted most; `(new)` = those that had not been there. */
  readonly category: string | null;
  /** Days since 1970-01-01: of the alarm, and the window in which the shift began (90 %). */
  readonly alarmAt: number;
  readonly from: number;
  readonly to: number;
  /** Rates, shares or typical numbers on both sides of the likeliest place. */
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
  /** Streams of which a day since the one asked for was held against a baseline. */
  readonly watched: number;
  /** Those with enough traffic, but none of late, or no earlier days to hold it against. */
  readonly uncompared: number;
  readonly tooThin: number;
}

interface DriftQuestion {
  /** Alarms before this day are left out, though they have been watched since their beginning. */
  readonly since: number;
  /** Days at which a new level was accepted. */
  readonly acceptedAt: readonly number[];
  readonly entries: readonly Entry[];
}

/** A series with fewer trials than this can have no baseline. */
const MIN_TRIALS = 200;

/** Watches all streams with one budget of false alarms: one in two years over all of them (STATISTICS 6.1). */
export function findDrift(streams: readonly Stream[], question: DriftQuestion): DriftFound {
  const thick = streams.filter((stream) => trialsOf(stream) >= MIN_TRIALS);
  const rules = driftRules(thick.length);
  const looks = thick.map((stream) => lookAt(stream, rules, question));
  const watched = looks.filter(({ isCompared }) => isCompared).length;
  return {
    drifts: looks.flatMap(({ drift }) => drift ?? []).sort((a, b) => b.evidence - a.evidence),
    ...{ watched, uncompared: thick.length - watched, tooThin: streams.length - thick.length },
  };
}

interface Look {
  readonly isCompared: boolean;
  /** The stream's first alarm since the day asked for; those that follow it tell of the same shift. */
  readonly drift: Drift | null;
}

function lookAt(stream: Stream, rules: DriftRules, { since, acceptedAt, entries }: DriftQuestion): Look {
  const { isCompared, alarm } = firstAlarm(stream, rules, acceptedAt, since);
  if (alarm === null) return { isCompared, drift: null };
  const { posterior, ...place } = alarm.place;
  const { dimension, group } = stream;
  const hours = posterior.map(({ at, probability }) => ({ atHours: 24 * at, probability }));
  return { isCompared, drift: { dimension, group, ...alarm.told, ...place, suspects: suspects(hours, entries, 24) } };
}

interface Found {
  readonly isCompared: boolean;
  readonly alarm: { readonly told: Pick<Drift, 'alarmAt' | 'evidence' | 'category'>; readonly place: Place } | null;
}

function firstAlarm(stream: Stream, rules: DriftRules, acceptedAt: readonly number[], since: number): Found {
  switch (stream.measure) {
    case 'rate':
      return found(watchRate(stream.days, rules, acceptedAt), since, ({ at }, baseline) =>
        ratePlace(stream.days, at, { usual: baseline.rate(at), overdispersion: baseline.overdispersion }),
      );
    case 'number':
      return found(watchNumber(stream.days, rules, acceptedAt), since, ({ at }, baseline) =>
        numberPlace(stream.days, at, baseline),
      );
    case 'category':
      return found(watchCategories(stream.days, rules, acceptedAt), since, ({ at, part }, baseline) => {
        const name = part ?? NEW;
        const days = stream.days.map((day) => shareOf(day, name, baseline));
        const share = baseline.shares.get(name);
        return ratePlace(days, at, { usual: share?.rate(at) ?? 0, overdispersion: share?.overdispersion ?? (() => 1) });
      });
    default:
      return stream satisfies never;
  }
}

function found<Baseline>(
  days: readonly WatchedDay<Baseline>[],
  since: number,
  placeOf: (day: WatchedDay<Baseline>, baseline: Baseline) => Place,
): Found {
  const asked = days.filter(({ at }) => at >= since);
  const isCompared = asked.some(({ baseline }) => baseline !== null);
  const alarm = asked.find((day) => day.alarm);
  if (alarm === undefined || alarm.baseline === null) return { isCompared, alarm: null };
  const { at, evidence, part } = alarm;
  const told = { alarmAt: at, evidence, category: part === '' ? null : part };
  return { isCompared, alarm: { told, place: placeOf(alarm, alarm.baseline) } };
}

function trialsOf(stream: Stream): number {
  switch (stream.measure) {
    case 'rate':
      return stream.days.reduce((sum, { trials }) => sum + trials, 0);
    case 'number':
      return stream.days.reduce((sum, { count }) => sum + count, 0);
    case 'category':
      return stream.days.reduce((sum, day) => sum + [...day.counts.values()].reduce((a, b) => a + b, 0), 0);
    default:
      return stream satisfies never;
  }
}
