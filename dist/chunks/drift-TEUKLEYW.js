import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  BEHAVIOUR_COLUMNS,
  StreamBuilder,
  attributionOf,
  commitEntries,
  dayOption,
  findDrift,
  ledgerSuspects,
  readLedger
} from "./chunk-545WFEEI.js";
import "./chunk-N45HWQLZ.js";
import {
  readTraffic
} from "./chunk-5ZJF47S4.js";
import "./chunk-J2H5CFTH.js";
import "./chunk-YF4N6DB6.js";
import "./chunk-YNNKGYOS.js";
import {
  seededRandom
} from "./chunk-BYDHNTQ5.js";
import "./chunk-3Z432Z7C.js";
import {
  renderDrift
} from "./chunk-FAUJ72YB.js";
import "./chunk-N73M3PSF.js";
import "./chunk-I3AMN25J.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";

// src/commands/drift.ts
var RECENT_DAYS = 7;
var MS_A_DAY = 864e5;
var LEDGER_DAYS = 60;
async function driftCommand(options, surroundings) {
  const watched = await watchTraffic(options, surroundings);
  if (watched === null) return 4;
  surroundings.print(options.json === true ? JSON.stringify({ v: 1, ...watched }, null, 2) : renderDrift(watched));
  if (watched.watched === 0) return 4;
  return watched.drifts.length > 0 ? 1 : 0;
}
async function watchTraffic(options, surroundings) {
  const acceptedAt = options.accepted.map((day) => dayOption("--accepted", day));
  const asked = options.since === void 0 ? null : dayOption("--since", options.since);
  const reader = await readTraffic(options, surroundings);
  const builder = new StreamBuilder();
  for await (const group of reader.table("trajectories", BEHAVIOUR_COLUMNS, null)) {
    if (surroundings.signal.aborted) return null;
    builder.add(group);
  }
  const streams = builder.build();
  const lastDay = streams.reduce((last, { days }) => Math.max(last, days.at(-1)?.at ?? last), 0);
  const since = asked ?? lastDay - RECENT_DAYS + 1;
  const known = readLedger(options, surroundings).entries ?? [];
  const commits = await commitEntries(options, (since - LEDGER_DAYS) * MS_A_DAY, known, surroundings);
  const entries = [...known, ...commits];
  const found = findDrift(streams, { since, acceptedAt, entries: ledgerSuspects(entries) });
  const random = seededRandom(`attribution ${lastDay}`);
  const drifts = found.drifts.map((drift) => ({ ...drift, ...attributionOf(drift, streams, entries, random) }));
  return { ...found, drifts, since, lastDay, undated: builder.undated, entries };
}
export {
  driftCommand,
  watchTraffic
};
