import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  planInWords
} from "./chunk-REGUN4CP.js";
import {
  RunArtifacts
} from "./chunk-CL7UJF62.js";
import "./chunk-4QVA67HX.js";
import {
  runFileName
} from "./chunk-HLZFQDGA.js";
import {
  actionRequest
} from "./chunk-ZRRVJJ32.js";
import {
  mergeShards,
  planShards,
  shardsOf,
  writePlan
} from "./chunk-RD5ZHNMK.js";
import "./chunk-UKUVRVHB.js";
import "./chunk-MPJBHFPG.js";
import "./chunk-VTQ46DAQ.js";
import "./chunk-SDPNGMVH.js";
import "./chunk-FRZFKALH.js";
import "./chunk-5MMGI77S.js";
import "./chunk-NJOXSQ6L.js";
import "./chunk-AFQDZWKC.js";
import "./chunk-I5LRA7YP.js";
import "./chunk-RUYBUABK.js";
import "./chunk-5IDBHXP5.js";
import "./chunk-ZRQJKNTV.js";
import "./chunk-H6IZPVF7.js";

// src/commands/plan-action.ts
async function planForAction(options, now) {
  const request = await actionRequest("plan", options, now);
  if (options.round === 2) return planSecondRound(options, request);
  const planning = await planShards({ ...request, shards: options.shards });
  return stageOf(options, planning.plan, planInWords(planning));
}
async function planSecondRound(options, request) {
  const kept = await RunArtifacts.list(options.key, options.runner, options.temporary);
  const plan = await kept.plan(1);
  const about = request;
  const uploads = await kept.shards([1], null);
  const merged = await mergeShards({ ...request, plan, planFile: "the plan", about, uploads, wantsNext: true });
  if (merged.kind === "next") {
    const shards = shardsOf(merged.plan);
    return stageOf(
      options,
      merged.plan,
      `round 2 has something to do on shards ${shards.join(", ")} of ${plan.shards}`
    );
  }
  const text = "round 1 leaves nothing open that round 2 could settle";
  return { outputs: { affected: "false", shards: "[]" }, text, kept: null };
}
function stageOf({ key, round, attempt }, plan, text) {
  const shards = shardsOf(plan);
  return {
    outputs: { affected: String(shards.length > 0), shards: JSON.stringify(shards) },
    text,
    kept: { name: runFileName(key, { kind: "plan", round, attempt }), file: "plan.json", text: writePlan(plan) }
  };
}
export {
  planForAction
};
