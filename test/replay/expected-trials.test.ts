import { expect, test } from 'vitest';
import { openAgentPool } from '../../src/replay/agent-pool.ts';
import { urlsOf } from './bench.ts';
import { makeSite } from './site.ts';

test('processes start ahead of the trials that are expected, as many as these can use', async () => {
  const site = makeSite({ concurrency: 3 });
  const started: number[] = [];
  const processUrls = (process: number) => {
    started.push(process);
    return urlsOf(`process-${process}`);
  };
  const pool = openAgentPool({ onStray: () => undefined, site, processUrls });
  const trial = { input: { do: 'pid' }, timeoutMs: 5000, start: () => urlsOf('trial') };
  try {
    pool.expect(2);
    expect(started).toEqual([1, 2]);
    const { signal } = new AbortController();
    await Promise.all(['a', 'b'].map((id) => pool.run({ ...trial, id, signal })));
    expect(started).toEqual([1, 2]);
    pool.expect(9);
    expect(started).toEqual([1, 2, 3]);
  } finally {
    await pool.close();
    await site.checkout.close();
  }
});
