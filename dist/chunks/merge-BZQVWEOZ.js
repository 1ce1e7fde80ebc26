const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  uploadFiles
} from "./chunk-YACBQYUM.js";
import {
  showReport
} from "./chunk-BDAEXP5C.js";
import {
  keepPlan,
  planAt
} from "./chunk-LECTJKVX.js";
import {
  mergeShards,
  planDigest,
  shardsOf
} from "./chunk-HE2OOQPH.js";
import "./chunk-ROETAUHR.js";
import {
  ProgressLine
} from "./chunk-SSVRFGUU.js";
import "./chunk-NE4XAEAJ.js";
import "./chunk-G4GIGDAN.js";
import "./chunk-WR4NTJDN.js";
import "./chunk-6HQTSUVE.js";
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
