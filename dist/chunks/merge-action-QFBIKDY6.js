const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  RunArtifacts
} from "./chunk-VZC4WP2U.js";
import "./chunk-WQLVK6CB.js";
import "./chunk-QWYXWQSX.js";
import {
  actionRequest,
  resultOf
} from "./chunk-REOPQRPI.js";
import {
  mergeShards
} from "./chunk-WC3IYLTH.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OU6J4Q4O.js";
import "./chunk-SJ5CJ2HT.js";
import "./chunk-WB5DOCLJ.js";
import "./chunk-WQIMK4JL.js";
import "./chunk-DTQ5D6J7.js";
import "./chunk-G7DHVUWC.js";
import "./chunk-T6C42NEA.js";
import "./chunk-JQD6OMAW.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-ETDCTZ2P.js";
import "./chunk-5WYRIQGC.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-2F4GCUNK.js";
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
