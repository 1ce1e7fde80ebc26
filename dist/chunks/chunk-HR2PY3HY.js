const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  defaultConfigPath
} from "./chunk-6ZUW57B3.js";
import {
  UserError,
  messageOf
} from "./chunk-V5MOI6JN.js";
import {
  $readFile
} from "./chunk-OPI4XJCE.js";
import {
  $resolve
} from "./chunk-UVWFDZNQ.js";

// src/commands/settings-part.ts
async function settingsPart(path, { directory }, read) {
  const file = path ?? defaultConfigPath;
  const text = await $readFile($resolve(directory, file), "utf8").catch((error) => {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (path === void 0 && isAbsent) return null;
    throw new UserError({ where: file, message: `could not be read: ${messageOf(error)}`, hint: null });
  });
  return text === null ? { part: read("version: 1", file), file: null } : { part: read(text, file), file };
}

export {
  settingsPart
};
