import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  showReport
} from "./chunk-3NM5I5FT.js";
import {
  gate
} from "./chunk-RS3KB4IT.js";
import {
  ProgressLine
} from "./chunk-MMGUJJOT.js";
import {
  replayRequest
} from "./chunk-N2SYXEGO.js";
import "./chunk-AISSBOCW.js";
import "./chunk-Y2KXXM2D.js";
import "./chunk-6FHPEOXE.js";
import "./chunk-7WULDW2W.js";
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
