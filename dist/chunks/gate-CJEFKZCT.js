import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  showReport
} from "./chunk-NYWNJNFZ.js";
import {
  ProgressLine
} from "./chunk-ENTN6MLE.js";
import {
  gate
} from "./chunk-5PEAMUU4.js";
import "./chunk-7EWKQ4TP.js";
import {
  dayText,
  replayRequest
} from "./chunk-NI472JT7.js";
import "./chunk-BYDHNTQ5.js";
import "./chunk-3Z432Z7C.js";
import "./chunk-FAUJ72YB.js";
import "./chunk-N73M3PSF.js";
import "./chunk-I3AMN25J.js";
import "./chunk-RUYBUABK.js";
import "./chunk-WD6H2GOG.js";

// src/commands/gate.ts
import { performance } from "node:perf_hooks";
async function gateCommand(options, surroundings) {
  const progress = new ProgressLine(surroundings);
  const request = {
    ...await replayRequest("gate", options, surroundings, progress),
    base: options.base,
    head: options.head,
    mode: options.offline === true ? "recorded" : "live",
    today: dayText(surroundings.now),
    watch: progress.watch(surroundings.signal)
  };
  const report = await gate(request, () => performance.now());
  progress.end();
  return showReport(report, options, surroundings);
}
export {
  gateCommand
};
