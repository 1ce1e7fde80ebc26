import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  showReport
} from "./chunk-R7H34FF2.js";
import {
  gate
} from "./chunk-A5GAGGYS.js";
import {
  ProgressLine
} from "./chunk-CPHD4R3A.js";
import "./chunk-2BQD54B7.js";
import {
  replayRequest
} from "./chunk-N2SYXEGO.js";
import "./chunk-G3UMWCSW.js";
import "./chunk-LW4QOZ7D.js";
import "./chunk-NTIKZPMN.js";
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
