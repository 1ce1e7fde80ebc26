const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  readInside,
  repositoryRoot,
  sideFiles,
  sideText
} from "./chunk-GMN627S4.js";
import {
  parseClusters,
  readSettings
} from "./chunk-6ZUW57B3.js";
import {
  UserError,
  cut
} from "./chunk-V5MOI6JN.js";
import {
  $relative,
  $resolve
} from "./chunk-UVWFDZNQ.js";
import {
  $createReadStream
} from "./chunk-IIMPM4BQ.js";

// src/commands/corpus-project.ts
async function openProject({ config }, { directory }) {
  const root = await repositoryRoot(directory);
  const text = await sideText(root, { kind: "worktree" }, config);
  if (text !== null) return { root, settings: readSettings({ text, file: config, overrides: [] }), configPath: config };
  throw new UserError({
    where: config,
    message: "there is no such file in the repository",
    hint: "add pawl.yml, or name the file with --config"
  });
}
async function corpusSources({ root, settings }) {
  return sideFiles(root, { kind: "worktree" }, settings.corpus);
}
function outFile(given, { root }, { directory }) {
  const path = $resolve(directory, given);
  return { path, name: $relative(root, path) };
}
function fileSource(path) {
  return { path, open: () => $createReadStream(path) };
}
var MAX_CLUSTER_BYTES = 8 * 1024 * 1024;
async function keptClusters({ root }, { file }) {
  const read = await readInside(root, file, MAX_CLUSTER_BYTES);
  if (read.kind === "absent") return null;
  const parsed = read.kind === "refused" ? { problem: read.reason } : parseClusters(read.text);
  if (!("problem" in parsed)) return parsed;
  throw new UserError({
    where: file,
    message: parsed.problem,
    hint: "restore the file, or remove it to find clusters anew"
  });
}
function wholeNumber(where, text, least) {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least && text.trim() !== "") return value;
  const message = `expected a whole number from ${least} up, received ${cut(text, 40)}`;
  throw new UserError({ where, message, hint: null });
}

export {
  openProject,
  corpusSources,
  outFile,
  fileSource,
  keptClusters,
  wholeNumber
};
