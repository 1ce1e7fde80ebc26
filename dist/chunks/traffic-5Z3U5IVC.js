import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll
} from "./chunk-ZVQKC5VT.js";
import "./chunk-RDMFOFHQ.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-2RID5UJY.js";
import "./chunk-MGSK7LTY.js";
import "./chunk-RXUE3SJX.js";
import "./chunk-2UNW7WBZ.js";
import "./chunk-BWASAOJQ.js";
import {
  renderTraffic
} from "./chunk-5TZPBD47.js";
import {
  SUMMARY_COLUMNS,
  SummaryBuilder
} from "./chunk-OAZF6KCD.js";
import "./chunk-O5V42NW3.js";
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
