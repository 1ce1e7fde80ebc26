import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll
} from "./chunk-5OIDDBIZ.js";
import "./chunk-ITNMMYU2.js";
import "./chunk-RXUE3SJX.js";
import "./chunk-ENTN6MLE.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-5ZJF47S4.js";
import "./chunk-J2H5CFTH.js";
import "./chunk-YF4N6DB6.js";
import {
  SUMMARY_COLUMNS,
  SummaryBuilder
} from "./chunk-BYDHNTQ5.js";
import {
  renderTraffic
} from "./chunk-FAUJ72YB.js";
import "./chunk-N73M3PSF.js";
import "./chunk-I3AMN25J.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";

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
