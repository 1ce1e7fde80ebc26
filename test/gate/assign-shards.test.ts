import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignShards, shardsFor } from '../../src/gate/assign-shards.ts';

const cases = (count: number, expectedMs = (_: number) => 1000) =>
  Array.from({ length: count }, (_, index) => ({ id: `case-${index}`, expectedMs: expectedMs(index) }));

function loadsOf(all: ReturnType<typeof cases>, assigned: ReadonlyMap<string, number>): number[] {
  const loads = new Map<number, number>();
  for (const { id, expectedMs } of all) {
    const shard = assigned.get(id) ?? 0;
    loads.set(shard, (loads.get(shard) ?? 0) + expectedMs);
  }
  return [...loads.values()];
}

describe('the shards of a plan', () => {
  it('hold every case once, in whatever order the cases come', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ id: fc.string(), expectedMs: fc.integer({ min: 1, max: 60_000 }) }), {
          selector: ({ id }) => id,
          minLength: 1,
          maxLength: 40,
        }),
        fc.integer({ min: 1, max: 20 }),
        (all, shards) => {
          const assigned = assignShards(all, shards);
          expect(new Set(assigned.keys())).toEqual(new Set(all.map(({ id }) => id)));
          for (const shard of assigned.values()) expect(shard >= 1 && shard <= shards).toBe(true);
          expect(new Map([...assignShards(all.toReversed(), shards)].sort())).toEqual(new Map([...assigned].sort()));
        },
      ),
      { seed: 1, numRuns: 100 },
    );
  });

  it('take about as long as each other, though a few cases take most of the time', () => {
    const all = cases(200, (index) => (index < 10 ? 60_000 : 1000));
    const loads = loadsOf(all, assignShards(all, 5));
    const mean = loads.reduce((sum, one) => sum + one, 0) / 5;
    expect(loads).toHaveLength(5);
    expect(Math.max(...loads)).toBeLessThan(1.1 * mean);
  });

  it('keep most of their cases when one comes and one goes', () => {
    const before = assignShards(cases(100), 7);
    const after = assignShards(cases(101).slice(1), 7);
    const moved = [...after].filter(([id, shard]) => before.has(id) && before.get(id) !== shard);
    expect(moved.length).toBeLessThan(20);
  });

  it('are as many as the work is worth, and no more than there are cases', () => {
    expect(shardsFor(0, 10)).toBe(1);
    expect(shardsFor(10 * 60_000, 10)).toBe(2);
    expect(shardsFor(10 * 60_000, 1)).toBe(1);
    expect(shardsFor(1e12, 5000)).toBe(16);
  });
});
