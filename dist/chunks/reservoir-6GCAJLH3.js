import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  ProgressLine,
  fillReservoir,
  overridesOf,
  runName
} from "./chunk-6COCC5RI.js";
import "./chunk-RUYBUABK.js";
import "./chunk-T5QWDGR7.js";

// src/commands/reservoir.ts
import { resolve } from "node:path";
async function fillCommand(options, surroundings) {
  const progress = new ProgressLine(surroundings);
  const filled = await fillReservoir({
    directory: surroundings.directory,
    ref: options.ref,
    configPath: options.config,
    overrides: overridesOf(options),
    storeDirectory: resolve(surroundings.directory, options.store),
    environment: surroundings.environment,
    runName: runName("base", surroundings.now),
    log: (line) => progress.note(line),
    watch: {
      signal: surroundings.signal,
      planned: (phase, trials) => progress.plan(phase, trials),
      ran: () => progress.step()
    }
  });
  progress.end();
  for (const warning of filled.warnings) surroundings.warn(warning);
  const { cases, drawn, alreadyStored, notKept, providerCalls } = filled;
  surroundings.print(
    `${cases} cases: ${drawn} base trials drawn with ${providerCalls} provider calls, ${alreadyStored} were in the store, ${notKept} were cut short and are not kept`
  );
  return notKept === 0 ? 0 : 4;
}
export {
  fillCommand
};
