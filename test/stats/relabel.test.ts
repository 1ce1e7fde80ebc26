import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/stats/index.ts';
import { forEachRelabelling, type Shape } from '../../src/stats/relabel.ts';

function visited(shapes: readonly Shape[], seed: string) {
  const seen = new Map<string, number>();
  const kept = forEachRelabelling(shapes, seededRandom(seed), (relabelling) => {
    const key = relabelling.map((chosen) => [...chosen].sort((a, b) => a - b).join(',')).join('|');
    seen.set(key, (seen.get(key) ?? 0) + 1);
  });
  return { seen, kept };
}

describe('relabellings', () => {
  it('are all visited, once each, where they are few', () => {
    const { seen, kept } = visited(
      [
        { size: 4, chosen: 2 },
        { size: 3, chosen: 1 },
        { size: 2, chosen: 2 },
      ],
      'few',
    );
    expect(seen.size).toBe(18);
    expect([...seen.values()].every((count) => count === 1)).toBe(true);
    expect(kept).toEqual({ isExact: true, added: 0, total: 18 });
  });

  it('are drawn evenly, within their strata and without repeats, where they are many', () => {
    const single = Array.from({ length: 14 }, () => ({ size: 2, chosen: 1 }));
    const { seen, kept } = visited([...single, { size: 5, chosen: 3 }], 'many');
    expect(kept).toEqual({ isExact: false, added: 1, total: 10_000 });
    const of = new Map<string, number>();
    for (const [key, count] of seen) {
      const last = key.slice(key.lastIndexOf('|') + 1);
      of.set(last, (of.get(last) ?? 0) + count);
    }
    // 9,999 draws over C(5, 3) = 10 choices, each of three different indices.
    expect(of.size).toBe(10);
    for (const [key, count] of of) {
      expect(new Set(key.split(',')).size).toBe(3);
      expect(Math.abs(count - 1000)).toBeLessThan(130);
    }
  });

  it('are the same for the same seed', () => {
    const shapes = [{ size: 20, chosen: 9 }];
    expect([...visited(shapes, 's').seen.keys()]).toEqual([...visited(shapes, 's').seen.keys()]);
    expect([...visited(shapes, 's').seen.keys()]).not.toEqual([...visited(shapes, 't').seen.keys()]);
  });
});
