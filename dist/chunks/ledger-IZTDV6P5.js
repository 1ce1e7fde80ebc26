const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  findIncident
} from "./chunk-RDK7FPWS.js";
import {
  dayOption,
  hoursOption,
  readLedger,
  updateLedger
} from "./chunk-4H5EOQ4Z.js";
import "./chunk-IUXWTRGE.js";
import "./chunk-HNTPGJ73.js";
import "./chunk-W37SQY4H.js";
import "./chunk-VNOB57ZG.js";
import "./chunk-RB5Y54AO.js";
import "./chunk-DA6SR6XV.js";
import "./chunk-2SSAVOXV.js";
import "./chunk-6GMGJ6UC.js";
import "./chunk-4IWIEZDS.js";
import "./chunk-DPZBLVOG.js";
import "./chunk-OIMIGD6Q.js";
import "./chunk-6ALC5XM3.js";
import "./chunk-YPN73X7R.js";
import {
  ledgerCsv,
  renderLedger
} from "./chunk-KMEEV26H.js";
import "./chunk-557GVQRN.js";
import {
  momentOf
} from "./chunk-K3HL3KTY.js";
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
