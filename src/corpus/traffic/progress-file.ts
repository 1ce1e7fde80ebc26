import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workFolder } from './commit.ts';
import { makeFolder, onDisk, replaceFile, sizeOf } from './files.ts';
import { type InputProgress, parseProgress, progressText } from './progress.ts';

/** Below the store. */
export const PROGRESS = join('inbox', 'progress.json');

export function readProgress(root: string): InputProgress[] {
  const path = join(root, PROGRESS);
  return sizeOf(path) === 0 ? [] : parseProgress(readFileSync(path, 'utf8'));
}

export async function writeProgress(root: string, inputs: readonly InputProgress[]): Promise<void> {
  makeFolder(dirname(join(root, PROGRESS)));
  await replaceFile(join(root, PROGRESS), progressText(inputs));
}

/** Gets it ready for a commit; its path below the store. */
export function progressReady(root: string, text: string): string {
  const path = join(workFolder(root), PROGRESS);
  makeFolder(dirname(path));
  onDisk(path, () => writeFileSync(path, text));
  return PROGRESS;
}
