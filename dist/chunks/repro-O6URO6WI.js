import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  reproduce
} from "./chunk-RD5ZHNMK.js";
import "./chunk-UKUVRVHB.js";
import {
  ProgressLine
} from "./chunk-MPJBHFPG.js";
import "./chunk-VTQ46DAQ.js";
import "./chunk-SDPNGMVH.js";
import {
  parseReport,
  renderRepro
} from "./chunk-FRZFKALH.js";
import "./chunk-5MMGI77S.js";
import "./chunk-NJOXSQ6L.js";
import "./chunk-AFQDZWKC.js";
import {
  replayRequest
} from "./chunk-I5LRA7YP.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-RUYBUABK.js";
import "./chunk-H6IZPVF7.js";

// src/commands/repro.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
async function reproCommand(path, options, surroundings) {
  const progress = new ProgressLine(surroundings);
  const trial = trialNumber(options.trial);
  const report = await readReport(resolve(surroundings.directory, path));
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
    return parseReport(await readFile(file, "utf8"));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError({ where: file, message: messageOf(error), hint: "give the JSON report that pawl gate wrote" });
  }
}
export {
  reproCommand
};
