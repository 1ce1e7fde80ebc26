const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  MAX_UPLOAD_BYTES,
  readShard
} from "./chunk-5OPVBMT5.js";
import {
  UserError,
  messageOf
} from "./chunk-V5MOI6JN.js";
import {
  $readFile,
  $readdir,
  $stat
} from "./chunk-OPI4XJCE.js";
import {
  $basename,
  $join,
  $resolve
} from "./chunk-UVWFDZNQ.js";

// src/commands/upload-files.ts
var MAX_FILES = 2e3;
async function uploadFiles(directory, paths) {
  const files = (await Promise.all(paths.map((path) => filesAt($resolve(directory, path))))).flat();
  if (files.length > MAX_FILES) {
    const message = `expected at most ${MAX_FILES} uploads, received ${files.length}`;
    throw new UserError({ where: null, message, hint: "give the folders of one run alone" });
  }
  const given = [];
  for (const file of files) given.push({ name: $basename(file), read: await readUpload(file) });
  return given;
}
async function filesAt(path) {
  try {
    if (!(await $stat(path)).isDirectory()) return [path];
    const entries = await $readdir(path, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".jsonl"));
    return files.map((entry) => $join(entry.parentPath, entry.name)).sort();
  } catch (error) {
    const message = `expected a folder with what a shard brought: ${messageOf(error)}`;
    throw new UserError({ where: path, message, hint: "give the folders that pawl gate --shard wrote with --out" });
  }
}
async function readUpload(file) {
  const { size } = await $stat(file);
  if (size > MAX_UPLOAD_BYTES)
    return { kind: "refused", problems: [`expected at most ${MAX_UPLOAD_BYTES} bytes, received ${size}`] };
  return readShard(await $readFile(file, "utf8"));
}

export {
  uploadFiles
};
