import type { Alarm, Incident, IncidentEvent } from '../knowledge/index.ts';
import { dayOf } from '../trace/index.ts';
import { markdownText, terminalText } from './escape.ts';
import { count, number, percent } from './format.ts';

const US_A_DAY = 86_400_000_000;
const MAX_NAME_CHARS = 80;
const MAX_WHAT_CHARS = 300;
const MAX_ALARMS = 20;
const MAX_EVENTS = 30;

/** For a terminal: an incident a line, the worst of those that stand first. */
export function renderIncidents(incidents: readonly Incident[]): string {
  if (incidents.length === 0) return 'no incidents';
  const lines = incidents.map((one) => {
    const words = [one.id, one.status.padEnd(9), one.level.padEnd(8), one.kind.padEnd(4)];
    return `${words.join('  ')}  since ${day(one.firstSeen)}  ${terminalText(incidentTitle(one), 2 * MAX_NAME_CHARS)}`;
  });
  return [count(incidents.length, 'incident'), ...lines].join('\n');
}

/** What happened, in a few words that are not escaped yet. */
export function incidentTitle({ kind, alarms }: Incident): string {
  const seen = alarms.at(-1);
  if (seen === undefined) return 'nothing';
  const more = alarms.length - 1;
  const what = kind === 'mix' ? 'the mix of tasks changed: ' : '';
  const others = more > 0 ? ` and ${count(more, 'other shift')}` : '';
  return `${what}${streamText(seen)} ${levelText(seen, seen.before)} -> ${levelText(seen, seen.after)}${others}`;
}

/** One incident with its lineage and timeline, for a terminal. */
export function renderIncident(incident: Incident): string {
  return incidentLines(incident, (text, max) => terminalText(text, max)).join('\n');
}

/** The body of its issue, which need not say that there is one. */
export function incidentMarkdown(incident: Incident): string {
  const timeline = incident.timeline.filter(({ kind }) => kind !== 'issue');
  const [head = '', ...rest] = incidentLines({ ...incident, timeline }, (text, max) => markdownText(text, max));
  return [head, ...rest.map((line) => line.replace(/^ {2}/, '- '))].join('\n');
}

type Escape = (text: string, max: number) => string;

function incidentLines(incident: Incident, safe: Escape): string[] {
  const { id, status, level, kind, severity, firstSeen, openedAt, lastAlarmAt, alarms, suspects, layers, timeline } =
    incident;
  const named = suspects.map(({ what, probability }) => {
    return `  ${percent(probability)} ${what === null ? 'nothing that is listed' : safe(what, MAX_WHAT_CHARS)}`;
  });
  const found = layers.map(({ layer, probability }) => `${layer.replaceAll('_', ' ')} ${percent(probability)}`);
  return [
    `Incident ${id}: ${status}, ${level}, kind ${kind}. ${safe(incidentTitle(incident), 2 * MAX_NAME_CHARS)}`,
    '',
    `Severity ${percent(severity)} of the traffic (its share times the change). Began ${day(firstSeen)} at the earliest, seen ${day(openedAt)}, last alarm ${day(lastAlarmAt)}.`,
    ...(found.length > 0 ? ['', `Where it lies: ${found.join(', ')}.`] : []),
    ...(kind === 'mix' ? ['', mixText(id)] : ['', 'What changed then:', '', ...named]),
    ...['', 'What shifted, from its source to what users see:', ''],
    ...alarms.slice(0, MAX_ALARMS).map((alarm) => `  ${alarmText(alarm, safe)}`),
    ...(alarms.length > MAX_ALARMS ? [`  and ${count(alarms.length - MAX_ALARMS, 'more')}`] : []),
    ...['', 'Timeline:', ''],
    ...timeline.slice(-MAX_EVENTS).map((event) => `  ${day(event.day)} ${eventText(event, safe)}`),
  ];
}

function mixText(id: string): string {
  const names = `"pawl changes --before ${id}" lists what else changed then`;
  return `The mix of tasks changed, and no change of the agent is held to be the cause: ${names}.`;
}

function streamText(alarm: Alarm): string {
  const { dimension, category } = alarm;
  return `${dimension}${category === null ? '' : ` ${category}`} of ${groupText(alarm)}`;
}

function levelText({ scale }: Alarm, level: number): string {
  return scale === 'share' ? percent(level) : number(level);
}

function alarmText(alarm: Alarm, safe: Escape): string {
  const { before, after, from, to, weight, kind } = alarm;
  const began = from === to ? day(from) : `${day(from)} to ${day(to)}`;
  const share = `${percent(weight)} of the traffic${kind === 'mix' ? ', by the mix of tasks' : ''}`;
  const moved = `${levelText(alarm, before)} -> ${levelText(alarm, after)}`;
  return `${safe(streamText(alarm), MAX_NAME_CHARS)}: ${moved}, ${share}, began ${began}`;
}

function eventText(event: IncidentEvent, safe: Escape): string {
  switch (event.kind) {
    case 'alarm':
      return `alarm: ${safe(streamText(event.alarm), MAX_NAME_CHARS)}`;
    case 'status':
      return `${event.status}: ${safe(event.reason, MAX_WHAT_CHARS)}`;
    case 'issue':
      return `issue ${event.number} on GitHub`;
    default:
      return event satisfies never;
  }
}

function groupText({ group }: Alarm): string {
  return group === 'all' ? 'all traffic' : group;
}

function day(at: number): string {
  return dayOf(at * US_A_DAY) ?? 'an unknown day';
}
