const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  actionRequest,
  resultOf
} from "./chunk-KR65KLX7.js";
import "./chunk-HZ5ZJS6A.js";
import {
  gate
} from "./chunk-7OHXNMP5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-SP7F3HAA.js";
import "./chunk-PFHCS465.js";
import "./chunk-TAO7OB7V.js";
import "./chunk-S4ONIF3O.js";
import {
  $performance
} from "./chunk-CGSVB4HE.js";
import "./chunk-OFAIHQWI.js";
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
