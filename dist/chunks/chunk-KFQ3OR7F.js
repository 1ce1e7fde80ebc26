const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  $readdir
} from "./chunk-OPI4XJCE.js";
import {
  $join,
  $relative,
  $sep
} from "./chunk-UVWFDZNQ.js";

// src/commands/files-below.ts
async function filesBelow(folder) {
  const entries = await $readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map((entry) => $relative(folder, $join(entry.parentPath, entry.name)));
  return names.filter((name) => !name.split($sep).some((part) => part.startsWith("."))).sort(inOrder);
}
function inOrder(a, b) {
  return a.localeCompare(b, "en", { numeric: true }) || (a < b ? -1 : 1);
}

export {
  filesBelow
};
