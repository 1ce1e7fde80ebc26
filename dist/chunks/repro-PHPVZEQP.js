const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import {
  reproduce
} from "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OEXYAH2O.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import {
  parseReport,
  renderRepro
} from "./chunk-BYL2NBM7.js";
import "./chunk-ESXIIXJN.js";
import "./chunk-2SGQDVVG.js";
import {
  replayRequest
} from "./chunk-ZMFQCJ2C.js";
import "./chunk-LCFO2RCO.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-V5MOI6JN.js";
import "./chunk-MA7E5CPD.js";
import "./chunk-K6CKMPLV.js";
import {
  $readFile
} from "./chunk-OPI4XJCE.js";
import {
  $resolve
} from "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/repro.ts
async function reproCommand(path, options, surroundings) {
  const progress = new ProgressLine(surroundings);
  const trial = trialNumber(options.trial);
  const report = await readReport($resolve(surroundings.directory, path));
  const { base, head, warnings } = await reproduce({
    ...await replayRequest("repro", options, surroundings, progress),
    ...{ report, caseId: options.case, trial, mode: options.offline === true ? "recorded" : "live" },
    watch: progress.watch(surroundings.signal)
  });
  progress.end();
  for (const warning of warnings) surroundings.warn(warning);
  const ran = [base, head].filter((one) => one !== null);
  surroundings.print(renderRepro(options.case, ran, { color: surroundings.color, width: surroundings.width }));
  const standings = ran.map(({ trial: trial2 }) => trial2.standing);
  if (standings.includes("not_covered")) return 5;
  return standings.length === 2 && !standings.includes("errored") ? 0 : 4;
}
function trialNumber(given) {
  if (given === void 0) return null;
  const number = Number(given);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new UserError({
    where: "--trial",
    message: `expected a whole number from 1, received ${cut(given, 40)}`,
    hint: "leave it out for the trial that the report shows"
  });
}
async function readReport(file) {
  try {
    return parseReport(await $readFile(file, "utf8"));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError({ where: file, message: messageOf(error), hint: "give the JSON report that pawl gate wrote" });
  }
}
export {
  reproCommand
};
