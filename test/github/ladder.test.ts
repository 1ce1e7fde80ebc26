import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ladder, type Surface } from '../../src/github/ladder.ts';

const surface = (limit: number, unit: Surface['unit'] = 'characters'): Surface => ({
  name: 'a comment',
  limit,
  unit,
  elsewhere: 'the summary',
});
const NOTE =
  /\n\n_Shortened: the report has [\d,]+ (?:characters|bytes), a comment has room for [\d,]+\. The whole report is in the summary\._$/;

describe('the ladder of shorter reports', () => {
  it('shows the whole report where it fits, without a word about cutting, and keeps the shorter ones ready', () => {
    const [first, ...rest] = ladder(['full', 'short', 'minimal'], surface(1000));
    expect(first).toBe('full');
    expect(rest.map((text) => text.split('\n')[0])).toEqual(['short', 'minimal']);
    for (const text of rest) expect(text).toMatch(NOTE);
  });

  it('takes the next one that fits and says what was cut and where the whole is', () => {
    const [first] = ladder(['f'.repeat(2000), 's'.repeat(1500), 'minimal'], surface(1000));
    expect(first).toBe(
      'minimal\n\n_Shortened: the report has 2,000 characters, a comment has room for 1,000. The whole report is in the summary._',
    );
  });

  it('cuts the last one at the end of a line where not even that fits', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');
    const [first] = ladder([`${lines}\nfull`, lines], surface(300));
    expect(first.length).toBeLessThanOrEqual(300);
    expect(first).toMatch(/^line 0\n(?:line \d+\n)+\n_Shortened/);
  });

  it('never exceeds the limit, never splits a character and always says that it cut', () => {
    const text = fc.string({ unit: 'binary', minLength: 200, maxLength: 600 });
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 180, max: 700 }),
        fc.constantFrom('bytes', 'characters'),
        (full, limit, unit) => {
          const texts = ladder([full, full.slice(0, 1).toWellFormed()], surface(limit, unit));
          for (const candidate of texts) {
            const size = unit === 'bytes' ? Buffer.byteLength(candidate) : candidate.length;
            expect(size).toBeLessThanOrEqual(limit);
            expect(candidate.isWellFormed()).toBe(true);
            if (candidate !== full) expect(candidate).toMatch(NOTE);
          }
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
