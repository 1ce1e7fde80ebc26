import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);

// src/commands/files-below.ts
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return names.filter((name) => !name.split(sep).some((part) => part.startsWith("."))).sort(inOrder);
}
function inOrder(a, b) {
  return a.localeCompare(b, "en", { numeric: true }) || (a < b ? -1 : 1);
}

export {
  filesBelow
};
