const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  keepPlan,
  planInWords
} from "./chunk-6FSZ5R3M.js";
import {
  ProgressLine
} from "./chunk-EKB2STDA.js";
import {
  planShards
} from "./chunk-XX6WNEPH.js";
import "./chunk-FCDQQD56.js";
import "./chunk-6UPJT6VS.js";
import "./chunk-4HY7BZ6A.js";
import "./chunk-EVO53QJF.js";
import "./chunk-F5YGALUJ.js";
import "./chunk-YX4JLN7J.js";
import "./chunk-BWQGTC75.js";
import {
  replayRequest
} from "./chunk-CZYQQ2OO.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError
} from "./chunk-ZM4RGJPV.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-OJTCYZZE.js";
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
