import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { corpusAddCommand } from '../../src/commands/corpus-add.ts';
import { corpusCheckCommand } from '../../src/commands/corpus-check.ts';
import { corpusListCommand, corpusShowCommand } from '../../src/commands/corpus-list.ts';
import { corpusRetireCommand } from '../../src/commands/corpus-retire.ts';
import { forgetCommand } from '../../src/commands/forget.ts';
import type { Surroundings } from '../../src/commands/surroundings.ts';
import { UserError } from '../../src/errors.ts';
import { payBackTool } from '../gate/project.ts';
import { GitRepository } from '../git-repository.ts';
import { CHAT_SETTINGS, deskRun, hearing, store } from './corpus-desk.ts';

const config = 'pawl.yml';
const SETTINGS = CHAT_SETTINGS.replace('corpus/*.jsonl', 'corpus/*');

function line(id: string, more: object = {}): string {
  const steps = [
    { kind: 'tool_call', name: 'pay_back', arguments: { order: id }, outcome: { kind: 'result', value: {} } },
  ];
  return JSON.stringify({ v: 1, id, slices: ['refunds'], input: { text: id }, recordings: [{ steps }], ...more });
}

let repository: GitRepository;
beforeEach(() => {
  repository = new GitRepository();
  repository.commit({
    'pawl.yml': SETTINGS,
    'tools/pay_back.json': payBackTool('order'),
    'corpus/a.jsonl': `${line('a-1')}\n\n${line('a-2', { slices: ['refunds', 'big'], weight: 12.5 })}\n`,
    'corpus/b.jsonl.gz': gzipSync(`${line('b-1', { status: 'quarantined', slices: ['big'] })}\n${line('b-2')}\n`),
  });
});
afterEach(() => repository.remove());

async function say(act: (surroundings: Surroundings) => Promise<number>) {
  const heard = hearing(repository.root);
  const exitCode = await act(heard.surroundings);
  return { exitCode, said: heard.out.join('\n'), warned: heard.err.join('\n') };
}

const read = (path: string): string => readFileSync(join(repository.root, path), 'utf8');
const faultOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => '',
    (error: unknown) => (error instanceof UserError ? error.message : String(error)),
  );

describe('pawl corpus list', () => {
  test('shows every case with its place, in plain columns', async () => {
    const { exitCode, said } = await say((around) => corpusListCommand({ config }, around));
    expect(exitCode).toBe(0);
    await expect(said).toMatchFileSnapshot('golden/corpus-list.txt');
  });

  test('takes some of them, and JSON', async () => {
    const ids = async (more: { slice?: string[]; status?: string }) => {
      const { said } = await say((around) => corpusListCommand({ config, json: true, ...more }, around));
      return JSON.parse(said).cases.map((entry: { case: { id: string } }) => entry.case.id);
    };
    expect(await ids({ slice: ['big'] })).toEqual(['a-2', 'b-1']);
    expect(await ids({ slice: ['big', 'refunds'] })).toEqual(['a-2']);
    expect(await ids({ status: 'quarantined' })).toEqual(['b-1']);
    expect(await ids({ status: 'retired' })).toEqual([]);
  });

  test('names lines that it cannot read, by its exit code too', async () => {
    repository.write({ 'corpus/c.jsonl': `${line('a-1')}\n{"v":7}\n\u001b[2Jx\n` });
    const { exitCode, warned } = await say((around) => corpusListCommand({ config }, around));
    expect(exitCode).toBe(4);
    expect(warned).toMatch(/c\.jsonl:1: id "a-1" is already the case of .*a\.jsonl:1/);
    expect(warned).toMatch(/c\.jsonl:2: expected case format/);
    expect(warned).toMatch(/c\.jsonl:3: expected one line of JSON/);
    expect(warned).not.toContain('\u001b');
  });
});

describe('pawl corpus show', () => {
  test('shows one case with where it comes from, and foreign text without control characters', async () => {
    const run = deskRun({ n: 1, text: 'Pay back o-1\u001b[31m now' });
    await store(join(repository.root, '.git/store'), [{ ...run, conversationId: 'talk-1' }]);
    await say((around) =>
      corpusAddCommand('run-0001', { config, store: '.git/store', out: 'corpus/added.jsonl' }, around),
    );
    const { said } = await say((around) => corpusShowCommand('run-0001', { config }, around));
    const stable = said.replaceAll(/definition [0-9a-f]{12}/g, 'definition ...').replace(/pawl \d\S*/, 'pawl 0.0.0');
    await expect(stable).toMatchFileSnapshot('golden/corpus-show.txt');
    expect(said).not.toContain('\u001b');
    const text = JSON.stringify({ ...JSON.parse(read('corpus/added.jsonl')), input: 'other' });
    repository.write({ 'corpus/added.jsonl': `${text}\n` });
    const edited = await say((around) => corpusShowCommand('run-0001', { config }, around));
    expect(edited.said).toContain('edited since');
  });

  test('does not know a case that is not there', async () => {
    expect(await faultOf(say((around) => corpusShowCommand('c-9', { config }, around)))).toContain(
      'no corpus file has such a case',
    );
  });
});

