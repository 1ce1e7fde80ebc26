const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  uploadFiles
} from "./chunk-BUCSZCPB.js";
import {
  showReport
} from "./chunk-ZTFUKSDV.js";
import {
  keepPlan,
  planAt
} from "./chunk-SZLBU7HV.js";
import {
  mergeShards,
  planDigest,
  shardsOf
} from "./chunk-WC3IYLTH.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OU6J4Q4O.js";
import {
  ProgressLine
} from "./chunk-SJ5CJ2HT.js";
import "./chunk-WB5DOCLJ.js";
import "./chunk-WQIMK4JL.js";
import "./chunk-DTQ5D6J7.js";
import "./chunk-G7DHVUWC.js";
import "./chunk-T6C42NEA.js";
import {
  replayRequest
} from "./chunk-JQD6OMAW.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-5WYRIQGC.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-2F4GCUNK.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-WBT2DRB4.js";
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
