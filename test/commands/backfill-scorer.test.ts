import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BackfillOptions, backfillCommand } from '../../src/commands/backfill.ts';
import { backfillMergeCommand } from '../../src/commands/backfill-merge.ts';
import { deskRun, hearing, store } from './corpus-desk.ts';

let home: string;
let folder: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'pawl-scorer-'));
  // Ten days: of eight runs a day, two pay back on the first five and six on the others; one has no recorded answer.
  const runs = Array.from({ length: 80 }, (_, at) => {
    const [age, n] = [Math.floor(at / 8), at % 8];
    const tool = n < (age >= 5 ? 2 : 6) ? 'pay_back' : 'look_up';
    return deskRun({ n: at, age, tool, more: n === 7 ? { output: null } : { output: `done with ${tool}` } });
  });
  await store(join(home, 'store'), runs);
});
afterAll(() => rmSync(home, { recursive: true }));
beforeEach(() => {
  folder = mkdtempSync(join(home, 'run-'));
  cpSync(join(home, 'store'), join(folder, 'store'), { recursive: true });
  const rule = '{ kind: rule, name: refunds, when: { kind: tool_called, tool: pay_back } }';
  writeFileSync(join(folder, 'pawl.yml'), `version: 1\nslices: [${rule}]\n`);
});

const ask = (scorer: string, more = ''): void =>
  writeFileSync(join(folder, 'asked.yml'), `version: 1\nname: asked\n${more}scorer: ${scorer}\n`);

async function backfill(more: Partial<BackfillOptions> = {}): Promise<string> {
  const heard = hearing(folder);
  const code = await backfillCommand({ store: 'store', hypothesis: 'asked.yml', ...more }, heard.surroundings);
  expect(code).toBe(0);
  return heard.out.join('\n');
}

function contentOf(name: string): Record<string, string> {
  const below = join(folder, name, 'knowledge/backfill/hypothesis-asked');
  const files = readdirSync(below).map((file) => [file, gunzipSync(readFileSync(join(below, file))).toString()]);
  return Object.fromEntries(files);
}

const ANSWERED = '{ kind: output_contains, text: pay_back }';

describe('a scorer as a hypothesis', () => {
  test('gives its pass rate by day and slice with intervals, and counts what it cannot tell', async () => {
    ask(ANSWERED, 'says: The answer says that money was paid back.\n');
    const told = await backfill({ json: 'rates.jsonl' });
    const versionless = told.replace(/version [0-9a-f]{12}/, 'version V').replace(/slices [0-9a-f]{12}/, 'slices S');
    await expect(versionless).toMatchFileSnapshot('golden/backfill-scorer.txt');
    const lines = readFileSync(join(folder, 'rates.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const rates = lines.flatMap(({ rate }) => rate ?? []);
    expect(rates.filter(({ group }) => group.kind === 'all')).toHaveLength(10);
    expect(rates.find(({ group, day }) => group.kind === 'slice' && day === '2026-11-20')).toEqual({
      ...{ group: { kind: 'slice', name: 'refunds' }, day: '2026-11-20' },
      ...{ trials: 6, successes: 6, undetermined: 0, limits: { low: expect.closeTo(0.61, 2), high: 1 } },
    });
  });

  test('is asked among the trajectories that it is about', async () => {
    ask(ANSWERED, 'of: { kind: tool_called, tool: look_up }\n');
    expect(await backfill()).toMatch(/^all traffic +30 +0 +0\.0%/m);
  });

  test('gives the same from any number of shards, and is scanned once', async () => {
    ask(ANSWERED);
    await backfill();
    for (const number of [1, 2]) {
      cpSync(join(home, 'store'), join(folder, `shard-${number}`), { recursive: true });
      await backfill({ store: `shard-${number}`, shard: `${number}/2` });
    }
    const heard = hearing(folder);
    const merge = { store: 'merged', hypothesis: 'asked.yml' };
    expect(await backfillMergeCommand(['shard-1', 'shard-2'], merge, heard.surroundings)).toBe(0);
    expect(contentOf('merged')).toEqual(contentOf('store'));
    expect(await backfill()).toMatch(/0 scanned, 10 known/);
    writeFileSync(join(folder, 'other.yml'), 'version: 1\nslices: [{ kind: tool_set }]\n');
    await backfill({ store: 'shard-2', shard: '2/2', config: 'other.yml' });
    const refused = backfillMergeCommand(['shard-1', 'shard-2'], merge, heard.surroundings);
    await expect(refused).rejects.toThrow(/readers 1, slices [0-9a-f]{12}\), .* merge one definition at a time/);
    ask('{ kind: output_contains, text: look_up }');
    expect(await backfill()).toMatch(/10 scanned, 0 known/);
    expect(Object.keys(contentOf('store'))).toHaveLength(10);
  });

  test('is asked again where other tools change no state by now', async () => {
    ask('{ kind: answer_supported }');
    await backfill();
    expect(await backfill()).toMatch(/0 scanned/);
    writeFileSync(join(folder, 'other.yml'), 'version: 1\ntools: { files: [], read_only: [look_up] }\n');
    expect(await backfill({ config: 'other.yml' })).toMatch(/10 scanned/);
  });

  test('keeps rows, steps and recordings together on a day of many runs', async () => {
    const tools = ['pay_back', 'look_up', null] as const;
    const runs = Array.from({ length: 900 }, (_, n) => deskRun({ n, tool: tools[n % 3] ?? null, text: `order ${n}` }));
    await store(join(folder, 'many'), runs);
    const texts =
      '{ kind: all, of: [{ kind: text_matches, pattern: "order \\\\d*[05]$" }, { kind: column, column: tool_calls, is: [1] }] }';
    const asked = `version: 1\nname: asked\nof: ${texts}\nthat: { kind: step, where: [{ column: tool, is: [pay_back] }] }\n`;
    writeFileSync(join(folder, 'asked.yml'), asked);
    const about = runs.filter((_, n) => n % 5 === 0 && n % 3 < 2);
    const holds = runs.filter((_, n) => n % 5 === 0 && n % 3 === 0);
    expect(await backfill({ store: 'many' })).toMatch(
      new RegExp(`^all traffic +${about.length} +${holds.length} `, 'm'),
    );
  });

  test('is given up on a text that its pattern takes too long for', async () => {
    writeFileSync(
      join(folder, 'asked.yml'),
      'version: 1\nname: asked\nscorer: { kind: output_matches, pattern: "^(a|a)*$" }\n',
    );
    await store(join(folder, 'few'), [deskRun({ n: 1, more: { output: `${'a'.repeat(40)}b` } })]);
    expect(await backfill({ store: 'few' })).toMatch(
      /^not determined.* 1 trajectory: the pattern takes longer than 200 ms/m,
    );
  });
});
