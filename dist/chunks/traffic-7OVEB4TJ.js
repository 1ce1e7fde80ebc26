const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  foldAll
} from "./chunk-DREBV5JS.js";
import "./chunk-KMAZ7YCN.js";
import "./chunk-KFQ3OR7F.js";
import {
  openTraffic,
  readTraffic
} from "./chunk-COLHGKYQ.js";
import "./chunk-HR2PY3HY.js";
import "./chunk-47ISFW5N.js";
import "./chunk-TZBLFOMY.js";
import "./chunk-P2YAFJMQ.js";
import "./chunk-G3VFAWKC.js";
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import "./chunk-FCDQQD56.js";
import "./chunk-GMN627S4.js";
import {
  SUMMARY_COLUMNS,
  SummaryBuilder
} from "./chunk-6ZUW57B3.js";
import {
  renderTraffic
} from "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OPI4XJCE.js";
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
    const progress = new ProgressLine(surroundings, "traces");
    const { partsBefore, partsAfter, dropped } = await store.compact(true, surroundings.signal, progress.rewriting()).finally(() => progress.end());
    for (const notice of store.notices) surroundings.warn(notice);
    const before = partsBefore === 1 ? "1 part" : `${partsBefore} parts`;
    surroundings.print(`${before} before, ${partsAfter} now; ${dropped} replaced traces and runs dropped`);
    if (!surroundings.signal.aborted) return 0;
    surroundings.warn("interrupted: run the same command again to go on from here");
    return 4;
  } finally {
    store.close();
  }
}
export {
  compactCommand,
  trafficCommand
};
