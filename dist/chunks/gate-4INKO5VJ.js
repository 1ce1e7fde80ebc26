import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  showReport
} from "./chunk-NMX4S2C3.js";
import {
  gate
} from "./chunk-ZHJZE6IE.js";
import {
  ProgressLine
} from "./chunk-HAEUIGJX.js";
import {
  replayRequest
} from "./chunk-N2SYXEGO.js";
import "./chunk-UQ6VA3IL.js";
import "./chunk-IIHCOWT7.js";
import "./chunk-XEDW4WEJ.js";
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
