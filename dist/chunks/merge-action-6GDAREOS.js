const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  RunArtifacts
} from "./chunk-MJHEJMHH.js";
import "./chunk-G3VFAWKC.js";
import "./chunk-OO27HADG.js";
import {
  actionRequest,
  resultOf
} from "./chunk-DQGFBI3X.js";
import "./chunk-EPCEIO2O.js";
import {
  mergeShards
} from "./chunk-JWHEAI77.js";
import "./chunk-FCDQQD56.js";
import "./chunk-2YJ7S2HO.js";
import "./chunk-YLBEKAGH.js";
import "./chunk-N2G7E7PN.js";
import "./chunk-4FYEQBVP.js";
import "./chunk-SX5J7RWD.js";
import "./chunk-36U2VBCX.js";
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
