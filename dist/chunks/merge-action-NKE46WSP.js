const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  RunArtifacts
} from "./chunk-ML26DM7C.js";
import "./chunk-Q2LJE6U5.js";
import "./chunk-WQLVK6CB.js";
import {
  actionRequest,
  resultOf
} from "./chunk-S7IBC4Q6.js";
import {
  mergeShards
} from "./chunk-ET27CX64.js";
import "./chunk-FCDQQD56.js";
import "./chunk-K2HBUHE2.js";
import "./chunk-GLTWMBUF.js";
import "./chunk-34AJDQB2.js";
import "./chunk-Q3ZGYL4R.js";
import "./chunk-PIYESBNU.js";
import "./chunk-LKFGDHYO.js";
import "./chunk-M3BPJXD2.js";
import "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-VNFFK6S3.js";
import "./chunk-5WYRIQGC.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OJTCYZZE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/merge-action.ts
async function mergeForAction(options, now) {
  const kept = await RunArtifacts.list(options);
  const about = await actionRequest("merge", options, now);
  const plan = await kept.plan(1);
  const uploads = await kept.shards([1, 2]);
  const merged = await mergeShards({ ...about, about, plan, planFile: "the plan", uploads, wantsNext: false });
  if (merged.kind === "next") throw new Error("a decision was asked for, and no plan");
  return resultOf(merged.report);
}
export {
  mergeForAction
};
