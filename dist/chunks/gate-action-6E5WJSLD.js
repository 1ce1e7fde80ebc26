const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  actionRequest,
  resultOf
} from "./chunk-2I6QFFEF.js";
import "./chunk-EKB2STDA.js";
import {
  gate
} from "./chunk-XX6WNEPH.js";
import "./chunk-FCDQQD56.js";
import "./chunk-6UPJT6VS.js";
import "./chunk-4HY7BZ6A.js";
import "./chunk-EVO53QJF.js";
import "./chunk-F5YGALUJ.js";
import {
  $performance
} from "./chunk-YX4JLN7J.js";
import "./chunk-BWQGTC75.js";
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
