import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  actionRequest,
  resultOf
} from "./chunk-TGYRLFNC.js";
import {
  gate
} from "./chunk-5RDZVU32.js";
import "./chunk-RDZ3SP6O.js";
import "./chunk-373F5UAR.js";
import "./chunk-O7G5A4VV.js";
import "./chunk-YEAXEIAR.js";
import "./chunk-X4JGYZRN.js";
import "./chunk-3VMUNBQT.js";
import "./chunk-LPZ32WQC.js";
import "./chunk-AFQDZWKC.js";
import "./chunk-I5LRA7YP.js";
import "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";

// src/commands/gate-action.ts
import { performance } from "node:perf_hooks";
async function runGateForAction(options, now) {
  return resultOf(await gate(await actionRequest("gate", options, now), () => performance.now()));
}
export {
  runGateForAction
};
