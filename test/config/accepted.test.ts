import { describe, expect, test } from 'vitest';
import { isDay, readAccepted, type WrittenAcceptance, withAcceptance } from '../../src/config/index.ts';
import { UserError } from '../../src/errors.ts';

const entry = (over: Partial<WrittenAcceptance> = {}): WrittenAcceptance => ({
  ...{ kind: 'slice', name: 'refunds', reason: 'the policy changed', until: '2026-12-31', config: null },
  ...over,
});

describe('reading', () => {
  test('gives the entries, and none where there is no file', () => {
    const text = `version: 1
accepted:
  - case: refund-7
    reason: goes away
    until: 2026-12-31
    config: agents/desk/pawl.yml
  - {slice: refunds, reason: the policy changed, until: "2026-12-31"}
`;
    expect(readAccepted(text)).toEqual({
      entries: [
        entry({ kind: 'case', name: 'refund-7', reason: 'goes away', config: 'agents/desk/pawl.yml' }),
        entry(),
      ],
      problems: [],
    });
    expect(readAccepted(null)).toEqual({ entries: [], problems: [] });
  });

  test('says everything that is wrong at once, each with its line, and keeps the neighbours', () => {
    const text = `version: 1
accepted:
  - case: a
    until: 2026-12-31
  - slice: refunds
    reason: the policy changed
    until: 2026-12-31
  - slice: b
    case: b
    reason: why
    until: 2026-12-31
  - case: c
    reason: why
    until: 2026-02-30
  - case: d
    reasn: why
    reason: why
    until: soon
`;
    const { entries, problems } = readAccepted(text);
    expect(entries).toEqual([entry()]);
    expect(problems.map(({ where }) => where)).toEqual([
      '.pawl/accepted.yml:3',
      '.pawl/accepted.yml:8',
      '.pawl/accepted.yml:14',
      '.pawl/accepted.yml:16',
      '.pawl/accepted.yml:18',
    ]);
    expect(problems[2]?.message).toBe('accepted[3].until: expected a day such as 2026-12-31, received "2026-02-30"');
    expect(problems[3]?.hint).toBe('did you mean reason?');
  });

  test.each([
    ['no YAML', 'accepted: ["'],
    ['another shape', '- case: a\n'],
    ['another version', 'version: 2\naccepted:\n  - {case: a, reason: b, until: 2026-12-31}\n'],
    ['no version', 'accepted:\n  - {case: a, reason: b, until: 2026-12-31}\n'],
    [
      'an unknown key beside the list',
      'version: 1\nforever: true\naccepted:\n  - {case: a, reason: b, until: 2026-12-31}\n',
    ],
    ['nothing', ''],
  ])('%s accepts nothing and says so', (_name, text) => {
    const { entries, problems } = readAccepted(text);
    expect(entries).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
  });
});

test.each([
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2100-02-29', false],
  ['2000-02-29', true],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-12-00', false],
  ['2026-12-31', true],
  ['31.12.2026', false],
])('%s is a day: %s', (text, is) => expect(isDay(text)).toBe(is));

describe('writing', () => {
  test('begins the file, and what is written is read again', () => {
    const text = withAcceptance(null, entry({ reason: 'yes: "no" # maybe' }));
    expect(text).toMatch(/^# Regressions that are intended/);
    expect(readAccepted(text)).toEqual({ entries: [entry({ reason: 'yes: "no" # maybe' })], problems: [] });
  });

  test('keeps what stands there and its comments', () => {
    const before = `# ours
version: 1
accepted:
  # agreed with support
  - case: refund-7 # the old one
    reason: goes away
    until: 2026-12-31
`;
    const after = withAcceptance(before, entry());
    expect(after.startsWith(before)).toBe(true);
    expect(readAccepted(after).entries).toHaveLength(2);
  });

  test('replaces the entry of the same name and keeps the comment before it', () => {
    const before = withAcceptance(withAcceptance(null, entry()), entry({ kind: 'case', name: 'refunds' }));
    const commented = before.replace('  - slice: refunds', '  # agreed with support\n  - slice: refunds');
    const after = withAcceptance(commented, entry({ until: '2027-01-31', reason: 'later' }));
    expect(readAccepted(after).entries).toEqual([
      entry({ until: '2027-01-31', reason: 'later' }),
      entry({ kind: 'case', name: 'refunds' }),
    ]);
    expect(after).toContain('# agreed with support');
  });

  test('does not touch a file with faults', () => {
    expect(() => withAcceptance('version: 1\naccepted:\n  - case: a\n', entry())).toThrow(UserError);
  });
});
