import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { LAUNCHER_FOLDER, writeLauncher } from '../../src/replay/mcp/launcher.ts';

test('the agent finds the command pawl in its checkout, whatever is installed', async () => {
  const root = await mkdtemp(join(tmpdir(), "pawl's launcher "));
  try {
    await writeLauncher({ root });
    const shell = promisify(execFile)('/bin/sh', ['-c', 'pawl mcp --help'], {
      env: { PATH: join(root, LAUNCHER_FOLDER) },
    });
    expect((await shell).stdout).toMatch(/^Usage: pawl mcp \[options\] <server>/);
  } finally {
    await rm(root, { recursive: true });
  }
});
