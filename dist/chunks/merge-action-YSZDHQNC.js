import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  RunArtifacts
} from "./chunk-NXVLVUVG.js";
import "./chunk-4QVA67HX.js";
import "./chunk-HLZFQDGA.js";
import {
  actionRequest,
  resultOf
} from "./chunk-TGYRLFNC.js";
import {
  mergeShards
} from "./chunk-5RDZVU32.js";
import "./chunk-RDZ3SP6O.js";
import "./chunk-373F5UAR.js";
import "./chunk-O7G5A4VV.js";
import "./chunk-YEAXEIAR.js";
import "./chunk-X4JGYZRN.js";
import "./chunk-3VMUNBQT.js";
import "./chunk-LPZ32WQC.js";
import "./chunk-AFQDZWKC.js";
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
