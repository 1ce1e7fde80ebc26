const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  uploadFiles
} from "./chunk-HMNIJCDD.js";
import {
  showReport
} from "./chunk-L23VSNQE.js";
import {
  keepPlan,
  planAt
} from "./chunk-CKWE3LHX.js";
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import {
  mergeShards,
  planDigest,
  shardsOf
} from "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OEXYAH2O.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import {
  replayRequest
} from "./chunk-ZMFQCJ2C.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OPI4XJCE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/merge.ts
async function mergeCommand(folders, options, surroundings) {
  const { directory } = surroundings;
  const plan = await planAt(directory, options.plan);
  const settings = { config: plan.configPath, store: options.store };
  const merged = await mergeShards({
    ...await replayRequest("merge", settings, surroundings, new ProgressLine(surroundings)),
    ...{ plan, planFile: options.plan, about: null },
    uploads: await uploadFiles(directory, folders),
    wantsNext: options.next !== void 0
  });
  if (merged.kind === "decided") return showReport(merged.report, options, surroundings);
  const shards = shardsOf(merged.plan).map((shard) => `${shard}/${plan.shards}`);
  if (options.next !== void 0) await keepPlan(directory, options.next, merged.plan);
  surroundings.print(
    `no verdict yet: round 2 has something to do on ${shards.join(", ")} (${options.next}, ${planDigest(merged.plan).slice(0, 12)})`
  );
  return 0;
}
export {
  mergeCommand
};
