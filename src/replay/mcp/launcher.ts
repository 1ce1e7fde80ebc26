import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkout } from '../worktree.ts';

/** The folder with the command `pawl`, below a checkout's root. */
export const LAUNCHER_FOLDER = 'bin';

/** pawl's own command line: as sources, or bundled (this file then lies in `dist` or in `dist/chunks`). */
const PROGRAMS = ['../../cli.ts', 'cli.js', '../cli.js'].map((path) => join(import.meta.dirname, path));

/**
 * Puts the command `pawl` where the agent finds it, so that its MCP configuration can start `pawl mcp <name>` whether or
 * not pawl is installed for the user that the agent runs as.
 */
export async function writeLauncher({ root }: Pick<Checkout, 'root'>): Promise<void> {
  const program = PROGRAMS.find((path) => existsSync(path));
  if (program === undefined) throw new Error(`none of these is pawl's own command line: ${PROGRAMS.join(', ')}`);
  const folder = join(root, LAUNCHER_FOLDER);
  await mkdir(folder);
  const words = [process.execPath, program].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  await writeFile(join(folder, 'pawl'), `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, { mode: 0o755 });
}
