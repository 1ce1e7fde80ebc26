const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  foldAll
} from "./chunk-PUBZNRIG.js";
import "./chunk-3DWL23NH.js";
import "./chunk-TL5NLKMX.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-SHUHF4HG.js";
import "./chunk-OBHRYUCN.js";
import "./chunk-2CE62MJU.js";
import "./chunk-RDHGR4VB.js";
import "./chunk-D2OO65IP.js";
import "./chunk-G3VFAWKC.js";
import "./chunk-HZ5ZJS6A.js";
import "./chunk-FCDQQD56.js";
import "./chunk-PFHCS465.js";
import {
  SUMMARY_COLUMNS,
  SummaryBuilder
} from "./chunk-TAO7OB7V.js";
import {
  renderTraffic
} from "./chunk-S4ONIF3O.js";
import "./chunk-CGSVB4HE.js";
import "./chunk-OFAIHQWI.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OJTCYZZE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/traffic.ts
var SHOWN_DAYS = 14;
async function trafficCommand(options, surroundings) {
  const reader = await readTraffic(options, surroundings);
  const builder = new SummaryBuilder();
  for await (const group of reader.table("trajectories", SUMMARY_COLUMNS, null)) builder.add(group);
  const summary = builder.build();
  const { waitingBytes } = reader;
  if (options.json === true) surroundings.print(JSON.stringify({ v: 1, ...summary, waitingBytes }, null, 2));
  else surroundings.print(renderTraffic(summary, waitingBytes, SHOWN_DAYS));
  return 0;
}
async function compactCommand(options, surroundings) {
  await readTraffic(options, surroundings);
  const store = await openTraffic(options, surroundings);
  try {
    await foldAll(store, surroundings);
    const { partsBefore, partsAfter, dropped } = await store.compact(true, surroundings.signal);
    for (const notice of store.notices) surroundings.warn(notice);
    surroundings.print(`${partsBefore} parts before, ${partsAfter} now; ${dropped} replaced traces and runs dropped`);
    return surroundings.signal.aborted ? 4 : 0;
  } finally {
    store.close();
  }
}
export {
  compactCommand,
  trafficCommand
};
