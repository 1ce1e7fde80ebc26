import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  showReport
} from "./chunk-WHDQYHVJ.js";
import {
  gate
} from "./chunk-AI6A7KKR.js";
import {
  ProgressLine
} from "./chunk-LC5YT6AK.js";
import {
  replayRequest
} from "./chunk-N2SYXEGO.js";
import "./chunk-CBJOJJEF.js";
import "./chunk-5BMVHYV5.js";
import "./chunk-LC4X225V.js";
import "./chunk-OQ72NQW6.js";
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
