const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  watchTraffic
} from "./chunk-A64H3MQC.js";
import {
  alarmOf,
  appendKept,
  fanIn,
  incidentLines,
  incidentsOf,
  parseIncidents,
  readKept,
  recoveries,
  statusEvent
} from "./chunk-NTUJ6SHI.js";
import {
  openIssues,
  planIssue
} from "./chunk-WFO4ORFU.js";
import {
  incidentMarkdown,
  incidentTitle,
  renderDrift,
  renderIncident,
  renderIncidents,
  terminalText
} from "./chunk-BYL2NBM7.js";
import {
  $setTimeout
} from "./chunk-ESXIIXJN.js";
import {
  UserError,
  cut
} from "./chunk-V5MOI6JN.js";
import {
  $join,
  $resolve
} from "./chunk-UVWFDZNQ.js";

// src/commands/incident-issues.ts
var MAX_CHARS = 400;
var TIMEOUT_MS = 3e4;
var ALL_MS = 3e5;
var DEFAULT_API = "https://api.github.com";
async function publishIncidents(incidents, today, surroundings) {
  const place = placeIn(surroundings.environment);
  const endMs = Date.now() + ALL_MS;
  const patience = {
    sleep: async (durationMs) => $setTimeout(durationMs),
    timeoutMs: TIMEOUT_MS,
    leftMs: () => endMs - Date.now()
  };
  const issues = await openIssues(place, patience);
  const added = [];
  for (const incident of incidents) {
    if (surroundings.signal.aborted) break;
    const title = incidentTitle(incident);
    const wish = planIssue({ ...incident, title, body: incidentMarkdown(incident) });
    const { number, why } = await issues.write(wish);
    if (why !== null) surroundings.warn(`incident ${incident.id}: ${terminalText(why, MAX_CHARS)}`);
    if (number !== null && number !== incident.issue)
      added.push({ kind: "issue", incident: incident.id, day: today, number });
  }
  return added;
}
function placeIn(environment) {
  const [owner, repo] = (environment.GITHUB_REPOSITORY ?? "").split("/");
  const token = environment.GITHUB_TOKEN;
  if (token !== void 0 && token !== "" && owner !== void 0 && repo !== void 0 && owner !== "" && repo !== "")
    return { token, owner, repo, apiUrl: environment.GITHUB_API_URL ?? DEFAULT_API };
  const message = "expected GITHUB_TOKEN (with issues: write) and GITHUB_REPOSITORY (owner/name) in the environment";
  throw new UserError({
    where: "--publish",
    message,
    hint: "in a workflow, give the step the token as GITHUB_TOKEN"
  });
}

// src/commands/incidents.ts
async function updateCommand(options, surroundings) {
  const watched = await watchTraffic(options, surroundings);
  if (watched === null) return 4;
  const { report, streams } = watched;
  const { path, events } = readIncidents(options, surroundings);
  const kept = events ?? [];
  const alarms = report.drifts.map((drift) => alarmOf(drift, streams, report.entries));
  const found = fanIn(kept, alarms);
  const added = [...found, ...recoveries(incidentsOf([...kept, ...found]), streams, report.lastDay)];
  appendKept(path, events === null || added.length > 0 ? incidentLines(events, added) : "");
  const all = [...kept, ...added];
  if (options.publish === true) {
    const issues = await publishIncidents(incidentsOf(all), report.lastDay, surroundings);
    appendKept(path, incidentLines(all, issues));
  }
  const open = incidentsOf(all).filter(({ status }) => status === "open");
  show(open, options, surroundings);
  if (report.watched === 0) {
    surroundings.warn(renderDrift(report));
    return 4;
  }
  return open.length > 0 ? 1 : 0;
}
async function listCommand(options, surroundings) {
  const incidents = incidentsOf(readIncidents(options, surroundings).events ?? []);
  const stands = ({ status }) => status === "open" || status === "mitigated";
  show(options.all === true ? incidents : incidents.filter(stands), options, surroundings);
  return 0;
}
async function showCommand(id, options, surroundings) {
  const incident = findIncident(id, options, surroundings);
  surroundings.print(options.json === true ? JSON.stringify({ v: 1, incident }, null, 2) : renderIncident(incident));
  return 0;
}
var MS_A_DAY = 864e5;
async function closeCommand(id, options, surroundings) {
  const incident = findIncident(id, options, surroundings);
  const { path, events } = readIncidents(options, surroundings);
  const today = Math.floor(surroundings.now.getTime() / MS_A_DAY);
  appendKept(path, incidentLines(events, [statusEvent(incident, today, options.as, options.reason)]));
  surroundings.print(`${incident.id} is ${options.as}`);
  return 0;
}
function findIncident(id, options, surroundings) {
  const incidents = incidentsOf(readIncidents(options, surroundings).events ?? []);
  const incident = incidents.find((one) => one.id === id);
  if (incident !== void 0) return incident;
  const known = incidents.slice(-5).map((one) => one.id);
  const hint = known.length === 0 ? 'there are none; run "pawl incidents update"' : `the latest are ${known.join(", ")}`;
  throw new UserError({ where: null, message: `there is no incident ${cut(id, 60)}`, hint });
}
function readIncidents({ store }, { directory }) {
  const path = $join($resolve(directory, store), "knowledge", "incidents.jsonl");
  const text = readKept(path);
  return { path, events: text === null ? null : parseIncidents(text, path) };
}
function show(incidents, { json }, { print }) {
  print(json === true ? JSON.stringify({ v: 1, incidents }, null, 2) : renderIncidents(incidents));
}

export {
  updateCommand,
  listCommand,
  showCommand,
  closeCommand,
  findIncident
};
