const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  actionRequest,
  resultOf
} from "./chunk-7SE54TSU.js";
import "./chunk-OIMIGD6Q.js";
import {
  gate
} from "./chunk-WIVY6UNM.js";
import "./chunk-FCDQQD56.js";
import "./chunk-CLCGXVMW.js";
import "./chunk-6ALC5XM3.js";
import "./chunk-YPN73X7R.js";
import "./chunk-KMEEV26H.js";
import {
  $performance
} from "./chunk-557GVQRN.js";
import "./chunk-K3HL3KTY.js";
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
