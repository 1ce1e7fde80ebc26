import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll
} from "./chunk-MZVHJE3T.js";
import "./chunk-BIK7TH6I.js";
import "./chunk-TIXGYPSG.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-O7FZPNS5.js";
import "./chunk-MAYARKH5.js";
import "./chunk-SNGB6ABY.js";
import "./chunk-3CJ5KFQ7.js";
import "./chunk-TLT2CDKU.js";
import "./chunk-4QVA67HX.js";
import "./chunk-373F5UAR.js";
import "./chunk-O7G5A4VV.js";
import {
  SUMMARY_COLUMNS,
  SummaryBuilder
} from "./chunk-YEAXEIAR.js";
import {
  renderTraffic
} from "./chunk-X4JGYZRN.js";
import "./chunk-3VMUNBQT.js";
import "./chunk-LPZ32WQC.js";
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
