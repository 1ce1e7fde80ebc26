const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  keepPlan,
  planInWords
} from "./chunk-CKWE3LHX.js";
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import {
  planShards
} from "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OEXYAH2O.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import {
  replayRequest
} from "./chunk-ZMFQCJ2C.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError
} from "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OPI4XJCE.js";
import "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/plan.ts
async function planCommand(options, surroundings) {
  const planning = await planShards({
    ...await replayRequest("plan", options, surroundings, new ProgressLine(surroundings)),
    base: options.base,
    head: options.head,
    slices: options.slice ?? null,
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
