import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { requestLines, traceIdOf } from '../../evals/traffic/synthetic.ts';
import { contentOf, filesIn, rowsIn } from '../corpus/traffic/open.ts';
import { encoded } from '../trace/otlp/oracle.ts';
import { pawl, pawlHere } from './pawl.ts';

vi.setConfig({ testTimeout: 120_000 });

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pawl-ingest-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const SEED = 5;
const LINES = [...requestLines({ seed: SEED, traces: 60, days: 2 })];
const TEXT = LINES.join('');

function write(name: string, content: string | Uint8Array): string {
  mkdirSync(join(directory, dirname(name)), { recursive: true });
  writeFileSync(join(directory, name), content);
  return name;
}

/** In a store of that name, which then stands in the folder; by the built program, or by this process. */
function ingest(store: string, files: readonly string[], input: string | Uint8Array = '', by = pawlHere) {
  return by(directory, ['ingest', ...files, '--store', store], { input });
}

const content = (store: string) => contentOf(join(directory, store));

const LOG = {
  resourceLogs: [
    {
      resource: {},
      scopeLogs: [
        {
          scope: { name: 'desk' },
          logRecords: [
            { timeUnixNano: '1790000000000000000', traceId: traceIdOf(SEED, 0), body: { stringValue: 'rated' } },
            { timeUnixNano: '1790000000000000000', body: { stringValue: 'of nobody' } },
          ],
        },
      ],
    },
  ],
};

const CHAT = {
  messages: [
    { role: 'user', content: 'Hello' },
    { role: 'assistant', content: 'Hello to you' },
  ],
};

