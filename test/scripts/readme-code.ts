import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** What a user reads: README.md and the pages that it leads to. */
export const PAGES: ReadonlyMap<string, string> = new Map(
  ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)].map((path) => [
    path,
    readFileSync(join(ROOT, path), 'utf8'),
  ]),
);

export const FENCE = /^(`{3,})(.*)\n([\s\S]*?)^\1$/gm;

/** Every block of code on the pages. */
export function blocks(): readonly { readonly info: string; readonly code: string }[] {
  return [...PAGES.values()].flatMap((text) =>
    [...text.matchAll(FENCE)].map(([, , info = '', code = '']) => ({ info, code })),
  );
}

/** The code of the one block with this info string. */
export function codeOf(info: string): string {
  const found = blocks().filter((block) => block.info === info);
  expect(found, `blocks with the info string ${info}`).toHaveLength(1);
  return found[0]?.code ?? '';
}
