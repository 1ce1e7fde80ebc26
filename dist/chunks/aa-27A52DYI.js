const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  ProgressLine
} from "./chunk-EKB2STDA.js";
import {
  measureNoise
} from "./chunk-XX6WNEPH.js";
import "./chunk-FCDQQD56.js";
import "./chunk-6UPJT6VS.js";
import "./chunk-4HY7BZ6A.js";
import "./chunk-EVO53QJF.js";
import {
  renderNoise
} from "./chunk-F5YGALUJ.js";
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
import {
  $writeFile
} from "./chunk-OJTCYZZE.js";
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
