import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  actionRequest,
  resultOf
} from "./chunk-ZRRVJJ32.js";
import {
  gate
} from "./chunk-RD5ZHNMK.js";
import "./chunk-UKUVRVHB.js";
import "./chunk-MPJBHFPG.js";
import "./chunk-VTQ46DAQ.js";
import "./chunk-SDPNGMVH.js";
import "./chunk-FRZFKALH.js";
import "./chunk-5MMGI77S.js";
import "./chunk-NJOXSQ6L.js";
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
