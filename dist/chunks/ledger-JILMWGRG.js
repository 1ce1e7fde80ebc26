const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  findIncident
} from "./chunk-OC53WW5V.js";
import {
  dayOption,
  hoursOption,
  readLedger,
  updateLedger
} from "./chunk-ZJG3VYEX.js";
import "./chunk-T5MV7J6W.js";
import "./chunk-VRDXAYUB.js";
import "./chunk-BYOT2IFV.js";
import "./chunk-Q5RNOPR6.js";
import "./chunk-KMFATG4F.js";
import "./chunk-5NI5GW7L.js";
import "./chunk-TOGZJM3M.js";
import "./chunk-VRZ2AGYE.js";
import "./chunk-EBLY6C75.js";
import "./chunk-QSAIIAH6.js";
import "./chunk-QWYXWQSX.js";
import "./chunk-SJ5CJ2HT.js";
import "./chunk-WB5DOCLJ.js";
import "./chunk-WQIMK4JL.js";
import {
  ledgerCsv,
  renderLedger
} from "./chunk-DTQ5D6J7.js";
import "./chunk-G7DHVUWC.js";
import {
  momentOf
} from "./chunk-T6C42NEA.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError,
  cut
} from "./chunk-ZM4RGJPV.js";
import "./chunk-ETDCTZ2P.js";
import "./chunk-5WYRIQGC.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-2F4GCUNK.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-WBT2DRB4.js";
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
