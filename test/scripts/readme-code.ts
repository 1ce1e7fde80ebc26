import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

export const README = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

export const FENCE = /^(`{3,})(.*)\n([\s\S]*?)^\1$/gm;

/** The code of the one block of README.md with this info string. */
export function codeOf(info: string): string {
  const found = [...README.matchAll(FENCE)].filter((match) => match[2] === info);
  expect(found, `blocks of README.md with the info string ${info}`).toHaveLength(1);
  return found[0]?.[3] ?? '';
}
