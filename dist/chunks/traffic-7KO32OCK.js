import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll
} from "./chunk-EFQ7OPSW.js";
import "./chunk-YLP6XPC3.js";
import "./chunk-TIXGYPSG.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-6FU7B3BM.js";
import "./chunk-CJKXYSXD.js";
import "./chunk-CE7JBEF7.js";
import "./chunk-QWVB3G7E.js";
import "./chunk-RDXNJSG3.js";
import "./chunk-4QVA67HX.js";
import "./chunk-MPJBHFPG.js";
import "./chunk-VTQ46DAQ.js";
import {
  SUMMARY_COLUMNS,
  SummaryBuilder
} from "./chunk-SDPNGMVH.js";
import {
  renderTraffic
} from "./chunk-FRZFKALH.js";
import "./chunk-5MMGI77S.js";
import "./chunk-NJOXSQ6L.js";
import "./chunk-AFQDZWKC.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";

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
