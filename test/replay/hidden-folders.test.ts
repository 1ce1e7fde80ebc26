import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runProbe, wrapCommand } from '../../src/replay/isolation.ts';
import { whyNoBubblewrap } from './closed-network.ts';
import { makeSite } from './site.ts';

const isolation = { kind: 'bubblewrap' } as const;

let store: string;
beforeEach(() => {
  store = mkdtempSync(join(tmpdir(), 'pawl-test-'));
  writeFileSync(join(store, 'traffic'), 'of production');
});
afterEach(() => rmSync(store, { recursive: true }));

test.skipIf(whyNoBubblewrap() !== null)(
  'a hidden folder is empty under bubblewrap, also where the checkout lies in it (skipped where bwrap does not work)',
  async () => {
    const { checkout } = makeSite({});
    const seen = async (hidden: readonly string[]) => {
      const script = `cat '${join(store, 'traffic')}'; touch mine && echo worked`;
      const launch = wrapCommand(isolation, script, { ...checkout, hidden }, '.');
      return (await runProbe(launch, { PATH: process.env.PATH ?? '' })).stdout;
    };
    expect(await seen([])).toBe('of productionworked\n');
    expect(await seen([store])).toBe('worked\n');
    expect(await seen([store, dirname(checkout.root)])).toBe('worked\n');
    await checkout.close();
  },
);
