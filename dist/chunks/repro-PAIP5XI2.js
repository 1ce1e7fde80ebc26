const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  reproduce
} from "./chunk-HE2OOQPH.js";
import "./chunk-ROETAUHR.js";
import {
  ProgressLine
} from "./chunk-SSVRFGUU.js";
import "./chunk-NE4XAEAJ.js";
import "./chunk-G4GIGDAN.js";
import {
  parseReport,
  renderRepro
} from "./chunk-WR4NTJDN.js";
import "./chunk-6HQTSUVE.js";
import "./chunk-62C3PQU2.js";
import "./chunk-J3NEQIJ4.js";
import {
  replayRequest
} from "./chunk-XL6JFAHT.js";
import "./chunk-2XAKYTN5.js";
import "./chunk-EVXS76K3.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-ZM4RGJPV.js";
import "./chunk-LV3VEMWA.js";
import "./chunk-SABKCFSL.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-U5BZ4B6T.js";
import "./chunk-6ZTM6IFL.js";
import {
  $readFile,
  $resolve
} from "./chunk-IDZKS7TG.js";
import "./chunk-DSM4J6X2.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-QQ3CU7DN.js";
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
