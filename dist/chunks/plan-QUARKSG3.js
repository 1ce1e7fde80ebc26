import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  keepPlan,
  planInWords
} from "./chunk-CO6PSJ2Z.js";
import {
  planShards
} from "./chunk-5RDZVU32.js";
import "./chunk-RDZ3SP6O.js";
import {
  ProgressLine
} from "./chunk-373F5UAR.js";
import "./chunk-O7G5A4VV.js";
import "./chunk-YEAXEIAR.js";
import "./chunk-X4JGYZRN.js";
import "./chunk-3VMUNBQT.js";
import "./chunk-LPZ32WQC.js";
import "./chunk-AFQDZWKC.js";
import {
  replayRequest
} from "./chunk-I5LRA7YP.js";
import {
  UserError
} from "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";

// src/commands/plan.ts
async function planCommand(options, surroundings) {
  const planning = await planShards({
    ...await replayRequest("plan", options, surroundings, new ProgressLine(surroundings)),
    base: options.base,
    head: options.head,
    mode: options.offline === true ? "recorded" : "live",
    shards: shardsIn(options.shards)
  });
  surroundings.print(planInWords(planning));
  if (options.out !== void 0) await keepPlan(surroundings.directory, options.out, planning.plan);
  return 0;
}
function shardsIn(text) {
  if (text === "auto") return text;
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  const message = `expected auto or a whole number from 1 to 256, received ${JSON.stringify(text.slice(0, 40))}`;
  throw new UserError({ where: "--shards", message, hint: null });
}
export {
  planCommand
};
