import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  foldAll
} from "./chunk-YHSFZEL4.js";
import "./chunk-U34L5TIP.js";
import "./chunk-TIXGYPSG.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-WSALI5SC.js";
import "./chunk-V2XUDUQG.js";
import "./chunk-BBBJJC2T.js";
import "./chunk-BN6YG3FW.js";
import "./chunk-IYDWDEWM.js";
import "./chunk-4QVA67HX.js";
import "./chunk-7I6ZH6Y4.js";
import "./chunk-FWZMJ2DV.js";
import {
  SUMMARY_COLUMNS,
  SummaryBuilder
} from "./chunk-5A4B25LQ.js";
import {
  renderTraffic
} from "./chunk-XNRB6CA2.js";
import "./chunk-3VMUNBQT.js";
import "./chunk-OWVDR5ME.js";
import "./chunk-CCTPHJBW.js";
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
