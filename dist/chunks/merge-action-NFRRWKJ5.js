const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  RunArtifacts
} from "./chunk-OBP5EPBF.js";
import "./chunk-5RR56HRA.js";
import "./chunk-G3VFAWKC.js";
import {
  actionRequest,
  resultOf
} from "./chunk-NBDB5EJV.js";
import {
  mergeShards
} from "./chunk-GINDFWQP.js";
import "./chunk-FCDQQD56.js";
import "./chunk-VQA3DSUE.js";
import "./chunk-HVHKZRRU.js";
import "./chunk-K6PVQN4N.js";
import "./chunk-C64DPXHU.js";
import "./chunk-GKU5XO3B.js";
import "./chunk-QXKWKOCK.js";
import "./chunk-RAGWTTC6.js";
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
