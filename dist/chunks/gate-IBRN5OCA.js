const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  showReport
} from "./chunk-TLCIUSNC.js";
import {
  gate
} from "./chunk-GINDFWQP.js";
import "./chunk-FCDQQD56.js";
import "./chunk-VQA3DSUE.js";
import {
  ProgressLine
} from "./chunk-HVHKZRRU.js";
import "./chunk-K6PVQN4N.js";
import "./chunk-C64DPXHU.js";
import "./chunk-GKU5XO3B.js";
import {
  $performance
} from "./chunk-QXKWKOCK.js";
import "./chunk-RAGWTTC6.js";
import {
  replayRequest
} from "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-MA7E5CPD.js";
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
    return (await import("./gate-shard-OQY7DT4E.js")).plannedGateCommand({ ...options, plan: options.plan }, surroundings);
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
