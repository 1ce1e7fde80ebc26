import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);

// src/commands/options.ts
import { resolve } from "node:path";
var defaultStore = ".pawl/store";
function replayRequest(what, options, surroundings, progress) {
  return {
    directory: surroundings.directory,
    configPath: options.config,
    overrides: overridesOf(options),
    storeDirectory: resolve(surroundings.directory, options.store),
    environment: surroundings.environment,
    otherSecrets: [],
    runName: runName(what, surroundings.now),
    log: (line) => progress.note(line)
  };
}
function overridesOf(options) {
  return given([
    ["trials", "--trials", options.trials],
    ["concurrency", "--concurrency", options.concurrency],
    ["isolation", "--isolation", options.isolation],
    ["allow_unisolated", "--allow-unisolated", options.allowUnisolated === true ? "true" : void 0],
    ...(options.providerUrl ?? []).map((value) => ["provider_url", "--provider-url", value])
  ]);
}
function given(asked) {
  return asked.flatMap(
    ([name, where, value]) => value === null || value === void 0 ? [] : [{ name, where, value }]
  );
}
function runName(what, now) {
  const digits = now.toISOString().replaceAll(/[^0-9]/g, "");
  return `${what}-${digits.slice(0, 14)}`;
}

export {
  defaultStore,
  replayRequest,
  given,
  runName
};
