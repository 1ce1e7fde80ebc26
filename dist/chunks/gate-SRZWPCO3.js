const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  showReport
} from "./chunk-L23VSNQE.js";
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import {
  gate
} from "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OEXYAH2O.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import "./chunk-BYL2NBM7.js";
import {
  $performance
} from "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import {
  replayRequest
} from "./chunk-ZMFQCJ2C.js";
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

// src/commands/gate.ts
async function gateCommand(options, surroundings) {
  if (options.plan !== void 0)
    return (await import("./gate-shard-CO5OG3VX.js")).plannedGateCommand({ ...options, plan: options.plan }, surroundings);
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
