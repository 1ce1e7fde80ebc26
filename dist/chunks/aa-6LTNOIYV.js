import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  measureNoise
} from "./chunk-RD5ZHNMK.js";
import "./chunk-UKUVRVHB.js";
import {
  ProgressLine
} from "./chunk-MPJBHFPG.js";
import "./chunk-VTQ46DAQ.js";
import "./chunk-SDPNGMVH.js";
import {
  renderNoise
} from "./chunk-FRZFKALH.js";
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

// src/commands/aa.ts
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
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
    await writeFile(resolve(surroundings.directory, options.json), `${JSON.stringify(document, null, 2)}
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
