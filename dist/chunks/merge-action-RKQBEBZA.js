const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  RunArtifacts
} from "./chunk-L4DM3ROT.js";
import "./chunk-G3VFAWKC.js";
import "./chunk-WFO4ORFU.js";
import {
  actionRequest,
  resultOf
} from "./chunk-OVTPT5V6.js";
import "./chunk-7BZZY76H.js";
import {
  mergeShards
} from "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OEXYAH2O.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import "./chunk-ZMFQCJ2C.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-V5MOI6JN.js";
import "./chunk-JTDH3ZYL.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OPI4XJCE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
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
