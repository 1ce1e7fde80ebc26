import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Courtesy } from '../../src/replay/courtesy.ts';
import { TokenBucket } from '../../src/replay/token-bucket.ts';

const free = { requestsPerMinute: null, tokensPerMinute: null };
const breaker = { failures: 3, coolDownMs: 1000, probes: 2 };

/** Asks for `count` grants as soon as they may be had; when each was given. */
function grants(courtesy: Courtesy, count: number, tokens: number): number[] {
  const given: number[] = [];
  for (let nowMs = 0; given.length < count; ) {
    const admission = courtesy.admit(tokens, nowMs);
    if (admission.kind === 'go') given.push(nowMs);
    else if (admission.kind === 'wait') nowMs += admission.ms;
    else throw new Error(admission.why);
  }
  return given;
}

describe('the rate of a provider', () => {
  test('is kept in every minute, whatever the rate and the size of requests', () => {
    const rates = fc.record({
      perMinute: fc.integer({ min: 10, max: 3000 }),
      tokens: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(rates, ({ perMinute, tokens }) => {
        const given = grants(new Courtesy({ ...free, tokensPerMinute: perMinute * 20 }, breaker, 0), 150, tokens);
        for (const from of given) {
          const taken = given.filter((at) => at >= from && at < from + 60_000).length * tokens;
          expect(taken).toBeLessThanOrEqual(perMinute * 20 * 1.1 + tokens);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is used up: nobody waits longer than it takes', () => {
    const given = grants(new Courtesy({ ...free, requestsPerMinute: 60 }, breaker, 0), 66, 1);
    expect(given.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(given.at(-1)).toBe(60_000);
  });

  test('counts what a request took in the end', () => {
    const bucket = new TokenBucket(600, 0);
    bucket.take(10, 0);
    expect(bucket.waitMs(50, 0)).toBe(0);
    bucket.take(40, 0);
    expect(bucket.waitMs(50, 0)).toBe(4000);
    bucket.take(-40, 0);
    expect(bucket.waitMs(50, 0)).toBe(0);
  });

  test('lets a request through that is larger than all that may be taken at once', () => {
    const bucket = new TokenBucket(600, 0);
    expect(bucket.waitMs(10_000, 0)).toBe(0);
    bucket.take(10_000, 0);
    expect(bucket.waitMs(1, 0)).toBeGreaterThan(900_000);
  });
});

describe('a provider', () => {
  test('is down after three failures in a row, is tried once after the cool-down, and is back when that succeeds', () => {
    const courtesy = new Courtesy(free, breaker, 0);
    for (const answered of [false, false, true, false, false, false]) courtesy.note(answered, false, 10);
    expect(courtesy.admit(1, 20)).toEqual({
      kind: 'down',
      why: '3 requests in a row failed; it is asked again in 1 s',
    });
    expect(courtesy.admit(1, 1010)).toEqual({ kind: 'go', isProbe: true });
    expect(courtesy.admit(1, 1011)).toMatchObject({
      kind: 'down',
      why: expect.stringContaining('one request is trying'),
    });
    courtesy.note(true, true, 1020);
    expect(courtesy.admit(1, 1021)).toEqual({ kind: 'go', isProbe: false });
  });

  test('that fails its probes is not asked again in the run', () => {
    const courtesy = new Courtesy(free, breaker, 0);
    for (let i = 0; i < 3; i++) courtesy.note(false, false, 0);
    for (const atMs of [1000, 2000]) {
      expect(courtesy.admit(1, atMs)).toEqual({ kind: 'go', isProbe: true });
      courtesy.note(false, true, atMs);
    }
    expect(courtesy.admit(1, 1e9)).toEqual({
      kind: 'down',
      why: '5 requests in a row failed; it is not asked again in this run',
    });
  });

  test('a request that was under way while it went down is no probe', () => {
    const courtesy = new Courtesy(free, breaker, 0);
    for (let i = 0; i < 6; i++) courtesy.note(false, false, 0);
    expect(courtesy.admit(1, 1000)).toEqual({ kind: 'go', isProbe: true });
  });
});
