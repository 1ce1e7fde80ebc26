import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  showReport
} from "./chunk-RILP2J3E.js";
import {
  gate
} from "./chunk-EEGCHZKU.js";
import "./chunk-D27QDYZV.js";
import {
  ProgressLine
} from "./chunk-7I6ZH6Y4.js";
import "./chunk-FWZMJ2DV.js";
import "./chunk-5A4B25LQ.js";
import "./chunk-XNRB6CA2.js";
import "./chunk-3VMUNBQT.js";
import "./chunk-OWVDR5ME.js";
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
    return (await import("./gate-shard-D4AF7ZZ4.js")).plannedGateCommand({ ...options, plan: options.plan }, surroundings);
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
