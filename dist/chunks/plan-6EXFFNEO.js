const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  keepPlan,
  planInWords
} from "./chunk-LECTJKVX.js";
import {
  planShards
} from "./chunk-HE2OOQPH.js";
import "./chunk-ROETAUHR.js";
import {
  ProgressLine
} from "./chunk-SSVRFGUU.js";
import "./chunk-NE4XAEAJ.js";
import "./chunk-G4GIGDAN.js";
import "./chunk-WR4NTJDN.js";
import "./chunk-6HQTSUVE.js";
import "./chunk-62C3PQU2.js";
import "./chunk-J3NEQIJ4.js";
import {
  replayRequest
} from "./chunk-XL6JFAHT.js";
import "./chunk-2XAKYTN5.js";
import "./chunk-EVXS76K3.js";
import {
  UserError
} from "./chunk-ZM4RGJPV.js";
import "./chunk-LV3VEMWA.js";
import "./chunk-SABKCFSL.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-U5BZ4B6T.js";
import "./chunk-6ZTM6IFL.js";
import "./chunk-IDZKS7TG.js";
import "./chunk-DSM4J6X2.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-QQ3CU7DN.js";
import "./chunk-GPPT27SZ.js";

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
