import { describe, expect, test } from 'vitest';
import { hasData } from '../../evals/tapes/data.ts';
import { goalsOf } from '../../evals/tapes/goals.ts';
import { pairs, ROWS, type Row, rowsOf } from '../../evals/tapes/rows.ts';
import { seededRandom } from '../../src/stats/index.ts';

const skipped = hasData ? '' : ' (skipped: ../shared/data is absent)';

/** `npm run evals:tapes` on the pair that is quick to read. */
describe.skipIf(!hasData)(`four real trials of one agent${skipped}`, () => {
  const pair = hasData ? pairs().at(-1) : undefined;

  async function measured(seed: string): Promise<readonly Row[]> {
    return pair === undefined ? [] : rowsOf(pair, seededRandom(seed));
  }

  test('are answered by tapes of the others as often as they must, and not falsely', async () => {
    const rows = await measured('1');
    expect(pair === undefined ? null : goalsOf(pair, rows).filter(({ met }) => !met)).toEqual([]);
    expect(rows.find(({ name }) => name === ROWS.allSeveral)?.figures).toMatchObject({ calls: 302, cases: 50 });
  });

  test('are answered alike in whatever order the recordings stand', async () => {
    expect(await measured('1')).toEqual(await measured('2'));
  });
});
