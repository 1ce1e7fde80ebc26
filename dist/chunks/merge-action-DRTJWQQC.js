const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  RunArtifacts
} from "./chunk-HRM5ZHEP.js";
import "./chunk-XY2KEHRV.js";
import "./chunk-WQLVK6CB.js";
import {
  actionRequest,
  resultOf
} from "./chunk-PA22NXIS.js";
import {
  mergeShards
} from "./chunk-AEIOOGTH.js";
import "./chunk-FCDQQD56.js";
import "./chunk-ZPRV3REE.js";
import "./chunk-HHR63GCW.js";
import "./chunk-TJUJAG5L.js";
import "./chunk-GNDOXUY6.js";
import "./chunk-5CKM7Y2H.js";
import "./chunk-XNWMNJ5A.js";
import "./chunk-T5FFVYYE.js";
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
  const kept = await RunArtifacts.list(options.key, options.runner, options.temporary);
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
