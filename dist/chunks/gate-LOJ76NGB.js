import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  showReport
} from "./chunk-KNN4O56M.js";
import {
  gate
} from "./chunk-24L3XSOD.js";
import {
  ProgressLine
} from "./chunk-FGFQTBXT.js";
import "./chunk-BDHBWBZF.js";
import {
  replayRequest
} from "./chunk-N2SYXEGO.js";
import "./chunk-NOW27JIL.js";
import "./chunk-ESM6USZ7.js";
import "./chunk-NYXK4OFP.js";
import "./chunk-3XM2MF63.js";
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
