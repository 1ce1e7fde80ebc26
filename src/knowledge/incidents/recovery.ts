import type { CategoryStream, Stream } from '../behaviour/streams.ts';
import { type Alarm, groupName } from './alarm.ts';
import { statusEvent } from './fan-in.ts';
import type { Incident, IncidentEvent } from './incident.ts';
import { dimensionName, levelsOf, meanLevel } from './levels.ts';

/** So many days in a row must be back, with so many trials together. */
const DAYS = 5;
const MIN_TRIALS = 50;
/** Back = of the way that the rate went, at most this is left. */
const LEFT = 0.25;

/** Open incidents all of whose rates are back where they were are mitigated. A mix is not waited for: it may stay as it is. */
export function recoveries(
  incidents: readonly Incident[],
  streams: readonly Stream[],
  lastDay: number,
): readonly IncidentEvent[] {
  return incidents
    .filter(({ status, kind }) => status === 'open' && kind === 'rate')
    .filter(({ alarms }) => alarms.every((alarm) => isBack(alarm, streams, lastDay)))
    .map((incident) => statusEvent(incident, lastDay, 'mitigated', `every rate has been back for ${DAYS} days`));
}

/** What was never seen before stands under no name of its own: it is not known to be back. */
function isBack(alarm: Alarm, streams: readonly Stream[], lastDay: number): boolean {
  const { dimension, category, group, alarmAt, before, after } = alarm;
  const stream = streams.find((one) => dimensionName(one.dimension) === dimension && groupName(one.group) === group);
  if (stream === undefined || (stream.measure === 'category' && !hasName(stream, category))) return false;
  const levels = levelsOf(stream, category);
  const recent = levels.filter(({ at }) => at > alarmAt && at > lastDay - DAYS && at <= lastDay);
  const { count, value } = meanLevel(recent);
  if (recent.length < DAYS || count < MIN_TRIALS) return false;
  return Math.abs(value - before) <= LEFT * Math.abs(after - before);
}

function hasName({ days }: CategoryStream, category: string | null): boolean {
  return category !== null && days.some(({ counts }) => counts.has(category));
}
