const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  actionRequest,
  resultOf
} from "./chunk-OVTPT5V6.js";
import "./chunk-7BZZY76H.js";
import {
  gate
} from "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OEXYAH2O.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import "./chunk-BYL2NBM7.js";
import {
  $performance
} from "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import "./chunk-ZMFQCJ2C.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OPI4XJCE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/gate-action.ts
async function runGateForAction(options, now) {
  const request = { ...await actionRequest("gate", options, now), attempt: options.attempt };
  return resultOf(await gate(request, () => $performance.now()));
}
export {
  runGateForAction
};
