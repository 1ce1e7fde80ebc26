import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openZip } from '../../src/commands/zip.ts';

/** What an artifact holds, read back as a downloader would. */
export async function contentsOf(zip: Buffer | null | undefined): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'pawl-download-'));
  try {
    const path = join(folder, 'read-back.zip');
    writeFileSync(path, zip ?? '');
    await using file = await open(path);
    const { names, read } = await openZip(file);
    const entries = names.map(
      async (name) => [name, Buffer.from((await read(name, 1e7)) ?? []).toString('utf8')] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
