import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** The files in a folder and below it, hidden ones left out: paths from there, in the order of their names. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return names.filter((name) => !name.split(sep).some((part) => part.startsWith('.'))).sort(inOrder);
}

/** `run-2` before `run-10`. */
function inOrder(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true }) || (a < b ? -1 : 1);
}
