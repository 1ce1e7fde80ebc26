import type { BinCount } from '../../stats/index.ts';
import type { Dimension, Group } from '../behaviour/streams.ts';
import { type Alarm, dimensionName, groupName } from './alarm.ts';
import { statusEvent } from './fan-in.ts';
import type { Incident, IncidentEvent } from './incident.ts';

/** So many days in a row must be back, with so many trials together. */
const DAYS = 5;
const MIN_TRIALS = 50;
/** Back = of the way that the rate went, at most this is left. */
const LEFT = 0.25;

interface Series {
  readonly dimension: Dimension;
  readonly group: Group;
  readonly days: readonly BinCount[];
}

/** Open incidents all of whose rates are back where they were are mitigated. A mix is not waited for: it may stay as it is. */
export function recoveries(
  incidents: readonly Incident[],
  streams: readonly Series[],
  lastDay: number,
): readonly IncidentEvent[] {
  return incidents
    .filter(({ status, kind }) => status === 'open' && kind === 'rate')
    .filter(({ alarms }) => alarms.every((alarm) => isBack(alarm, streams, lastDay)))
    .map((incident) => statusEvent(incident, lastDay, 'mitigated', `every rate has been back for ${DAYS} days`));
}

function isBack(
  { dimension, group, alarmAt, before, after }: Alarm,
  streams: readonly Series[],
  lastDay: number,
): boolean {
  const stream = streams.find((one) => dimensionName(one.dimension) === dimension && groupName(one.group) === group);
  const recent = (stream?.days ?? []).filter(({ at }) => at > alarmAt && at > lastDay - DAYS && at <= lastDay);
  const trials = recent.reduce((sum, day) => sum + day.trials, 0);
  if (recent.length < DAYS || trials < MIN_TRIALS) return false;
  const rate = recent.reduce((sum, day) => sum + day.successes, 0) / trials;
  return Math.abs(rate - before) <= LEFT * Math.abs(after - before);
}
