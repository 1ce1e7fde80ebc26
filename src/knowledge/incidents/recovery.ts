import type { CategoryStream, Stream } from '../behaviour/streams.ts';
import { type Alarm, groupName } from './alarm.ts';
import { statusEvent } from './fan-in.ts';
import type { Incident, IncidentEvent } from './incident.ts';
import { dimensionName, type Level, levelsOf, meanLevel } from './levels.ts';

/** So many days in a row must be back; where there are few trials a day, as many more as hold so many together. */
const DAYS = 5;
const MIN_TRIALS = 50;
/** Back = of the way that the rate went, at most this is left. */
const LEFT = 0.25;

/** Of what has not been seen for so long nothing more is to be expected: its slice, cohort or tool has another name, or is gone. */
const GONE_DAYS = 28;

/**
 * Open incidents all of whose rates are back where they were, or are measured no more, are mitigated. That a mix comes back is
 * not waited for: it may stay as it is.
 */
export function recoveries(
  incidents: readonly Incident[],
  streams: readonly Stream[],
  lastDay: number,
): readonly IncidentEvent[] {
  return incidents
    .filter(({ status }) => status === 'open')
    .flatMap((incident) => {
      const ends = incident.alarms.map((alarm) => endOf(alarm, streams, lastDay));
      const reason = reasonOf(ends, incident.kind);
      return reason === null ? [] : [statusEvent(incident, lastDay, 'mitigated', reason)];
    });
}

function reasonOf(ends: readonly ('back' | 'gone' | null)[], kind: Incident['kind']): string | null {
  const gone = `has not been seen for ${GONE_DAYS} days: renamed, or gone`;
  if (ends.every((end) => end === 'gone')) return `what shifted ${gone}`;
  if (kind === 'mix' || ends.includes(null)) return null;
  const back = `every rate has been back for ${DAYS} days`;
  return ends.includes('gone') ? `${back}, or ${gone}` : back;
}

function endOf(alarm: Alarm, streams: readonly Stream[], lastDay: number): 'back' | 'gone' | null {
  const { dimension, group } = alarm;
  const stream = streams.find((one) => dimensionName(one.dimension) === dimension && groupName(one.group) === group);
  const seen = stream === undefined ? [] : levelsOf(stream, null).filter(({ count }) => count > 0);
  if (lastDay - Math.max(alarm.alarmAt, seen.at(-1)?.at ?? alarm.alarmAt) >= GONE_DAYS) return 'gone';
  return isBack(alarm, stream, lastDay) ? 'back' : null;
}

/** What was never seen before stands under no name of its own: it is not known to be back. */
function isBack({ category, alarmAt, before, after }: Alarm, stream: Stream | undefined, lastDay: number): boolean {
  if (stream === undefined || (stream.measure === 'category' && !hasName(stream, category))) return false;
  const levels = levelsOf(stream, category);
  const since = levels.filter(({ at }) => at > alarmAt && at <= lastDay);
  const recent = newest(since);
  const last = recent.at(-1);
  if (recent.length < DAYS || last === undefined || last.at <= lastDay - DAYS) return false;
  const { count, value } = meanLevel(recent);
  return count >= MIN_TRIALS && Math.abs(value - before) <= LEFT * Math.abs(after - before);
}

/** The fewest of the last days that are enough; all of them where there are not enough. */
function newest(levels: readonly Level[]): readonly Level[] {
  let first = levels.length;
  for (let count = 0; first > 0 && (count < MIN_TRIALS || levels.length - first < DAYS); ) {
    first -= 1;
    count += levels[first]?.count ?? 0;
  }
  return levels.slice(first);
}

function hasName({ days }: CategoryStream, category: string | null): boolean {
  return category !== null && days.some(({ counts }) => counts.has(category));
}
