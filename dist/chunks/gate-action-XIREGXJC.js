import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  actionRequest,
  resultOf
} from "./chunk-JEQN5YAA.js";
import {
  gate
} from "./chunk-EEGCHZKU.js";
import "./chunk-D27QDYZV.js";
import "./chunk-7I6ZH6Y4.js";
import "./chunk-FWZMJ2DV.js";
import "./chunk-5A4B25LQ.js";
import "./chunk-XNRB6CA2.js";
import "./chunk-3VMUNBQT.js";
import "./chunk-OWVDR5ME.js";
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
