import type { Alarm, AlarmSuspect } from './alarm.ts';

/** Alarms of one cause, fanned in over dimensions, slices and time. */
export interface Incident {
  readonly id: string;
  readonly kind: 'rate' | 'mix';
  readonly status: IncidentStatus;
  /** Population weight times effect, of the alarm in which that is largest; 0 to 1. */
  readonly severity: number;
  readonly level: 'critical' | 'major' | 'minor';
  /** Days since 1970-01-01: when the shift began at the earliest, when it was first told, and when last. */
  readonly firstSeen: number;
  readonly openedAt: number;
  readonly lastAlarmAt: number;
  /** From the source to what users see, the widest last. */
  readonly alarms: readonly Alarm[];
  /** Over all alarms: three at most, and "nothing that is listed"; of a changed mix that alone. */
  readonly suspects: readonly AlarmSuspect[];
  readonly layers: Alarm['layers'];
  readonly timeline: readonly IncidentEvent[];
  /** Number of its issue on GitHub; null = none yet. */
  readonly issue: number | null;
}

export const INCIDENT_STATUSES = ['open', 'mitigated', 'resolved', 'noise'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** What the store keeps: nothing is ever changed in it. `day` counts since 1970-01-01. */
export type IncidentEvent =
  | { readonly kind: 'alarm'; readonly incident: string; readonly day: number; readonly alarm: Alarm }
  | {
      readonly kind: 'status';
      readonly incident: string;
      readonly day: number;
      readonly status: IncidentStatus;
      readonly reason: string;
    }
  | { readonly kind: 'issue'; readonly incident: string; readonly day: number; readonly number: number };

const CRITICAL = 0.1;
const MAJOR = 0.03;
const SUSPECTS = 3;
const MINOR = 0.2;

/** Events in the order in which they were appended -> the incidents as they stand, the latest last. */
export function incidentsOf(events: readonly IncidentEvent[]): readonly Incident[] {
  const byIncident = Map.groupBy(events, ({ incident }) => incident);
  return [...byIncident]
    .flatMap(([id, own]) => incidentOf(id, own) ?? [])
    .sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1));
}

function incidentOf(id: string, timeline: readonly IncidentEvent[]): Incident | null {
  const alarms = timeline.flatMap((event) => (event.kind === 'alarm' ? [event.alarm] : []));
  const [first] = alarms;
  if (first === undefined) return null;
  const severity = Math.max(...alarms.map(severityOf));
  const kind = kindOf(alarms);
  // Of a changed mix those alarms tell that could be split: the others moved with it.
  const telling = kind === 'mix' ? alarms.filter((alarm) => alarm.kind === 'mix') : alarms;
  const status = timeline.findLast((event) => event.kind === 'status')?.status ?? 'open';
  return {
    id,
    kind,
    status,
    severity,
    level: severity >= CRITICAL ? 'critical' : severity >= MAJOR ? 'major' : 'minor',
    firstSeen: Math.min(...alarms.map(({ from }) => from)),
    openedAt: Math.min(...alarms.map(({ alarmAt }) => alarmAt)),
    lastAlarmAt: Math.max(...alarms.map(({ alarmAt }) => alarmAt)),
    alarms: alarms.toSorted(
      (a, b) =>
        depthOf(a) - depthOf(b) ||
        Number(a.group === 'all') - Number(b.group === 'all') ||
        severityOf(a) - severityOf(b),
    ),
    suspects: meanSuspects(telling),
    layers: meanLayers(telling),
    timeline,
    issue: timeline.findLast((event) => event.kind === 'issue')?.number ?? null,
  };
}

/** Among many rates of a changed mix one or the other seems to have moved within its slices: what little that is does not count. */
function kindOf(alarms: readonly Alarm[]): Incident['kind'] {
  const severity = (of: Alarm['kind']): number =>
    alarms.filter(({ kind }) => kind === of).reduce((sum, alarm) => sum + severityOf(alarm), 0);
  return severity('rate') < MINOR * severity('mix') ? 'mix' : 'rate';
}

/** The effect: of a share how far it moved, of a number by which part of itself. */
function severityOf({ weight, scale, before, after }: Alarm): number {
  const moved = Math.abs(after - before);
  if (moved === 0) return 0;
  return weight * Math.min(1, scale === 'share' ? moved : moved / Math.max(before, after));
}

/** What fails, what the agent then does, what users see. */
function depthOf({ dimension }: Alarm): number {
  if (dimension.startsWith('success')) return 2;
  return /error|failure/.test(dimension) ? 0 : 1;
}

function meanSuspects(alarms: readonly Alarm[]): readonly AlarmSuspect[] {
  const sums = new Map<string | null, AlarmSuspect>();
  for (const suspect of alarms.flatMap(({ suspects }) => suspects)) {
    const known = sums.get(suspect.id)?.probability ?? 0;
    sums.set(suspect.id, { ...suspect, probability: known + suspect.probability / alarms.length });
  }
  const listed = [...sums.values()].filter(({ id }) => id !== null);
  const ranked = listed.sort((a, b) => b.probability - a.probability || (String(a.id) < String(b.id) ? -1 : 1));
  const none = sums.get(null);
  return [...ranked.slice(0, SUSPECTS), ...(none === undefined ? [] : [none])];
}

function meanLayers(alarms: readonly Alarm[]): Alarm['layers'] {
  const sums = new Map<Alarm['layers'][number]['layer'], number>();
  for (const { layer, probability } of alarms.flatMap(({ layers }) => layers))
    sums.set(layer, (sums.get(layer) ?? 0) + probability / alarms.length);
  return [...sums]
    .map(([layer, probability]) => ({ layer, probability }))
    .sort((a, b) => b.probability - a.probability);
}
