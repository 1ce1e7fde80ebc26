import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Processes that tests start on our sources keep for each other what Node made of them: it strips the types of three hundred
 * files otherwise, 0.7 s of processor time a process. For one run of the tests, and for those that hand their environment on.
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'pawl-compiled-'));
  process.env.NODE_COMPILE_CACHE = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
