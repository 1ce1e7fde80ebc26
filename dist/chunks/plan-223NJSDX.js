import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  keepPlan,
  planInWords
} from "./chunk-REGUN4CP.js";
import {
  planShards
} from "./chunk-RD5ZHNMK.js";
import "./chunk-UKUVRVHB.js";
import {
  ProgressLine
} from "./chunk-MPJBHFPG.js";
import "./chunk-VTQ46DAQ.js";
import "./chunk-SDPNGMVH.js";
import "./chunk-FRZFKALH.js";
import "./chunk-5MMGI77S.js";
import "./chunk-NJOXSQ6L.js";
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
