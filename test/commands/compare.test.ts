import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { ResultFolder } from './compare-files.ts';
import { type ZipMethod, zipArchive } from './zip-archive.ts';

const folder = new ResultFolder();
afterAll(() => folder.remove());

/** A table of 30 cases with two trials each. */
const table = (pass: (index: number) => string): string =>
  [
    'case,trial,pass,slice',
    ...Array.from({ length: 60 }, (_, i) => `c${i >> 1},${i % 2},${pass(i >> 1)},s${(i >> 1) % 2}`),
  ].join('\n');

const good = folder.write(
  'good.csv',
  table(() => 'true'),
);
const bad = folder.write('bad.csv.gz', gzipSync(table((index) => String(index % 2 === 1))));

/** An Inspect log of 30 samples in 2 epochs; `wrong` of them are incorrect. */
function log(method: ZipMethod, wrong = 0, comment = ''): Buffer {
  const summaries = Array.from({ length: 60 }, (_, i) => ({
    id: i >> 1,
    epoch: 1 + (i % 2),
    scores: { match: { value: i >> 1 < wrong ? 'I' : 'C' } },
    error: i === 59 ? 'timed out' : null,
  }));
  const files = {
    '_journal/start.json': '{}',
    'header.json': JSON.stringify({ version: 2, status: 'success', eval: { task: 'desk', model: 'm' } }),
    'summaries.json': JSON.stringify(summaries),
  };
  return zipArchive(files, method, comment);
}

