import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  showReport
} from "./chunk-GHRL7XQU.js";
import {
  gate
} from "./chunk-YPBPE22X.js";
import "./chunk-TVAMBIUY.js";
import "./chunk-3I6CSGWU.js";
import {
  ProgressLine
} from "./chunk-KQN3XGOU.js";
import "./chunk-AS5MKMLS.js";
import "./chunk-B4KNCGMA.js";
import "./chunk-D4R7QXLZ.js";
import "./chunk-BGUBULFN.js";
import "./chunk-CCTPHJBW.js";
import {
  replayRequest
} from "./chunk-I5LRA7YP.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";

// src/commands/gate.ts
import { performance } from "node:perf_hooks";
async function gateCommand(options, surroundings) {
  if (options.plan !== void 0)
    return (await import("./gate-shard-LIDHWRRX.js")).plannedGateCommand({ ...options, plan: options.plan }, surroundings);
  const progress = new ProgressLine(surroundings);
  const request = {
    ...await replayRequest("gate", options, surroundings, progress),
    base: options.base,
    head: options.head,
    slices: options.slice ?? null,
    mode: options.offline === true ? "recorded" : "live",
    watch: progress.watch(surroundings.signal)
  };
  const report = await gate(request, () => performance.now());
  progress.end();
  return showReport(report, options, surroundings);
}
export {
  gateCommand
};
