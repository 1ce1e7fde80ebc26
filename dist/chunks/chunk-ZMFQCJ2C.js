const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  $text
} from "./chunk-LCFO2RCO.js";
import {
  UserError,
  cut,
  messageOf
} from "./chunk-V5MOI6JN.js";
import {
  $readFile,
  $rm
} from "./chunk-OPI4XJCE.js";
import {
  $resolve
} from "./chunk-UVWFDZNQ.js";

// src/commands/keys.ts
var LINE = /^([A-Za-z_]\w*)=(.+)$/;
async function environmentWithKeys(file, { environment, directory, stdin }) {
  if (file === void 0) return environment;
  const lines = (file === "-" ? await $text(stdin()) : await readAndRemove($resolve(directory, file))).split(/\r?\n/).map((line, index) => ({ line: line.trim(), number: index + 1 })).filter(({ line }) => line !== "" && !line.startsWith("#"));
  const problems = [];
  const keys = {};
  for (const { line, number } of lines) {
    const [, name, value] = LINE.exec(line) ?? [];
    if (name !== void 0 && value !== void 0) keys[name] = value;
    else problems.push({ where: "--keys", message: `line ${number}: expected NAME=value`, hint: null });
  }
  if (lines.length === 0) problems.push({ where: "--keys", message: `${cut(file, 200)} holds no key`, hint: null });
  if (problems.length > 0) throw new UserError(problems);
  return { ...environment, ...keys };
}
async function readAndRemove(path) {
  try {
    const content = await $readFile(path, "utf8");
    await $rm(path);
    return content;
  } catch (error) {
    const hint = "a file that pawl may read and remove, or - for standard input";
    throw new UserError({ where: "--keys", message: messageOf(error), hint });
  }
}

// src/commands/options.ts
var defaultStore = ".pawl/store";
async function replayRequest(what, options, surroundings, progress) {
  return {
    directory: surroundings.directory,
    configPath: options.config,
    overrides: overridesOf(options),
    storeDirectory: $resolve(surroundings.directory, options.store),
    environment: await environmentWithKeys(options.keys, surroundings),
    otherSecrets: [],
    runName: runName(what, surroundings.now),
    log: (line) => progress.note(line),
    today: dayText(surroundings.now)
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
function dayText(now) {
  return now.toISOString().slice(0, 10);
}
function runName(what, now) {
  const digits = now.toISOString().replaceAll(/[^0-9]/g, "");
  return `${what}-${digits.slice(0, 14)}`;
}
function collect(value, before = []) {
  return [...before, value];
}

export {
  defaultStore,
  replayRequest,
  given,
  dayText,
  runName,
  collect
};
