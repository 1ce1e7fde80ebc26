const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  showReport
} from "./chunk-JGYA3GFJ.js";
import {
  ProgressLine
} from "./chunk-HZ5ZJS6A.js";
import {
  gate
} from "./chunk-7OHXNMP5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-SP7F3HAA.js";
import "./chunk-PFHCS465.js";
import "./chunk-TAO7OB7V.js";
import "./chunk-S4ONIF3O.js";
import {
  $performance
} from "./chunk-CGSVB4HE.js";
import "./chunk-OFAIHQWI.js";
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
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/gate.ts
async function gateCommand(options, surroundings) {
  if (options.plan !== void 0)
    return (await import("./gate-shard-C7O6HO3M.js")).plannedGateCommand({ ...options, plan: options.plan }, surroundings);
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
