const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  actionRequest,
  resultOf
} from "./chunk-DQGFBI3X.js";
import "./chunk-EPCEIO2O.js";
import {
  gate
} from "./chunk-JWHEAI77.js";
import "./chunk-FCDQQD56.js";
import "./chunk-2YJ7S2HO.js";
import "./chunk-YLBEKAGH.js";
import "./chunk-N2G7E7PN.js";
import "./chunk-4FYEQBVP.js";
import {
  $performance
} from "./chunk-SX5J7RWD.js";
import "./chunk-36U2VBCX.js";
import "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import "./chunk-ZM4RGJPV.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OJTCYZZE.js";
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
