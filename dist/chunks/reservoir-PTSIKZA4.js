import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  ProgressLine,
  fillReservoir
} from "./chunk-OUN7YRCU.js";
import {
  replayRequest
} from "./chunk-N2SYXEGO.js";
import "./chunk-X5MCG7UD.js";
import "./chunk-RUYBUABK.js";
import "./chunk-T5QWDGR7.js";

// src/commands/reservoir.ts
async function fillCommand(options, surroundings) {
  const progress = new ProgressLine(surroundings);
  const filled = await fillReservoir({
    ...replayRequest("base", options, surroundings, progress),
    ref: options.ref,
    watch: progress.watch(surroundings.signal)
  });
  progress.end();
  for (const warning of filled.warnings) surroundings.warn(warning);
  const { cases, drawn, alreadyStored, notKept, missing, providerCalls } = filled;
  surroundings.print(
    `${cases} cases: ${drawn} base trials drawn with ${providerCalls} provider calls, ${alreadyStored} were in the store, ${notKept} were cut short and are not kept`
  );
  if (missing > 0) surroundings.warn(`the run was ended: ${missing} trials were not run`);
  return notKept + missing === 0 ? 0 : 4;
}
export {
  fillCommand
};
