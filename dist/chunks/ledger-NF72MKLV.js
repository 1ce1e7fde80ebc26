const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  findIncident
} from "./chunk-BUOGLEET.js";
import {
  dayOption,
  hoursOption,
  readLedger,
  updateLedger
} from "./chunk-MORM5JMP.js";
import "./chunk-5WEPMZZL.js";
import "./chunk-YDPCUJK5.js";
import "./chunk-XD4OA5KT.js";
import "./chunk-7NEODYIP.js";
import "./chunk-4QHWKL5A.js";
import "./chunk-OYZYBEGT.js";
import "./chunk-QQ77GFUK.js";
import "./chunk-3SPUFXRO.js";
import "./chunk-H7TJI2PU.js";
import "./chunk-COLK47M5.js";
import "./chunk-EKB2STDA.js";
import "./chunk-4HY7BZ6A.js";
import "./chunk-EVO53QJF.js";
import {
  ledgerCsv,
  renderLedger
} from "./chunk-F5YGALUJ.js";
import "./chunk-YX4JLN7J.js";
import {
  momentOf
} from "./chunk-BWQGTC75.js";
import "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError,
  cut
} from "./chunk-ZM4RGJPV.js";
import "./chunk-JTDH3ZYL.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OJTCYZZE.js";
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