describe('pawl ingest', () => {
  test('takes the same from lines, gzip, zstd, protobuf, standard input and several files', async () => {
    const first = LINES[0] ?? '';
    write('a.jsonl', TEXT);
    write('a.jsonl.gz', gzipSync(TEXT));
    write('a.zst', zstdCompressSync(Buffer.from(TEXT)));
    write('1.binpb', encoded('traces', JSON.parse(first)));
    write('2.jsonl', LINES.slice(1).join(''));
    const ran = [
      await ingest('lines', ['a.jsonl'], '', pawl),
      await ingest('gzip', ['a.jsonl.gz']),
      await ingest('zstd', ['a.zst']),
      await ingest('parts', ['2.jsonl', '1.binpb']),
      await ingest('pipe', ['-'], gzipSync(TEXT), pawl),
    ];
    for (const { exitCode, stdout } of ran) {
      expect(stdout).toMatch(/^\d inputs? \(\d otlp\): 180 spans\n60 traces and runs added, 0 replaced, 0 unchanged\n/);
      expect(exitCode).toBe(0);
    }
    const expected = await content('lines');
    expect(expected.trajectories).toHaveLength(60);
    for (const store of ['gzip', 'zstd', 'parts', 'pipe']) expect(await content(store)).toEqual(expected);
  });

  test('says so where files give the same finished run again', async () => {
    const page = [
      { ...CHAT, id: 'talk' },
      { ...CHAT, id: 'talk' },
      { ...CHAT, id: 'other' },
    ];
    write('page-1.jsonl', page.map((run) => `${JSON.stringify(run)}\n`).join(''));
    const { stdout } = await ingest('s', ['page-1.jsonl']);
    expect(stdout).toContain(
      '3 finished runs\n2 traces and runs added, 0 replaced, 0 unchanged\n1 finished run given again',
    );
  });

  test('a folder gives all it holds, each file in its own format; what is not understood is counted and shown', async () => {
    write('in/traces/otlp.jsonl.gz', gzipSync(TEXT));
    write('in/logs.json', JSON.stringify(LOG, null, 2));
    write('in/chats.jsonl', `${JSON.stringify(CHAT)}\nno JSON\n${JSON.stringify({ messages: 5 })}\n`);
    cpSync(join(import.meta.dirname, '../corpus/readers/inspect-desk.eval'), join(directory, 'in/desk.eval'));
    write('in/README.md', '# Recorded in May\n');
    write('in/rotated.jsonl', '');
    write('in/.hidden', 'no format');
    const ran = await ingest('s', ['in']);
    expect({ exitCode: ran.exitCode, stderr: ran.stderr.replaceAll(/^reading .*\n/gm, '') }).toEqual({
      exitCode: 0,
      stderr: '',
    });
    await expect(ran.stdout).toMatchFileSnapshot('golden/ingest-folder.txt');
    const summary = await pawlHere(directory, ['traffic', 'show', '--store', 's']);
    await expect(summary.stdout).toMatchFileSnapshot('golden/traffic.txt');
    const { v, trajectories, waitingBytes } = JSON.parse(
      (await pawlHere(directory, ['traffic', 'show', '--store', 's', '--json'])).stdout,
    );
    expect({ v, trajectories, waitingBytes }).toEqual({ v: 1, trajectories: 64, waitingBytes: 0 });
  });

  test('a file that was named and is of no known format, or is cut short, ends with 4 and what is known', async () => {
    write('notes.md', '# Notes\n');
    const unknown = await ingest('s', ['notes.md']);
    expect(unknown).toMatchObject({ exitCode: 4, stdout: expect.stringContaining('no known format: notes.md') });
    expect(unknown.stderr).toMatch(/formats that are known:\n {4}otlp: .*\n[\s\S]*agentdojo/);
    const packed = gzipSync(TEXT);
    write('torn.gz', packed.subarray(0, packed.length - 100));
    const torn = await ingest('s', ['torn.gz']);
    expect(torn.exitCode).toBe(4);
    expect(torn.stdout).toMatch(/1 × input that is damaged or ends early\n {6}torn.gz: /);
    expect((await content('s')).trajectories.length).toBeGreaterThan(20);
  });

  test('what a folder lists and cannot be had does not keep its neighbours out, and ends with 4', async () => {
    mkdirSync(join(directory, 'logs'));
    write('logs/b.jsonl', TEXT);
    symlinkSync('rotated-away', join(directory, 'logs/a.jsonl'));
    const ran = await ingest('s', ['logs']);
    expect(ran).toMatchObject({ exitCode: 4, stdout: expect.stringContaining('2 inputs (1 unreadable, 1 otlp)') });
    expect(ran.stdout).toMatch(/1 × input that could not be read\n {6}logs\/a\.jsonl: ENOENT/);
    expect((await content('s')).trajectories).toHaveLength(60);
  });

  test('so does one that ends within a line, and one of which nothing could be read', async () => {
    const [line = '', ...more] = TEXT.trimEnd().split('\n');
    write('growing.jsonl', TEXT.slice(0, -100));
    const growing = await ingest('s', ['growing.jsonl']);
    expect(growing).toMatchObject({
      exitCode: 4,
      stdout: expect.stringContaining('growing.jsonl: its end is not whole'),
    });
    write('behind-one-another.json', line + more.join(''));
    const concatenated = await ingest('s', ['behind-one-another.json']);
    expect(concatenated.exitCode).toBe(4);
    write('unknown.jsonl', `${JSON.stringify({ resourceSpans: [] })}\n{"resourceSpans":3}\n`);
    const lost = await ingest('s', ['unknown.jsonl']);
    expect(lost).toMatchObject({ exitCode: 4, stdout: expect.stringContaining('of which nothing could be read') });
    write(
      'runs.jsonl',
      '{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}\n{"messages":[',
    );
    const runs = await ingest('s', ['runs.jsonl']);
    expect(runs).toMatchObject({ exitCode: 4, stdout: expect.stringContaining('runs.jsonl: its end is not whole') });
    write('mended.jsonl', `${line}\n{"resourceSpans\n${line}`);
    expect(await ingest('s', ['mended.jsonl'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('mended.jsonl:2'),
    });
    write(
      'mended-runs.jsonl',
      '{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}\n{\n{"messages":[]}',
    );
    expect((await ingest('s', ['mended-runs.jsonl'])).exitCode).toBe(0);
  });

  test.each([
    ['a file that is not there', ['none.jsonl'], /^none.jsonl: ENOENT/],
    ['a folder without files', ['empty'], /^empty: there is no file in this folder/],
    ['a format that does not exist', ['a.jsonl', '--format', 'yaml'], /^--format: expected one of otlp, .*"yaml"/],
    ['redaction settings that are wrong', ['a.jsonl', '--config', 'wrong.yml'], /^wrong.yml:2: redaction.kinds/],
  ])('%s is for the user to mend', async (_, args, message) => {
    mkdirSync(join(directory, 'empty'));
    write('a.jsonl', TEXT);
    write('wrong.yml', 'version: 1\nredaction: { kinds: [mail] }\n');
    const ran = await ingest('s', args);
    expect({ exitCode: ran.exitCode, stdout: ran.stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });

  test('traces whose spans are spread over files and runs are joined; what is known already changes no byte', async () => {
    const spans = LINES.map((line) => JSON.parse(line).resourceSpans[0].scopeSpans[0].spans);
    const some = (keep: (index: number) => boolean) =>
      LINES.map((line, at) => {
        const request = JSON.parse(line);
        request.resourceSpans[0].scopeSpans[0].spans = spans[at].filter((_: unknown, index: number) => keep(index));
        return `${JSON.stringify(request)}\n`;
      }).join('');
    write('whole.jsonl', TEXT);
    write(
      'a.jsonl',
      some((index) => index % 2 === 0),
    );
    write(
      'b.jsonl',
      some((index) => index % 2 === 1),
    );
    await ingest('whole', ['whole.jsonl']);
    await ingest('both', ['b.jsonl', 'a.jsonl']);
    await ingest('later', ['a.jsonl']);
    const second = await ingest('later', ['b.jsonl']);
    expect(second.stdout).toContain('0 traces and runs added, 60 replaced, 0 unchanged');
    const expected = await content('whole');
    expect(await content('both')).toEqual(expected);
    expect(await content('later')).toEqual(expected);
    const before = filesIn(join(directory, 'both'));
    const again = await ingest('both', ['whole.jsonl']);
    expect(again.stdout).toContain('0 traces and runs added, 0 replaced, 60 unchanged');
    expect(filesIn(join(directory, 'both'))).toEqual(before);
  });

  test('shows of what it could not read nothing personal either, and counts only what it found in records', async () => {
    write('a.jsonl', '{"resourceSpans":[]}\nlee@example.com sk-ant-0123456789abc\n{"resourceLogs":[]}\n');
    const { stdout } = await ingest('s', ['a.jsonl']);
    expect(stdout).toMatch(/a\.jsonl:2: <email:[0-9a-f]{12}> \[redacted:anthropic-key\]/);
    expect(stdout).not.toMatch(/lee@|sk-ant|^redacted:/m);
  });

  test('takes out what is personal, as pawl.yml says, under the key of the environment', async () => {
    const text = TEXT.replaceAll('Where is my order?', 'I am kim@example.com, customer C-1234.');
    write('a.jsonl', text);
    write('pawl.yml', "version: 1\nredaction: { patterns: [{ name: customer, pattern: 'C-\\d{4}' }] }\n");
    const environment = { PAWL_REDACTION_KEY: 'a secret' };
    const ran = await pawlHere(directory, ['ingest', 'a.jsonl', '--store', 's'], { environment });
    expect(ran.stdout).toMatch(/redacted: \d+ email at .*"gen_ai.input.messages"/);
    expect(ran.stdout).toMatch(/redacted: \d+ customer at/);
    const { raw } = await content('s');
    expect(raw.join('')).toMatch(/I am <email:[0-9a-f]{12}>, customer <customer:[0-9a-f]{12}>\./);
    expect(raw.join('')).not.toMatch(/kim@|C-1234/);
    const other = await pawlHere(directory, ['ingest', 'a.jsonl', '--store', 's'], {
      environment: { PAWL_REDACTION_KEY: '' },
    });
    expect(other).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('pseudonyms.json') });
  });
});

describe('pawl forget', () => {
  test('takes a user or a trace out, by the ids that the recording had', async () => {
    write('a.jsonl', TEXT.replaceAll(/"user-\d+"/g, '"lee@example.com"'));
    write('b.jsonl', [...requestLines({ seed: 6, traces: 3, days: 1 })].join(''));
    await ingest('s', ['a.jsonl', 'b.jsonl']);
    const user = await pawlHere(directory, ['forget', '--user', 'lee@example.com', '--store', 's']);
    expect(user).toMatchObject({
      exitCode: 0,
      stdout: '60 traces and runs forgotten, 3 parts of the store written anew\n',
    });
    const trace = await pawlHere(directory, ['forget', traceIdOf(6, 1), '--store', 's']);
    expect(trace.stdout).toBe('1 trace or run forgotten, 1 part of the store written anew\n');
    expect(await rowsIn(join(directory, 's'), 'trajectories')).toHaveLength(2);
    const nobody = await pawlHere(directory, ['forget', '--user', 'Lee', '--store', 's']);
    expect(nobody).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('nothing in this store is of this') });
  });

  test('makes no store where there is none, and needs to know whom', async () => {
    const nowhere = await pawlHere(directory, ['forget', 'x', '--store', 'none']);
    expect(nowhere).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('there is no traffic store here') });
    expect(() => readFileSync(join(directory, 'none'))).toThrow('ENOENT');
    const nobody = await pawlHere(directory, ['forget', '--store', 'none']);
    expect(nobody).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--user') });
    const empty = await pawlHere(directory, ['forget', '--user', '', '--store', 'none']);
    expect(empty).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('expected an id, received ""') });
  });
});
