const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  uploadFiles
} from "./chunk-OHDY7CXD.js";
import {
  showReport
} from "./chunk-E2RBPFTQ.js";
import {
  keepPlan,
  planAt
} from "./chunk-6FSZ5R3M.js";
import {
  ProgressLine
} from "./chunk-EKB2STDA.js";
import {
  mergeShards,
  planDigest,
  shardsOf
} from "./chunk-XX6WNEPH.js";
import "./chunk-FCDQQD56.js";
import "./chunk-6UPJT6VS.js";
import "./chunk-4HY7BZ6A.js";
import "./chunk-EVO53QJF.js";
import "./chunk-F5YGALUJ.js";
import "./chunk-YX4JLN7J.js";
import "./chunk-BWQGTC75.js";
import {
  replayRequest
} from "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OJTCYZZE.js";
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
