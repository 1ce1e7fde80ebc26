const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  actionRequest,
  resultOf
} from "./chunk-NBDB5EJV.js";
import {
  gate
} from "./chunk-GINDFWQP.js";
import "./chunk-FCDQQD56.js";
import "./chunk-VQA3DSUE.js";
import "./chunk-HVHKZRRU.js";
import "./chunk-K6PVQN4N.js";
import "./chunk-C64DPXHU.js";
import "./chunk-GKU5XO3B.js";
import {
  $performance
} from "./chunk-QXKWKOCK.js";
import "./chunk-RAGWTTC6.js";
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
