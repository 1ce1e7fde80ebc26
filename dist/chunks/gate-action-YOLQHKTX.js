const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  actionRequest,
  resultOf
} from "./chunk-REOPQRPI.js";
import {
  gate
} from "./chunk-WC3IYLTH.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OU6J4Q4O.js";
import "./chunk-SJ5CJ2HT.js";
import "./chunk-WB5DOCLJ.js";
import "./chunk-WQIMK4JL.js";
import "./chunk-DTQ5D6J7.js";
import {
  $performance
} from "./chunk-G7DHVUWC.js";
import "./chunk-T6C42NEA.js";
import "./chunk-JQD6OMAW.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-5WYRIQGC.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-2F4GCUNK.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/gate-action.ts
async function runGateForAction(options, now) {
  return resultOf(await gate(await actionRequest("gate", options, now), () => $performance.now()));
}
export {
  runGateForAction
};
