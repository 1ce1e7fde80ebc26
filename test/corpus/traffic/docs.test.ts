import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { table } from '../../../scripts/readme.ts';
import { COLUMNS } from '../../../src/corpus/traffic/columns.ts';
import { TABLES } from '../../../src/corpus/traffic/layout.ts';

const PAGE = join(import.meta.dirname, '../../../docs/traffic-store.md');

test('docs/traffic-store.md names every column (vitest run test/corpus/traffic/docs -u writes them)', async () => {
  let page = readFileSync(PAGE, 'utf8');
  for (const name of TABLES) {
    const rows = COLUMNS[name].map(({ name, type, nullable, meaning }) => [
      `\`${name}\``,
      nullable ? `${type}, may be null` : type,
      meaning,
    ]);
    const place = new RegExp(`(<!-- columns: ${name} -->\n)[\\s\\S]*?(<!-- /columns -->)`);
    expect(page).toMatch(place);
    page = page.replace(
      place,
      (_, begin, end) => `${begin}\n${table(['column', 'type', 'what it is'], rows)}\n\n${end}`,
    );
  }
  await expect(page).toMatchFileSnapshot(PAGE);
});
