import { join, resolve } from 'node:path';
import { cut, UserError } from '../errors.ts';
import {
  alarmOf,
  appendKept,
  fanIn,
  type Incident,
  type IncidentEvent,
  incidentLines,
  incidentsOf,
  parseIncidents,
  readKept,
  recoveries,
  statusEvent,
} from '../knowledge/index.ts';
import { renderDrift, renderIncident, renderIncidents } from '../report/index.ts';
import { type DriftOptions, watchTraffic } from './drift.ts';
import { publishIncidents } from './incident-issues.ts';
import type { Surroundings } from './surroundings.ts';
import type { TrafficStoreOptions } from './traffic-store.ts';

interface IncidentsOptions extends TrafficStoreOptions {
  readonly json?: boolean;
}

interface UpdateOptions extends DriftOptions {
  readonly publish?: boolean;
}

/** `pawl incidents update`: alarms of the kept traffic into incidents. 0 = none is open, 1 = some are, 4 = too little traffic. */
export async function updateCommand(options: UpdateOptions, surroundings: Surroundings): Promise<number> {
  const watched = await watchTraffic(options, surroundings);
  if (watched === null) return 4;
  const { report, streams } = watched;
  const { path, events } = readIncidents(options, surroundings);
  const kept = events ?? [];
  const alarms = report.drifts.map((drift) => alarmOf(drift, streams, report.entries));
  const found = fanIn(kept, alarms);
  const added = [...found, ...recoveries(incidentsOf([...kept, ...found]), streams, report.lastDay)];
  appendKept(path, events === null || added.length > 0 ? incidentLines(events, added) : '');
  const all = [...kept, ...added];
  if (options.publish === true) {
    const issues = await publishIncidents(incidentsOf(all), report.lastDay, surroundings);
    appendKept(path, incidentLines(all, issues));
  }
  const open = incidentsOf(all).filter(({ status }) => status === 'open');
  show(open, options, surroundings);
  if (report.watched === 0) {
    surroundings.warn(renderDrift(report));
    return 4;
  }
  return open.length > 0 ? 1 : 0;
}

/** `pawl incidents list`: those that stand; all with `--all`. */
export async function listCommand(
  options: IncidentsOptions & { readonly all?: boolean },
  surroundings: Surroundings,
): Promise<number> {
  const incidents = incidentsOf(readIncidents(options, surroundings).events ?? []);
  const stands = ({ status }: Incident): boolean => status === 'open' || status === 'mitigated';
  show(options.all === true ? incidents : incidents.filter(stands), options, surroundings);
  return 0;
}

/** `pawl incidents show`. */
export async function showCommand(id: string, options: IncidentsOptions, surroundings: Surroundings): Promise<number> {
  const incident = findIncident(id, options, surroundings);
  surroundings.print(options.json === true ? JSON.stringify({ v: 1, incident }, null, 2) : renderIncident(incident));
  return 0;
}

interface CloseOptions extends TrafficStoreOptions {
  readonly as: 'resolved' | 'noise';
  readonly reason: string;
}

const MS_A_DAY = 86_400_000;

/** `pawl incidents close`: by a person, with a reason. It is opened again when it comes back, unless it was noise. */
export async function closeCommand(id: string, options: CloseOptions, surroundings: Surroundings): Promise<number> {
  const incident = findIncident(id, options, surroundings);
  const { path, events } = readIncidents(options, surroundings);
  const today = Math.floor(surroundings.now.getTime() / MS_A_DAY);
  appendKept(path, incidentLines(events, [statusEvent(incident, today, options.as, options.reason)]));
  surroundings.print(`${incident.id} is ${options.as}`);
  return 0;
}

/** @throws UserError where there is no such incident. */
export function findIncident(id: string, options: TrafficStoreOptions, surroundings: Surroundings): Incident {
  const incidents = incidentsOf(readIncidents(options, surroundings).events ?? []);
  const incident = incidents.find((one) => one.id === id);
  if (incident !== undefined) return incident;
  const known = incidents.slice(-5).map((one) => one.id);
  const hint =
    known.length === 0 ? 'there are none; run "pawl incidents update"' : `the latest are ${known.join(', ')}`;
  throw new UserError({ where: null, message: `there is no incident ${cut(id, 60)}`, hint });
}

function readIncidents(
  { store }: TrafficStoreOptions,
  { directory }: Surroundings,
): { readonly path: string; readonly events: readonly IncidentEvent[] | null } {
  const path = join(resolve(directory, store), 'knowledge', 'incidents.jsonl');
  const text = readKept(path);
  return { path, events: text === null ? null : parseIncidents(text, path) };
}

function show(incidents: readonly Incident[], { json }: IncidentsOptions, { print }: Surroundings): void {
  print(json === true ? JSON.stringify({ v: 1, incidents }, null, 2) : renderIncidents(incidents));
}
