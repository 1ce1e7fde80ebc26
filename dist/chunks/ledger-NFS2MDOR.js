const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  findIncident
} from "./chunk-JEHKVG3C.js";
import {
  dayOption,
  hoursOption,
  readLedger,
  updateLedger
} from "./chunk-A64H3MQC.js";
import "./chunk-2LBX4MYL.js";
import "./chunk-NTUJ6SHI.js";
import "./chunk-COLHGKYQ.js";
import "./chunk-HR2PY3HY.js";
import "./chunk-47ISFW5N.js";
import "./chunk-TZBLFOMY.js";
import "./chunk-MBACCWPR.js";
import "./chunk-P2YAFJMQ.js";
import "./chunk-H7TJI2PU.js";
import "./chunk-WFO4ORFU.js";
import "./chunk-7BZZY76H.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import {
  ledgerCsv,
  renderLedger
} from "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import {
  momentOf
} from "./chunk-2SGQDVVG.js";
import "./chunk-ZMFQCJ2C.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError,
  cut
} from "./chunk-V5MOI6JN.js";
import "./chunk-JTDH3ZYL.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OPI4XJCE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
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
