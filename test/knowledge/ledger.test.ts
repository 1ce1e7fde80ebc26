import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgentCommit, Change } from '../../src/changes/index.ts';
import {
  appendKept,
  entriesOfCommit,
  entryOfContract,
  FingerprintBuilder,
  fingerprintEntries,
  type LedgerEntry,
  ledgerLines,
  newEntries,
  parseLedger,
  readKept,
} from '../../src/knowledge/index.ts';
import { ledgerCsv } from '../../src/report/index.ts';
import type { ObservedModelCall } from '../../src/trace/index.ts';
import { emptyTrajectory } from '../corpus/traffic/desk.ts';

const commit = (subject: string): AgentCommit => ({
  ...{
    sha: 'a'.repeat(40),
    parent: 'b'.repeat(40),
    atMs: 1_790_000_000_000,
    author: 'A Developer',
    paths: [],
    subject,
  },
});
const changes: readonly Change[] = [
  {
    ...{ kind: 'prompt', path: 'prompts/a.md', status: 'modified', oldPath: null },
    lines: [{ kind: 'added', line: 1, text: 'x' }],
  },
  { kind: 'tool', path: 'tools/t.json', tool: 't', effects: [{ kind: 'parameter_removed', parameter: 'a.b' }] },
  { kind: 'model_pin', path: 'pins.json', pin: 'main', from: 'gpt-4-turbo', to: 'gpt-4o' },
  { kind: 'code', path: 'agent.mjs', status: 'modified', oldPath: null },
  { kind: 'dependency', path: 'package.json', status: 'modified', oldPath: null },
];
const entries = entriesOfCommit(commit('Answer in one line (#12)'), changes);

describe('entries of a commit', () => {
  test('are one for each prompt, tool and pin, and one for the code', () => {
    expect(entries.map(({ kind, what }) => [kind, what])).toEqual([
      ['prompt', 'prompts/a.md modified: 1 line added, 0 removed'],
      ['tool', 't in tools/t.json: parameter removed (a.b)'],
      ['model_pin', 'main: gpt-4-turbo -> gpt-4o'],
      ['agent_version', 'agent.mjs, package.json'],
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(4);
    expect(entries[2]).toMatchObject({ from: 'gpt-4-turbo', to: 'gpt-4o', atUs: 1_790_000_000_000_000 });
  });

  test.each([
    ['Answer in one line (#12)', 12],
    ['Merge pull request #7 from someone/branch', 7],
    ['Revert "Answer (#12)"', null],
    ['Fixes #9 at last', null],
  ])('have the number of the pull request: %s', (subject, pullRequest) => {
    expect(entriesOfCommit(commit(subject), changes)[0]?.commit?.pullRequest).toBe(pullRequest);
  });
});

describe('the ledger file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pawl-ledger-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is read as it was written, appended to and never rewritten', () => {
    const path = join(folder, 'deep', 'ledger.jsonl');
    expect(readKept(path)).toBeNull();
    appendKept(path, ledgerLines(null, entries.slice(0, 2)));
    const first = readFileSync(path, 'utf8');
    appendKept(path, ledgerLines(parseLedger(first, path), entries.slice(2)));
    const text = readKept(path) ?? '';
    expect(text.startsWith(first)).toBe(true);
    expect(new Set(parseLedger(text, path))).toEqual(new Set(entries));
    expect(newEntries(parseLedger(text, path), entries)).toEqual([]);
  });

  test('bears a line that a crash cut short, and refuses another version and a line that is none', () => {
    const path = join(folder, 'ledger.jsonl');
    const whole = ledgerLines(null, entries);
    writeFileSync(path, `${whole}{"id":"pro`);
    expect(parseLedger(readKept(path) ?? '', path)).toHaveLength(4);
    appendKept(path, ledgerLines(entries, entries.slice(0, 1)));
    expect(readFileSync(path, 'utf8')).toBe(whole + ledgerLines(entries, entries.slice(0, 1)));
    for (const begun of ['', whole.slice(0, 9)]) {
      writeFileSync(path, begun);
      expect(readKept(path), 'without a whole line').toBeNull();
      appendKept(path, whole);
      expect(readFileSync(path, 'utf8')).toBe(whole);
    }
    expect(() => parseLedger('{"format":"pawl ledger v2"}\n', 'l')).toThrow(/expected the header.*received.*v2/);
    expect(() => parseLedger(`${whole}{"id":1}\n`, 'l')).toThrow(/line 6.*expected an entry, received \{"id":1\}/);
  });

  test('that two runs began at once is read like one', () => {
    const one = ledgerLines(null, entries);
    expect(parseLedger(one + one, 'l')).toEqual(parseLedger(one, 'l'));
  });

  test('as CSV has a line an entry, and no cell that a spreadsheet would run', () => {
    const hostile = entriesOfCommit(commit('\u001b=HYPERLINK("x"), "y"'), changes);
    const [head, , , pin] = ledgerCsv(hostile).split('\r\n');
    expect(head).toBe('at,kind,name,from,to,what,decides,commit,author,pull_request,subject,trajectory,id');
    expect(pin).toContain('model_pin,main,gpt-4-turbo,gpt-4o,main: gpt-4-turbo -> gpt-4o,,aaaa');
    expect(pin).toContain(`"'=HYPERLINK(""x""), ""y"""`);
  });
});

