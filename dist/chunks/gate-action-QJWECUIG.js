import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  actionRequest,
  resultOf
} from "./chunk-QJOGHGXI.js";
import {
  gate
} from "./chunk-YPBPE22X.js";
import "./chunk-TVAMBIUY.js";
import "./chunk-3I6CSGWU.js";
import "./chunk-KQN3XGOU.js";
import "./chunk-AS5MKMLS.js";
import "./chunk-B4KNCGMA.js";
import "./chunk-D4R7QXLZ.js";
import "./chunk-BGUBULFN.js";
import "./chunk-CCTPHJBW.js";
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
