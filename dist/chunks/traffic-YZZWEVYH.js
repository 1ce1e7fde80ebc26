const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  foldAll
} from "./chunk-QUDCY7QY.js";
import "./chunk-QRHJA3QD.js";
import "./chunk-LF7N65EF.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-KMFATG4F.js";
import "./chunk-5NI5GW7L.js";
import "./chunk-TOGZJM3M.js";
import "./chunk-VRZ2AGYE.js";
import "./chunk-EBLY6C75.js";
import "./chunk-WQLVK6CB.js";
import "./chunk-FCDQQD56.js";
import "./chunk-SJ5CJ2HT.js";
import "./chunk-WB5DOCLJ.js";
import {
  SUMMARY_COLUMNS,
  SummaryBuilder
} from "./chunk-WQIMK4JL.js";
import {
  renderTraffic
} from "./chunk-DTQ5D6J7.js";
import "./chunk-G7DHVUWC.js";
import "./chunk-T6C42NEA.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-5WYRIQGC.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-2F4GCUNK.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-WBT2DRB4.js";
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
