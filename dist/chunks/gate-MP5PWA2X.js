const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  showReport
} from "./chunk-BDAEXP5C.js";
import {
  gate
} from "./chunk-HE2OOQPH.js";
import "./chunk-ROETAUHR.js";
import {
  ProgressLine
} from "./chunk-SSVRFGUU.js";
import "./chunk-NE4XAEAJ.js";
import "./chunk-G4GIGDAN.js";
import "./chunk-WR4NTJDN.js";
import {
  $performance
} from "./chunk-6HQTSUVE.js";
import "./chunk-62C3PQU2.js";
import "./chunk-J3NEQIJ4.js";
import {
  replayRequest
} from "./chunk-XL6JFAHT.js";
import "./chunk-2XAKYTN5.js";
import "./chunk-EVXS76K3.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-LV3VEMWA.js";
import "./chunk-SABKCFSL.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-U5BZ4B6T.js";
import "./chunk-6ZTM6IFL.js";
import "./chunk-IDZKS7TG.js";
import "./chunk-DSM4J6X2.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-QQ3CU7DN.js";
import "./chunk-GPPT27SZ.js";

// src/commands/gate.ts
async function gateCommand(options, surroundings) {
  if (options.plan !== void 0)
    return (await import("./gate-shard-ERQZJ673.js")).plannedGateCommand({ ...options, plan: options.plan }, surroundings);
  const progress = new ProgressLine(surroundings);
  const request = {
    ...await replayRequest("gate", options, surroundings, progress),
    base: options.base,
    head: options.head,
    slices: options.slice ?? null,
    mode: options.offline === true ? "recorded" : "live",
    watch: progress.watch(surroundings.signal)
  };
  const report = await gate(request, () => $performance.now());
  progress.end();
  return showReport(report, options, surroundings);
}
export {
  gateCommand
};
