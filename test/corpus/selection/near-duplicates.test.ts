import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resemblance, signatureOf } from '../../../src/corpus/selection/minhash.ts';
import { leadersOf } from '../../../src/corpus/selection/near-duplicates.ts';
import { hash32, shinglesOf } from '../../../src/corpus/selection/shingles.ts';
import type { Turn } from '../../../src/corpus/selection/turn.ts';
import { seededRandom } from '../../../src/stats/index.ts';

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return a.intersection(b).size / a.union(b).size;
}

/** Two sets that share some of their items. */
function pair(shared: number, own: number, name: string): [Set<number>, Set<number>] {
  const items = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => hash32(`${name} ${prefix} ${i}`));
  const both = items('both', shared);
  return [new Set([...both, ...items('a', own)]), new Set([...both, ...items('b', own)])];
}

function asked(content: string, calls: readonly object[] = []): Turn {
  const steps = calls.map((given, i) => ({
    ...{
      kind: 'tool_call' as const,
      id: null,
      name: `tool_${i}`,
      agent: [],
      startUs: null,
      durationMs: null,
      sources: [],
    },
    ...{ arguments: JSON.parse(JSON.stringify(given)), outcome: { kind: 'result' as const, value: null } },
  }));
  return { messages: [{ role: 'user', content }], steps, output: null };
}

describe('a signature', () => {
  test('estimates the Jaccard index of two sets, never far off', () => {
    const estimate = fc.record({
      shared: fc.integer({ min: 0, max: 200 }),
      own: fc.integer({ min: 1, max: 200 }),
      name: fc.string(),
    });
    fc.assert(
      fc.property(estimate, ({ shared, own, name }) => {
        const [a, b] = pair(shared, own, name);
        // Five standard errors of 256 places
        expect(Math.abs(resemblance(signatureOf(a), signatureOf(b)) - jaccard(a, b))).toBeLessThan(0.157);
      }),
      { numRuns: 200 },
    );
  });

  test('errs to neither side, and no more than theory says', () => {
    const errors = Array.from({ length: 200 }, (_, i) => {
      const [a, b] = pair(80, 20, `pair ${i}`);
      return resemblance(signatureOf(a), signatureOf(b)) - jaccard(a, b);
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const spread = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
    expect(Math.abs(mean)).toBeLessThan(0.008);
    expect(spread).toBeLessThan(1.2 * Math.sqrt(((2 / 3) * (1 / 3)) / 256));
  });
});

describe('near-duplicates', () => {
  const words = (seed: string, count: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: count }, () => `w${Math.floor(random() * 5000)}`);
  };
  const item = (turn: Turn, slices: readonly string[] = ['s']) => ({
    signature: signatureOf(shinglesOf(turn)),
    slices,
  });

  test('are found among many, as comparing every pair exactly finds them', () => {
    const turns = Array.from({ length: 150 }, (_, i) => {
      const text = words(`text ${i % 50}`, 120);
      // Of three versions of a text one is changed in one place, one in every tenth
      const changed = text.map((word, at) =>
        (i >= 50 && at === 60) || (i >= 100 && at % 10 === 0) ? `x${i}${at}` : word,
      );
      return asked(changed.join(' '));
    });
    const exact: number[] = [];
    const sets = turns.map(shinglesOf);
    for (const [i, own] of sets.entries()) {
      const leader = sets.findIndex((other, j) => j < i && exact[j] === j && jaccard(own, other) >= 0.8);
      exact.push(leader === -1 ? i : leader);
    }
    expect(leadersOf(turns.map((turn) => item(turn)))).toEqual(exact);
    expect(exact.filter((leader, i) => leader !== i)).toHaveLength(50);
  });

  test('need the same slices, and calls with the same arguments', () => {
    const turn = asked('please pay this order back', [{ order: 'o-1' }]);
    const other = asked('please pay this order back', [{ order: 'o-2' }]);
    expect(leadersOf([item(turn), item(turn), item(turn, ['t']), item(other)])).toEqual([0, 0, 2, 3]);
  });

  test('of a chain of small changes are those of its first alone', () => {
    const text = words('chain', 60);
    const chain = [0, 10, 20, 30, 40].map((end) =>
      item(asked([...words(`new ${end}`, end), ...text.slice(end)].join(' '))),
    );
    expect(leadersOf(chain)[4]).toBe(4);
  });

  test('may be texts of one word, or none', () => {
    expect(leadersOf([item(asked('hi')), item(asked('hi')), item(asked('')), item(asked('你好'))])).toEqual([
      0, 0, 2, 3,
    ]);
  });
});
