import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  showReport
} from "./chunk-4PY3ZP6G.js";
import {
  gate
} from "./chunk-YPARYRXL.js";
import {
  ProgressLine
} from "./chunk-52O5U5QI.js";
import "./chunk-72FRCJDZ.js";
import {
  replayRequest
} from "./chunk-N2SYXEGO.js";
import "./chunk-SFORY4DF.js";
import "./chunk-QT6BENWT.js";
import "./chunk-QG3UVE7E.js";
import "./chunk-AVCBIA7J.js";
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
