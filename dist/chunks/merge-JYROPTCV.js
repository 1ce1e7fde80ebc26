import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  uploadFiles
} from "./chunk-2GS5VDTV.js";
import {
  showReport
} from "./chunk-2J4ZQDLT.js";
import {
  keepPlan,
  planAt
} from "./chunk-REGUN4CP.js";
import {
  mergeShards,
  planDigest,
  shardsOf
} from "./chunk-RD5ZHNMK.js";
import "./chunk-UKUVRVHB.js";
import {
  ProgressLine
} from "./chunk-MPJBHFPG.js";
import "./chunk-VTQ46DAQ.js";
import "./chunk-SDPNGMVH.js";
import "./chunk-FRZFKALH.js";
import "./chunk-5MMGI77S.js";
import "./chunk-NJOXSQ6L.js";
import "./chunk-AFQDZWKC.js";
import {
  replayRequest
} from "./chunk-I5LRA7YP.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";

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
