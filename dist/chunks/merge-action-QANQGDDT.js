import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  RunArtifacts
} from "./chunk-LTVHONNO.js";
import "./chunk-4QVA67HX.js";
import "./chunk-PT7CWX3C.js";
import {
  actionRequest,
  resultOf
} from "./chunk-JEQN5YAA.js";
import {
  mergeShards
} from "./chunk-EEGCHZKU.js";
import "./chunk-D27QDYZV.js";
import "./chunk-7I6ZH6Y4.js";
import "./chunk-FWZMJ2DV.js";
import "./chunk-5A4B25LQ.js";
import "./chunk-XNRB6CA2.js";
import "./chunk-3VMUNBQT.js";
import "./chunk-OWVDR5ME.js";
import "./chunk-CCTPHJBW.js";
import "./chunk-I5LRA7YP.js";
import "./chunk-RUYBUABK.js";
import "./chunk-5IDBHXP5.js";
import "./chunk-ZRQJKNTV.js";
import "./chunk-H6IZPVF7.js";

// src/commands/merge-action.ts
async function mergeForAction(options, now) {
  const kept = await RunArtifacts.list(options.key, options.runner, options.temporary);
  const about = await actionRequest("merge", options, now);
  const plan = await kept.plan(1);
  const uploads = await kept.shards([1, 2], null);
  const merged = await mergeShards({ ...about, about, plan, planFile: "the plan", uploads, wantsNext: false });
  if (merged.kind === "next") throw new Error("a decision was asked for, and no plan");
  return resultOf(merged.report);
}
export {
  mergeForAction
};