describe('pawl compare', () => {
  test.each(['stored', 'deflate', 'zstd'] as const)("reads Inspect's archives: %s", async (method) => {
    const before = folder.write('before.eval', log(method));
    const after = folder.write('after.eval', log(method, 15, 'a comment'));
    const { report } = await folder.compare(before, after);
    expect(report).toMatchObject({
      verdict: 'block',
      run: { agent: 'inspect results' },
      all: { cases: 30, base: { passes: 59, undetermined: 1 }, head: { passes: 29 } },
      base: { errored: 1 },
    });
  });

  test('the gate section of pawl.yml is the policy, whatever else the file holds or lacks', async () => {
    const settings = (gate: string): string => `version: 1\nagent: nonsense\n${gate}`;
    const fell = folder.write(
      'fell.csv',
      table((index) => String(index % 2 === 1 || index >= 16)),
    );
    const compared = await folder.compare(good, fell);
    expect(compared.report).toMatchObject({
      verdict: 'block',
      policy: { alpha: 0.01 },
      external: { policyFile: null },
    });
    folder.write('gates/mild.yml', settings('gate: {min_effect: 0.6, inconclusive: block, alpha: 0.02}'));
    const mild = await folder.compare(good, fell, { config: 'gates/mild.yml' });
    expect(mild.report).toMatchObject({
      verdict: 'pass',
      policy: { alpha: 0.02, minEffect: 0.6 },
      external: { policyFile: 'gates/mild.yml' },
    });
    expect(mild.printed).toContain('policy of gates/mild.yml');
  });

  test('pawl.yml in the folder is read unasked; a fault of its gate is an error, an absent file that was named too', async () => {
    const own = new ResultFolder();
    try {
      own.write(
        'good.csv',
        table(() => 'true'),
      );
      own.write(
        'few.csv',
        table(() => 'true')
          .split('\n')
          .slice(0, 31)
          .join('\n'),
      );
      own.write('pawl.yml', 'version: 1\ngate: {inconclusive: block}\n');
      expect(await own.compare('good.csv', 'few.csv')).toMatchObject({
        exitCode: 5,
        report: { verdict: 'inconclusive', external: { policyFile: 'pawl.yml' } },
      });
      expect((await own.compare('good.csv', 'few.csv', { inconclusive: 'warn' })).exitCode).toBe(0);
      own.write('pawl.yml', 'version: 1\ngate: {alpha: 2}\ngat: {}\n');
      const faulty = own.compare('good.csv', 'good.csv');
      await expect(faulty).rejects.toThrow(/^pawl\.yml:2: gate\.alpha: /);
      await expect(faulty).rejects.toThrow('pawl.yml:3: unknown key "gat"');
      await expect(own.compare('good.csv', 'good.csv', { config: 'nowhere.yml' })).rejects.toThrow(
        /^nowhere\.yml: could not/,
      );
    } finally {
      own.remove();
    }
  });

  test('a folder is one side: each run of a test suite in it is a trial', async () => {
    const suite = (fails: (test: number) => boolean): string => {
      const cases = Array.from({ length: 20 }, (_, i) => {
        return `<testcase classname="desk" name="t${i}">${fails(i) ? '<failure message="no"/>' : ''}</testcase>`;
      });
      return `<testsuites><testsuite name="desk">${cases.join('')}</testsuite></testsuites>`;
    };
    for (let run = 1; run <= 11; run += 1)
      folder.write(
        `base/${run}/junit.xml`,
        suite(() => false),
      );
    for (let run = 1; run <= 5; run += 1)
      folder.write(
        `head/${run}.xml`,
        suite((test) => test < 10),
      );
    folder.write('head/.hidden', 'no results');
    const { report } = await folder.compare('base', 'head');
    expect(report).toMatchObject({
      verdict: 'block',
      run: { agent: 'junit results', baseSha: 'base' },
      slices: [{ name: 'desk', base: { passes: 220, trials: 220 }, head: { passes: 50, trials: 100 } }],
    });
    const some = await folder.compare('base', 'head', { baseWhere: ['run=base/2/junit.xml', 'run=base/10/junit.xml'] });
    expect(some.report.external?.base).toMatchObject({ results: 40, leftOut: 180, skipped: 0 });
  });

  test('blocks where a slice fell, whatever the files are compressed with', async () => {
    const base = folder.write(
      'base.jsonl.zst',
      zstdCompressSync(
        Array.from({ length: 60 }, (_, i) =>
          JSON.stringify({ v: 1, case: `c${i >> 1}`, trial: String(i % 2), pass: true, slices: [`s${(i >> 1) % 2}`] }),
        ).join('\n'),
      ),
    );
    const { exitCode, report, printed } = await folder.compare(base, bad);
    expect(exitCode).toBe(1);
    expect(report).toMatchObject({ verdict: 'block', run: { mode: 'external', agent: 'pawl and csv results' } });
    expect(report.reasons[0]).toEqual({ kind: 'slice_regressed', slice: 's0' });
    expect(printed).toMatch(/^BLOCK: s0 fell from 100.0% to 0.0%/);
    expect(printed).toContain('nothing was replayed');
    expect(printed).toContain('read     base base.jsonl.zst: 60 of 60 results');
  });

  test('passes where nothing fell, and says what was filtered', async () => {
    const { exitCode, report } = await folder.compare(good, bad, { where: ['slice=s1'] });
    expect(exitCode).toBe(0);
    expect(report.external).toMatchObject({ base: { conditions: ['slice=s1'], results: 30, leftOut: 30 } });
  });

  test('one file, two sides: conditions of base and head alone', async () => {
    const { report } = await folder.compare(good, good, { baseWhere: ['trial=0'], headWhere: ['trial=1'] });
    expect(report).toMatchObject({ verdict: 'pass', base: { attempted: 30 }, head: { attempted: 30 } });
  });

  test('cases of one side and odd values are named in the report', async () => {
    const head = folder.write(
      'head.csv',
      `${table((index) => (index === 3 ? 'perhaps' : 'true')).replaceAll('c29,', 'c99,')}\ntorn`,
    );
    const { report, printed } = await folder.compare(good, head);
    expect(report.external).toMatchObject({
      onlyBase: ['c29'],
      onlyHead: ['c99'],
      head: { problemCount: 3, keptCount: 2 },
    });
    expect(report.notes.map(({ kind }) => kind)).toEqual([
      'external_results',
      'one_sided_cases',
      'one_sided_cases',
      'results_unreadable',
      'undetermined_trials',
    ]);
    expect(printed).toContain('1 case only on base, compared with nothing: c29');
    expect(printed).toContain('2 results neither passed nor failed, so undetermined, 1 result could not be read');
  });

  test('inconclusive is 0 with a title that says so, or 5', async () => {
    const head = folder.write(
      'open.csv',
      table((index) => (index < 10 ? '' : 'true')),
    );
    const { exitCode, report } = await folder.compare(good, head);
    expect({ exitCode, title: report.title }).toEqual({
      exitCode: 0,
      title: expect.stringMatching(/^INCONCLUSIVE, not a pass/),
    });
    expect((await folder.compare(good, head, { inconclusive: 'block' })).exitCode).toBe(5);
  });

  test.each([
    ['a file that is absent', 'nowhere.csv', {}, /nowhere\.csv/],
    ['a zip archive that was cut off', folder.write('cut.eval', log('deflate').subarray(0, 300)), {}, /cut off/],
    ['another zip archive', folder.write('a.zip', zipArchive({ 'a.txt': 'a' }, 'stored')), {}, /without header.json/],
    ['an unknown method', folder.write('method.eval', log('other')), {}, /method 99, known are 0, 8 and 93/],
    ['other bytes', folder.write('bytes.csv', Uint8Array.of(0xff, 0xfe, 0x00)), {}, /could not be read/],
    [
      'a torn archive',
      folder.write('torn.csv.gz', gzipSync(table(() => 'true')).subarray(0, 40)),
      {},
      /could not be read/,
    ],
    ['a folder without files', folder.folder('nothing'), {}, /1 to 10000 files, received 0/],
    [
      'XML that breaks off',
      folder.write('cut.xml', '<testsuite>\n<testcase'),
      {},
      /cut\.xml:2:\d+: no well-formed XML/,
    ],
    ['an empty side', folder.write('empty.csv', 'case,trial,pass\n'), {}, /no result that could be read/],
    ['a condition that is none', good, { where: ['slice'] }, /expected ATTRIBUTE=VALUE, received "slice"/],
    ['clusters that are not there', good, { gateOn: 'cluster' as const }, /no cluster/],
  ])('refuses %s', async (_, head, options, message) => {
    const comparing = folder.compare(good, head, options);
    await expect(comparing).rejects.toThrow(UserError);
    await expect(comparing).rejects.toThrow(message);
  });
});
