const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  showReport
} from "./chunk-ZTFUKSDV.js";
import {
  gate
} from "./chunk-WC3IYLTH.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OU6J4Q4O.js";
import {
  ProgressLine
} from "./chunk-SJ5CJ2HT.js";
import "./chunk-WB5DOCLJ.js";
import "./chunk-WQIMK4JL.js";
import "./chunk-DTQ5D6J7.js";
import {
  $performance
} from "./chunk-G7DHVUWC.js";
import "./chunk-T6C42NEA.js";
import {
  replayRequest
} from "./chunk-JQD6OMAW.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-5WYRIQGC.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-2F4GCUNK.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/gate.ts
async function gateCommand(options, surroundings) {
  if (options.plan !== void 0)
    return (await import("./gate-shard-B6L4O7K3.js")).plannedGateCommand({ ...options, plan: options.plan }, surroundings);
  const progress = new ProgressLine(surroundings);
  const request = {
    ...await replayRequest("gate", options, surroundings, progress),
    base: options.base,
    head: options.head,
    slices: options.slice ?? null,
    mode: options.offline === true ? "recorded" : "live",
    watch: progress.watch(surroundings.signal)
  };
  const report = await gate(request, () => $performance.now());
  progress.end();
  return showReport(report, options, surroundings);
}
export {
  gateCommand
};
