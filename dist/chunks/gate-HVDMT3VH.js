const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  showReport
} from "./chunk-COKHGHMC.js";
import {
  gate
} from "./chunk-ET27CX64.js";
import "./chunk-FCDQQD56.js";
import "./chunk-K2HBUHE2.js";
import {
  ProgressLine
} from "./chunk-GLTWMBUF.js";
import "./chunk-34AJDQB2.js";
import "./chunk-Q3ZGYL4R.js";
import "./chunk-PIYESBNU.js";
import {
  $performance
} from "./chunk-LKFGDHYO.js";
import "./chunk-M3BPJXD2.js";
import {
  replayRequest
} from "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-5WYRIQGC.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OJTCYZZE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/gate.ts
async function gateCommand(options, surroundings) {
  if (options.plan !== void 0)
    return (await import("./gate-shard-2MGFUGHJ.js")).plannedGateCommand({ ...options, plan: options.plan }, surroundings);
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
