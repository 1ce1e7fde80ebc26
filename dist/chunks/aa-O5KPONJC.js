const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  ProgressLine
} from "./chunk-7BZZY76H.js";
import {
  measureNoise
} from "./chunk-5OPVBMT5.js";
import "./chunk-FCDQQD56.js";
import "./chunk-OEXYAH2O.js";
import "./chunk-GMN627S4.js";
import "./chunk-6ZUW57B3.js";
import {
  renderNoise
} from "./chunk-BYL2NBM7.js";
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
import {
  $writeFile
} from "./chunk-OPI4XJCE.js";
import {
  $resolve
} from "./chunk-UVWFDZNQ.js";
import "./chunk-S5GBO2VV.js";
import "./chunk-IIMPM4BQ.js";
import "./chunk-YA26JW5W.js";
import "./chunk-GPPT27SZ.js";

// src/commands/aa.ts
async function noiseCommand(options, surroundings) {
  const pullRequests = Number(options.pullRequests);
  if (!Number.isInteger(pullRequests) || pullRequests < 1 || pullRequests > 1e5)
    throw new UserError({
      where: "--pull-requests",
      message: `expected a whole number from 1 to 100000, received ${options.pullRequests.slice(0, 40)}`,
      hint: "1000 is the default: its limits are about half a percent wide"
    });
  const progress = new ProgressLine(surroundings);
  const noise = await measureNoise({
    ...await replayRequest("aa", options, surroundings, progress),
    ...{ ref: options.ref, pullRequests, seed: options.seed, watch: progress.watch(surroundings.signal) }
  });
  progress.end();
  for (const warning of noise.warnings) surroundings.warn(warning);
  const { line, flakes, slices, inconclusive, errors, unmeasured, missing } = noise;
  if (line.pullRequests > 0) surroundings.print(renderNoise(noise, surroundings));
  if (options.json !== void 0) {
    const document = { version: 2, line, inconclusive, errors, unmeasured, flakes, slices };
    await $writeFile($resolve(surroundings.directory, options.json), `${JSON.stringify(document, null, 2)}
`);
  }
  if (missing > 0) surroundings.warn(`the run was ended: ${missing} trials were not run`);
  if (line.pullRequests < pullRequests)
    surroundings.warn(`${line.pullRequests} of ${pullRequests} pull requests were decided`);
  return missing > 0 || line.pullRequests < pullRequests ? 4 : 0;
}
export {
  noiseCommand
};
