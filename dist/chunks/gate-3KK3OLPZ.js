import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  showReport
} from "./chunk-BYAWQJQZ.js";
import {
  ProgressLine
} from "./chunk-BWASAOJQ.js";
import {
  gate
} from "./chunk-W4NCU2WH.js";
import "./chunk-3P2JEF5H.js";
import {
  replayRequest
} from "./chunk-N2SYXEGO.js";
import "./chunk-3CPXHSNF.js";
import "./chunk-5TZPBD47.js";
import "./chunk-OAZF6KCD.js";
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
