import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerKeyText, Claims, type Lane } from '../../src/replay/sharing.ts';

const trunk: Lane = { kind: 'trunk' };
const head: Lane = { kind: 'head', agentHash: 'h1' };
const baseClaims = () => new Claims({ caseId: 'c', number: 1, lane: trunk, prefix: null });
const headClaims = (requestKeys: readonly string[]) =>
  new Claims({ caseId: 'c', number: 1, lane: head, prefix: { lane: trunk, number: 1, requestKeys } });
const keys = (claims: Claims, requests: readonly string[]) =>
  requests.map((request) => answerKeyText(claims.claim(request, () => true).key));

describe('answer keys', () => {
  test('head meets base’s answers while it repeats base’s requests in base’s order, and none after that', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }),
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }),
        (base, other) => {
          const ofBase = keys(baseClaims(), base);
          const ofHead = keys(headClaims(base), other);
          let common = 0;
          while (common < base.length && common < other.length && base[common] === other[common]) common += 1;
          expect(ofHead.slice(0, common)).toEqual(ofBase.slice(0, common));
          for (const key of ofHead.slice(common)) expect(ofBase).not.toContain(key);
        },
      ),
    );
  });

  test('a base trial drawn anew meets the other trial’s answers as far as that was followed, and its own after it', () => {
    const prefix = { lane: trunk, number: 1, requestKeys: ['a'] };
    const again = new Claims({ caseId: 'c', number: 40, lane: { kind: 'fresh', agentHash: 'h1' }, prefix });
    const ofBase = keys(baseClaims(), ['a', 'b']);
    const ofAgain = keys(again, ['a', 'b']);
    expect(ofAgain[0]).toBe(ofBase[0]);
    expect(ofAgain[1]).not.toBe(ofBase[1]);
  });

  test('equal requests of one trial are separate samples', () => {
    expect(new Set(keys(baseClaims(), ['a', 'a', 'a'])).size).toBe(3);
  });

  test('an answer that was lost on its way is given to the retry', () => {
    const claims = baseClaims();
    const first = claims.claim('a', () => true);
    first.release();
    expect(claims.claim('a', () => true).key).toEqual(first.key);
  });

  test('of two parallel equal requests the one that got lost keeps its own number', () => {
    const claims = baseClaims();
    const first = claims.claim('a', () => true);
    const second = claims.claim('a', () => true);
    first.release();
    expect(claims.claim('a', () => true).key.occurrence).toBe(first.key.occurrence);
    expect(second.key.occurrence).toBe(1);
  });

  test('a retry of a shared request stays shared', () => {
    const claims = headClaims(['a', 'b']);
    claims.claim('a', () => true).release();
    expect([claims.claim('a', () => true).shared, claims.claim('b', () => true).shared]).toEqual([true, true]);
  });

  test('trial, case, lane and agent version each make another key', () => {
    const base = { caseId: 'c', number: 1, lane: trunk, requestKey: 'r', occurrence: 0 };
    const all = [
      base,
      { ...base, number: 2 },
      { ...base, caseId: 'd' },
      { ...base, occurrence: 1 },
      { ...base, requestKey: 's' },
      { ...base, lane: head },
      { ...base, lane: { kind: 'head', agentHash: 'h2' } as const },
      { ...base, lane: { kind: 'fresh', agentHash: 'h1' } as const },
    ];
    expect(new Set(all.map(answerKeyText)).size).toBe(all.length);
  });
});
