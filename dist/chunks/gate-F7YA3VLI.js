import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  showReport
} from "./chunk-UEPAGWM7.js";
import {
  gate
} from "./chunk-BIHXFF5W.js";
import {
  ProgressLine
} from "./chunk-LKXZGXX6.js";
import "./chunk-RXOEFG3W.js";
import {
  replayRequest
} from "./chunk-N2SYXEGO.js";
import "./chunk-COPXIKYS.js";
import "./chunk-DKS2M4CF.js";
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
