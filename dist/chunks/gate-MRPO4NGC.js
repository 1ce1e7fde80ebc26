import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  showReport
} from "./chunk-OV6SLHGE.js";
import {
  ProgressLine
} from "./chunk-I33PTHDE.js";
import {
  gate
} from "./chunk-2UGXJIC7.js";
import "./chunk-JJJ2ARR4.js";
import {
  replayRequest
} from "./chunk-N2SYXEGO.js";
import "./chunk-GH7FIHQ7.js";
import "./chunk-JR2L2PTB.js";
import "./chunk-QLYRSIVI.js";
import "./chunk-O5V42NW3.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";

// src/commands/gate.ts
import { performance } from "node:perf_hooks";
async function gateCommand(options, surroundings) {
  const progress = new ProgressLine(surroundings);
  const request = {
    ...replayRequest("gate", options, surroundings, progress),
    base: options.base,
    head: options.head,
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
