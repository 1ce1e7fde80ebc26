import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../../src/stats/index.ts';
import { live, livedTwice } from './crash.ts';
import { contentOf } from './open.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pawl-crash-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('killed at any change of the disk and run again, the store is that of an undisturbed run', async () => {
  const undisturbed = mkdtempSync(join(folder, 'undisturbed-'));
  const { changes, stderr, signal } = await live(undisturbed, null);
  expect({ stderr, signal }).toEqual({ stderr: '', signal: null });
  expect(changes).toBeGreaterThan(50);
  const expected = await contentOf(undisturbed);
  expect(expected.trajectories).toHaveLength(5);
  const random = seededRandom('crash');
  const points = Array.from({ length: 3 }, () => 1 + Math.floor(random() * changes));
  for (const point of points) {
    const { first, second, content } = await livedTwice(folder, point);
    expect(first.signal, `change ${point}`).toBe('SIGKILL');
    expect(second, `change ${point}`).toMatchObject({ signal: null, stderr: '' });
    expect(content, `change ${point}`).toEqual(expected);
  }
});
