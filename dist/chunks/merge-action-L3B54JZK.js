const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  RunArtifacts
} from "./chunk-KBLNLYTV.js";
import "./chunk-G3VFAWKC.js";
import "./chunk-RCNMX6L4.js";
import {
  actionRequest,
  resultOf
} from "./chunk-KDGUVIGJ.js";
import "./chunk-RAJ4QJ2Y.js";
import {
  mergeShards
} from "./chunk-M2IJ7JST.js";
import "./chunk-FCDQQD56.js";
import "./chunk-NDDUVTP3.js";
import "./chunk-F4DPZR77.js";
import "./chunk-VI72RGJW.js";
import "./chunk-HCZJOFVJ.js";
import "./chunk-4QDPPBSR.js";
import "./chunk-ZAVFIBSD.js";
import "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-VNFFK6S3.js";
import "./chunk-MA7E5CPD.js";
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
