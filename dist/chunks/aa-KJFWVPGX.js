const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  measureNoise
} from "./chunk-HE2OOQPH.js";
import "./chunk-ROETAUHR.js";
import {
  ProgressLine
} from "./chunk-SSVRFGUU.js";
import "./chunk-NE4XAEAJ.js";
import "./chunk-G4GIGDAN.js";
import {
  renderNoise
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
  UserError
} from "./chunk-ZM4RGJPV.js";
import "./chunk-LV3VEMWA.js";
import "./chunk-SABKCFSL.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-U5BZ4B6T.js";
import "./chunk-6ZTM6IFL.js";
import {
  $resolve,
  $writeFile
} from "./chunk-IDZKS7TG.js";
import "./chunk-DSM4J6X2.js";
import "./chunk-WBT2DRB4.js";
import "./chunk-QQ3CU7DN.js";
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
