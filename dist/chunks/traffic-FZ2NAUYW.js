const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  foldAll
} from "./chunk-BH7JYT77.js";
import "./chunk-MC67PCR6.js";
import "./chunk-Q24O6VXA.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-6HJW7NIY.js";
import "./chunk-SESIAISA.js";
import "./chunk-RSCXYHW7.js";
import "./chunk-WID66JMI.js";
import "./chunk-26PXTRBN.js";
import "./chunk-DU3OY63W.js";
import "./chunk-SSVRFGUU.js";
import "./chunk-NE4XAEAJ.js";
import {
  SUMMARY_COLUMNS,
  SummaryBuilder
} from "./chunk-G4GIGDAN.js";
import {
  renderTraffic
} from "./chunk-WR4NTJDN.js";
import "./chunk-6HQTSUVE.js";
import "./chunk-62C3PQU2.js";
import "./chunk-J3NEQIJ4.js";
import "./chunk-2XAKYTN5.js";
import "./chunk-EVXS76K3.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-LV3VEMWA.js";
import "./chunk-SABKCFSL.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-U5BZ4B6T.js";
import "./chunk-6ZTM6IFL.js";
import "./chunk-IDZKS7TG.js";
import "./chunk-DSM4J6X2.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-QQ3CU7DN.js";
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
