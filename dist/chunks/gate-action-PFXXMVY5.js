const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  actionRequest,
  resultOf
} from "./chunk-CWJQ7DIW.js";
import {
  gate
} from "./chunk-MFMLJIOL.js";
import "./chunk-FCDQQD56.js";
import "./chunk-HXBWYP4Z.js";
import "./chunk-OKMLGT74.js";
import "./chunk-LHJYFJ3R.js";
import "./chunk-G2UXZ6MV.js";
import "./chunk-3Q424OAI.js";
import {
  $performance
} from "./chunk-NKZCR7ZX.js";
import "./chunk-FJGFEMZY.js";
import "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OJTCYZZE.js";
import "./chunk-UVWFDZNQ.js";
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
