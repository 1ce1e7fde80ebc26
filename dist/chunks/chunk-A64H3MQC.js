const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  observedDays
} from "./chunk-2LBX4MYL.js";
import {
  EVERYTHING,
  appendKept,
  attributionOf,
  behaviour,
  bringUpToDate,
  computedBy,
  dayNumber,
  entriesObserved,
  entriesOfCommit,
  findDrift,
  ledgerLines,
  ledgerSuspects,
  newEntries,
  parseLedger,
  plausibleDays,
  readKept,
  resultFolder,
  resultsIn,
  streamsOf,
  undatedIn
} from "./chunk-NTUJ6SHI.js";
import {
  readTraffic,
  trafficHistory
} from "./chunk-COLHGKYQ.js";
import {
  settingsPart
} from "./chunk-HR2PY3HY.js";
import {
  agentHistory,
  changedFiles,
  findChanges,
  hasCommits,
  isShallow,
  repositoryRoot,
  resolveCommit
} from "./chunk-GMN627S4.js";
import {
  readSettings
} from "./chunk-6ZUW57B3.js";
import {
  renderDrift
} from "./chunk-BYL2NBM7.js";
import {
  seededRandom
} from "./chunk-ESXIIXJN.js";
import {
  dayText
} from "./chunk-ZMFQCJ2C.js";
import {
  UserError,
  cut
} from "./chunk-V5MOI6JN.js";
import {
  $join,
  $resolve
} from "./chunk-UVWFDZNQ.js";

// src/commands/ledger-store.ts
var NOTE_EVERY = 100;
function readLedger({ store }, { directory }) {
  const path = $join($resolve(directory, store), "knowledge", "ledger.jsonl");
  const text = readKept(path);
  return { path, entries: text === null ? null : parseLedger(text, path) };
}
async function updateLedger(options, sinceMs, surroundings) {
  const { path, entries: known } = readLedger(options, surroundings);
  const commits = await commitEntries(options, sinceMs, known ?? [], surroundings);
  const found = [...commits, ...await trafficEntries(options, surroundings)];
  const added = newEntries(known ?? [], found);
  appendKept(path, known === null || added.length > 0 ? ledgerLines(known, added) : "");
  const entries = [...known ?? [], ...added].sort((a, b) => a.atUs - b.atUs || (a.id < b.id ? -1 : 1));
  return { entries, added: added.length };
}
async function commitEntries({ config, ref }, sinceMs, known, surroundings) {
  const read = (text, file2) => () => readSettings({ text, file: file2, overrides: [] }).changes;
  const { part, file } = await settingsPart(config, surroundings, read);
  if (file === null) return [];
  const rules = part();
  const repository = await repositoryRoot(surroundings.directory);
  if (!await hasCommits(repository)) return [];
  const tip = await resolveCommit(repository, ref);
  const listed = new Set(known.map(({ commit }) => commit?.sha));
  const history = (await agentHistory(repository, tip, rules, sinceMs)).filter(({ sha }) => !listed.has(sha));
  const commits = await withKnownParent(history, repository, surroundings);
  const entries = [];
  for (const [index, commit] of commits.entries()) {
    if (surroundings.signal.aborted) break;
    if (index > 0 && index % NOTE_EVERY === 0)
      surroundings.warn(`reading history: ${index} of ${commits.length} commits`);
    const { parent, sha } = commit;
    const files = parent === null ? null : await changedFiles(repository, parent, { kind: "commit", sha });
    entries.push(...entriesOfCommit(commit, files === null ? null : findChanges(files, rules).affecting));
  }
  return entries;
}
async function withKnownParent(commits, repository, { warn }) {
  const known = commits.filter(({ parent }) => parent !== null);
  if (known.length === commits.length || !await isShallow(repository)) return commits;
  warn(
    "this is a shallow clone: what changed before it, and in its first commit, is not known; fetch the whole history (fetch-depth: 0 in actions/checkout)"
  );
  return known;
}
async function trafficEntries(options, surroundings) {
  const observed = await observedDays(await readTraffic(options, surroundings), options, surroundings);
  return observed === null ? [] : entriesObserved(observed);
}

// src/commands/time-options.ts
function dayOption(where, given) {
  const at = dayNumber(given);
  if (at !== null) return at;
  const message = `expected a day such as 2026-11-20, received ${cut(given, 40)}`;
  throw new UserError({ where, message, hint: null });
}
function hoursOption(where, given) {
  const match = /^(\d{1,5})([hd])$/.exec(given);
  if (match !== null) return Number(match[1]) * (match[2] === "d" ? 24 : 1);
  const message = `expected hours or days such as 48h or 7d, received ${cut(given, 40)}`;
  throw new UserError({ where, message, hint: null });
}

// src/commands/drift.ts
var RECENT_DAYS = 7;
var MS_A_DAY = 864e5;
var LEDGER_DAYS = 60;
async function driftCommand(options, surroundings) {
  const found = await watchTraffic(options, surroundings);
  if (found === null) return 4;
  const { report } = found;
  surroundings.print(options.json === true ? JSON.stringify({ v: 1, ...report }, null, 2) : renderDrift(report));
  if (report.watched === 0) return 4;
  return report.drifts.length > 0 ? 1 : 0;
}
async function watchTraffic(options, surroundings) {
  const acceptedAt = options.accepted.map((day) => dayOption("--accepted", day));
  const asked = options.since === void 0 ? null : dayOption("--since", options.since);
  const history = await trafficHistory(options, surroundings);
  const folder = resultFolder(options.store, behaviour.id, surroundings);
  const { finished } = await bringUpToDate(history, behaviour, folder, EVERYTHING, surroundings);
  if (!finished) return null;
  const today = dayText(surroundings.now);
  const { days, skewed } = plausibleDays([...resultsIn(folder, computedBy(behaviour, history))], today);
  const streams = streamsOf(days.filter(({ day }) => day !== today));
  const lastDay = streams.reduce((last, { days: days2 }) => Math.max(last, days2.at(-1)?.at ?? last), 0);
  const since = asked ?? lastDay - RECENT_DAYS + 1;
  const silentDays = Math.max(0, Math.floor(surroundings.now.getTime() / MS_A_DAY) - 1 - lastDay);
  const known = readLedger(options, surroundings).entries ?? [];
  const commits = await commitEntries(options, (since - LEDGER_DAYS) * MS_A_DAY, known, surroundings);
  const entries = [...known, ...commits];
  const found = findDrift(streams, { since, acceptedAt, entries: ledgerSuspects(entries) });
  const random = seededRandom(`attribution ${lastDay}`);
  const drifts = found.drifts.map((drift) => ({ ...drift, ...attributionOf(drift, streams, entries, random) }));
  return {
    report: { ...found, drifts, since, lastDay, silentDays, undated: await undatedIn(history.reader), skewed, entries },
    streams
  };
}

export {
  readLedger,
  updateLedger,
  dayOption,
  hoursOption,
  driftCommand,
  watchTraffic
};