describe('pawl corpus retire', () => {
  const retire = (ids: readonly string[], reason = 'the shop no longer pays back') =>
    say((around) => corpusRetireCommand(ids, { config, reason }, around));

  test('keeps the cases with the reason, in plain and packed files, and leaves every other line as it was', async () => {
    const { exitCode } = await retire(['a-2', 'b-1']);
    expect(exitCode).toBe(0);
    const retirement = { reason: 'the shop no longer pays back', at: '2026-11-22T09:00:00.000Z' };
    const [first, empty, second] = read('corpus/a.jsonl').split('\n');
    expect([first, empty]).toEqual([line('a-1'), '']);
    expect(JSON.parse(second ?? '')).toEqual({
      ...JSON.parse(line('a-2', { slices: ['refunds', 'big'], weight: 12.5 })),
      ...{ status: 'retired', retirement },
    });
    const packed = gunzipSync(readFileSync(join(repository.root, 'corpus/b.jsonl.gz')))
      .toString()
      .split('\n');
    expect(JSON.parse(packed[0] ?? '')).toMatchObject({ id: 'b-1', status: 'retired', retirement });
    expect(packed[1]).toBe(line('b-2'));
    const { said } = await say((around) => corpusShowCommand('a-2', { config }, around));
    expect(said).toContain('retired since 2026-11-22T09:00:00.000Z: the shop no longer pays back');
  });

  test('retires all or none, and names every id that it cannot', async () => {
    await retire(['a-1'], 'wrong');
    const before = read('corpus/a.jsonl');
    const message = await faultOf(retire(['a-2', 'a-1', 'c-9'], ' '));
    expect(message).toMatch(/a-1: it is retired already: wrong/);
    expect(message).toMatch(/c-9: no corpus file has such a case/);
    expect(message).toMatch(/--reason: expected a reason/);
    expect(read('corpus/a.jsonl')).toBe(before);
  });
});

describe('pawl forget', () => {
  test('names the cases that were drawn from what it takes out: they are the repository’s', async () => {
    await store(join(repository.root, '.git/store'), [deskRun({ n: 1 }), deskRun({ n: 2 })]);
    const options = { config, store: '.git/store' };
    for (const id of ['run-0001', 'run-0002'])
      await say((around) => corpusAddCommand(id, { ...options, out: 'corpus/added.jsonl' }, around));
    const { exitCode, warned } = await say((around) => forgetCommand('run-0002', options, around));
    expect(exitCode).toBe(0);
    const [place] = read('corpus/added.jsonl')
      .split('\n')
      .flatMap((text, at) => (text.includes('"run-0002"') ? [at + 1] : []));
    const told = warned.split('\n').filter((text) => text.includes('corpus/'));
    expect(told).toEqual([`a case that was drawn from what was forgotten stays: remove corpus/added.jsonl:${place}`]);
  });
});

describe('pawl corpus check', () => {
  const check = (json = false) => say((around) => corpusCheckCommand({ config, json }, around));

  test('finds nothing wrong with cases that can be replayed', async () => {
    const { exitCode, said } = await check();
    expect(exitCode).toBe(0);
    expect(said).toBe('4 cases: 4 good ones, 0 stale ones; 0 retired ones; 0 unreadable lines');
  });

  test('tells stale cases by changed tools, tapes and expectations', async () => {
    const parts = [{ kind: 'tool_call', id: '1', name: 'look_up', arguments: {} }];
    const steps = [{ kind: 'model_call', model: 'm', response: { role: 'assistant', parts } }];
    repository.write({
      'tools/pay_back.json': payBackTool('order_id'),
      'corpus/a.jsonl': [
        line('a-1'),
        line('a-2', { recordings: [{ steps }] }),
        line('a-3', { recordings: [{ steps: [] }], expectations: [{ kind: 'tools_required', tools: ['look_up'] }] }),
        line('a-4', { status: 'retired' }),
        '{',
      ].join('\n'),
    });
    repository.git('rm', '--quiet', 'corpus/b.jsonl.gz');
    const { exitCode, said } = await check();
    expect(exitCode).toBe(4);
    await expect(said).toMatchFileSnapshot('golden/corpus-check.txt');
    const { said: json } = await check(true);
    expect(JSON.parse(json).cases.map((one: { stale: unknown[] }) => one.stale.length)).toEqual([1, 1, 2]);
  });

  test('notes slices that are defined otherwise by now', async () => {
    await store(join(repository.root, '.git/store'), [deskRun({ n: 1 })]);
    await say((around) =>
      corpusAddCommand('run-0001', { config, store: '.git/store', out: 'corpus/added.jsonl' }, around),
    );
    expect((await check()).said).not.toContain('defined otherwise');
    repository.write({ 'pawl.yml': SETTINGS.replace('tool_called, tool: pay_back', "tool_called, tool: 'pay_*'") });
    const { exitCode, said } = await check();
    expect(exitCode).toBe(0);
    expect(said).toContain('1 case in slices that are defined otherwise by now (refunds)');
  });

  test.each([null, '{ "name": '])(
    'finds no case good where the files that define the tools define none: %j',
    async (file) => {
      repository.write({ 'tools/pay_back.json': file });
      const { exitCode, said } = await check();
      expect(said).toContain('no contract was checked');
      expect(exitCode).toBe(4);
    },
  );

  test('says that it knows no tools where the settings name no files of them, and finds nothing wrong', async () => {
    repository.write({ 'tools/pay_back.json': null, 'pawl.yml': SETTINGS.replace(/files: \[[^\]]*\],? */, '') });
    const { exitCode, said } = await check();
    expect(said).toContain('no contract was checked');
    expect(exitCode).toBe(0);
  });
});
