import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  uploadFiles
} from "./chunk-ZGRRP7UD.js";
import {
  showReport
} from "./chunk-QAJ64CFK.js";
import {
  keepPlan,
  planAt
} from "./chunk-CO6PSJ2Z.js";
import {
  mergeShards,
  planDigest,
  shardsOf
} from "./chunk-5RDZVU32.js";
import "./chunk-RDZ3SP6O.js";
import {
  ProgressLine
} from "./chunk-373F5UAR.js";
import "./chunk-O7G5A4VV.js";
import "./chunk-YEAXEIAR.js";
import "./chunk-X4JGYZRN.js";
import "./chunk-3VMUNBQT.js";
import "./chunk-LPZ32WQC.js";
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
