import { dayOf, sha256 } from '../../trace/index.ts';
import type { Alarm } from './alarm.ts';
import { type Incident, type IncidentEvent, type IncidentStatus, incidentsOf } from './incident.ts';

/** Shifts whose windows lie so many days apart are still one. */
const NEAR_DAYS = 2;
/** A baseline of 56 days that ends 14 days ago has taken in the new level by then. */
const SAME_SHIFT_DAYS = 70;
const US_A_DAY = 86_400_000_000;
const ID_DIGITS = 6;

/** The events that new alarms bring, given those that are kept. Alarms that are known bring none. */
export function fanIn(kept: readonly IncidentEvent[], alarms: readonly Alarm[]): readonly IncidentEvent[] {
  const added: IncidentEvent[] = [];
  const ordered = alarms.toSorted((a, b) => a.alarmAt - b.alarmAt || a.from - b.from || (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const alarm of ordered) added.push(...eventsOf(incidentsOf([...kept, ...added]), alarm, alarms));
  return added;
}

/** `tonight`: all alarms that are told with this one. */
function eventsOf(incidents: readonly Incident[], alarm: Alarm, tonight: readonly Alarm[]): IncidentEvent[] {
  const day = alarm.alarmAt;
  const joined = (incident: Incident): IncidentEvent => ({ kind: 'alarm', incident: incident.id, day, alarm });
  const opened = (incident: Incident, how: string): IncidentEvent =>
    statusEvent(incident, day, 'open', `${alarm.dimension} of ${alarm.group} shifted ${how}`);
  const latestFirst = incidents.toReversed();
  if (incidents.some((incident) => incident.alarms.some((known) => isSameAlarm(known, alarm)))) return [];
  const returned = latestFirst.find((one) => mayReturn(one, day) && one.alarms.some((known) => isReturn(known, alarm)));
  if (returned !== undefined)
    return returned.status === 'open' && isAllBack(returned, tonight)
      ? [statusEvent(returned, day, 'mitigated', `${alarm.dimension} of ${alarm.group} is back where it was`)]
      : [];
  const sameStream = latestFirst.find(
    (incident) =>
      incident.alarms.some((known) => isSameShift(known, alarm)) && day - incident.lastAlarmAt <= SAME_SHIFT_DAYS,
  );
  if (sameStream !== undefined) {
    const { status } = sameStream;
    const isBack = status === 'mitigated' || status === 'resolved';
    return [joined(sameStream), ...(isBack ? [opened(sameStream, 'again')] : [])];
  }
  const near = latestFirst.find((one) => one.status !== 'resolved' && one.alarms.some((known) => isNear(known, alarm)));
  if (near !== undefined) return [joined(near), ...(near.status === 'mitigated' ? [opened(near, 'as well')] : [])];
  const id = `${dayOf(day * US_A_DAY) ?? day}-${sha256(keyOf(alarm)).slice(0, ID_DIGITS)}`;
  return [{ kind: 'alarm', incident: id, day, alarm }];
}

export function statusEvent(incident: Incident, day: number, status: IncidentStatus, reason: string): IncidentEvent {
  return { kind: 'status', incident: incident.id, day, status, reason };
}

function keyOf({ dimension, group }: Alarm): string {
  return JSON.stringify([dimension, group]);
}

/** Late traces may move an alarm by a day. */
function isSameAlarm(a: Alarm, b: Alarm): boolean {
  return keyOf(a) === keyOf(b) && Math.abs(a.alarmAt - b.alarmAt) <= 1;
}

/** The same rate moved, in the same direction; of categories one may rise because another falls. */
function isSameShift(a: Alarm, b: Alarm): boolean {
  const isSameWay = a.category !== b.category || Math.sign(a.after - a.before) === Math.sign(b.after - b.before);
  return keyOf(a) === keyOf(b) && isSameWay;
}

function isNear(a: Alarm, b: Alarm): boolean {
  return a.from - NEAR_DAYS <= b.to && b.from - NEAR_DAYS <= a.to;
}

/** Where its rates were back before an alarm told of it, that alarm is no news: its baseline still holds the incident. */
function mayReturn({ status, lastAlarmAt }: Incident, day: number): boolean {
  return status === 'open' || (status === 'mitigated' && day - lastAlarmAt <= SAME_SHIFT_DAYS);
}

/** What is left is waited for, as `recoveries` does. The shares of a mix move together: with one of them all are back. */
function isAllBack({ kind, alarms }: Incident, tonight: readonly Alarm[]): boolean {
  return kind === 'mix' || alarms.every((known) => tonight.some((alarm) => isReturn(known, alarm)));
}

/** The same rate moved the other way, to nearer where it had been than where it went. */
function isReturn(known: Alarm, alarm: Alarm): boolean {
  if (keyOf(known) !== keyOf(alarm) || isSameShift(known, alarm) || alarm.alarmAt <= known.alarmAt) return false;
  return Math.abs(alarm.after - known.before) < Math.abs(alarm.after - known.after);
}
