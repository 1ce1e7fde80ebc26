const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  findIncident
} from "./chunk-PXF77UO5.js";
import {
  dayOption,
  hoursOption,
  readLedger,
  updateLedger
} from "./chunk-HBMCS73D.js";
import "./chunk-XOQEI267.js";
import "./chunk-CADYEGMC.js";
import "./chunk-ABGJBUBW.js";
import "./chunk-NMCZQGTG.js";
import "./chunk-6HJW7NIY.js";
import "./chunk-SESIAISA.js";
import "./chunk-RSCXYHW7.js";
import "./chunk-WID66JMI.js";
import "./chunk-26PXTRBN.js";
import "./chunk-W35NTTMX.js";
import "./chunk-EDNMH4EO.js";
import "./chunk-SSVRFGUU.js";
import "./chunk-NE4XAEAJ.js";
import "./chunk-G4GIGDAN.js";
import {
  ledgerCsv,
  renderLedger
} from "./chunk-WR4NTJDN.js";
import "./chunk-6HQTSUVE.js";
import "./chunk-62C3PQU2.js";
import {
  momentOf
} from "./chunk-J3NEQIJ4.js";
import "./chunk-2XAKYTN5.js";
import "./chunk-EVXS76K3.js";
import {
  UserError,
  cut
} from "./chunk-ZM4RGJPV.js";
import "./chunk-S3SHPBII.js";
import "./chunk-LV3VEMWA.js";
import "./chunk-SABKCFSL.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-U5BZ4B6T.js";
import "./chunk-6ZTM6IFL.js";
import "./chunk-IDZKS7TG.js";
import "./chunk-DSM4J6X2.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-QQ3CU7DN.js";
import "./chunk-GPPT27SZ.js";

// src/commands/ledger.ts
var MS_A_DAY = 864e5;
var US_AN_HOUR = 36e8;
async function ledgerCommand(options, surroundings) {
  const sinceMs = options.since === void 0 ? 0 : MS_A_DAY * dayOption("--since", options.since);
  const { entries, added } = await updateLedger(options, sinceMs, surroundings);
  show(
    entries.filter(({ atUs }) => atUs >= 1e3 * sinceMs),
    options,
    surroundings,
    `${added} new; `
  );
  return surroundings.signal.aborted ? 4 : 0;
}
async function changesCommand(options, surroundings) {
  const { path, entries } = readLedger(options, surroundings);
  if (entries === null) {
    throw new UserError({ where: path, message: "there is no ledger yet", hint: 'run "pawl ledger" first' });
  }
  const hours = hoursOption("--since", options.since);
  const last = entries.at(-1)?.atUs ?? 0;
  const beforeUs = options.before === void 0 ? last : momentOption(options.before, options, surroundings);
  const shown = entries.filter(({ atUs }) => atUs <= beforeUs && atUs >= beforeUs - hours * US_AN_HOUR);
  show(shown, options, surroundings, "");
  return 0;
}
function show(entries, { json, csv }, { print }, begin) {
  if (json === true) print(JSON.stringify({ v: 1, entries }, null, 2));
  else if (csv === true) print(ledgerCsv(entries));
  else print(`${begin}${renderLedger(entries)}`);
}
function momentOption(given, options, surroundings) {
  const moment = momentOf(given) ?? momentOf(`${given}T00:00:00Z`);
  if (moment !== null) return moment.us;
  if (INCIDENT.test(given)) {
    const { alarms } = findIncident(given, options, surroundings);
    return 1e3 * MS_A_DAY * (1 + Math.min(...alarms.map(({ to }) => to)));
  }
  const message = `expected a day, a moment such as 2026-11-20T14:00:00Z or an incident, received ${cut(given, 40)}`;
  throw new UserError({ where: "--before", message, hint: null });
}
var INCIDENT = /^\d{4}-\d{2}-\d{2}-[0-9a-f]{6}$/;
export {
  changesCommand,
  ledgerCommand
};