const US_A_DAY = 86_400_000_000;

describe('entries of the traffic', () => {
  test('are the models that answered: who answers a known model for the first time has a predecessor', () => {
    const call = (responseModel: string | null, systemFingerprint?: string): ObservedModelCall => ({
      ...{ kind: 'model_call', agent: [], startUs: null, durationMs: null, sources: [], provider: null },
      ...{ requestModel: 'gpt-4o', responseModel, responseId: null, input: null, output: null, tools: null },
      ...{ parameters: {}, finishReason: null, usage: null, costUsd: null, error: null },
      ...(systemFingerprint === undefined ? {} : { systemFingerprint }),
    });
    const builder = new FingerprintBuilder();
    const add = (id: string, startUs: number | null, steps: readonly ObservedModelCall[]) =>
      builder.add({ ...emptyTrajectory(id), startUs, steps });
    add('c', 3 * US_A_DAY, [call('gpt-4o-08', 'fp_2'), call('gpt-4o-05', 'fp_1')]);
    add('a', US_A_DAY, [call('gpt-4o-05', 'fp_1')]);
    add('b', 2 * US_A_DAY, [call('gpt-4o-08', 'fp_1')]);
    add('d', null, [call(null)]);
    const found = fingerprintEntries(builder.build());
    expect(found.map(({ from, to, trajectoryId }) => [from, to, trajectoryId])).toEqual([
      [null, 'gpt-4o-05 (fp_1)', 'a'],
      ['gpt-4o-05 (fp_1)', 'gpt-4o-08 (fp_1)', 'b'],
      ['gpt-4o-08 (fp_1)', 'gpt-4o-08 (fp_2)', 'c'],
    ]);
  });

  test('are changed contracts: one that is found again a little earlier is the same', () => {
    const effect = { path: 'outcome', from: 'empty', to: 'error x', level: 'same_arguments', comparable: 3 } as const;
    const change = (firstNewUs: number): LedgerEntry =>
      entryOfContract({
        tool: 'search',
        effects: [{ ...effect, before: 9, after: 8, p: 1e-9 }],
        ...{ lastOldUs: 0, firstNewUs, firstNewId: 'run 1' },
        tasks: [
          {
            task: 'Find it',
            before: { judged: 9, passed: 9 },
            after: { judged: 8, passed: 0 },
            p: 1e-4,
            decided: true,
          },
        ],
      });
    const first = change(20_100 * US_A_DAY);
    expect(first.what).toBe('search answers otherwise: outcome: empty -> error x');
    expect(first.decides).toBe('"Find it": 9/9 -> 0/8 passed');
    expect(newEntries([first], [change(20_099 * US_A_DAY)])).toEqual([]);
    expect(newEntries([first], [change(20_120 * US_A_DAY)])).toHaveLength(1);
  });
});
