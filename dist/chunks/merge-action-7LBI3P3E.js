const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  RunArtifacts
} from "./chunk-TUMS7AOH.js";
import "./chunk-G3VFAWKC.js";
import "./chunk-OLWRXEJM.js";
import {
  actionRequest,
  resultOf
} from "./chunk-KR65KLX7.js";
import "./chunk-HZ5ZJS6A.js";
import {
  mergeShards
} from "./chunk-7OHXNMP5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-SP7F3HAA.js";
import "./chunk-PFHCS465.js";
import "./chunk-TAO7OB7V.js";
import "./chunk-S4ONIF3O.js";
import "./chunk-CGSVB4HE.js";
import "./chunk-OFAIHQWI.js";
import "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-JTDH3ZYL.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OJTCYZZE.js";
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
