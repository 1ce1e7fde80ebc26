import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BackfillOptions, backfillCommand } from '../../src/commands/backfill.ts';
import { behaviour, bringUpToDate, EVERYTHING, resultFolder } from '../../src/commands/backfill-days.ts';
import { statusCommand } from '../../src/commands/status.ts';
import { compactCommand } from '../../src/commands/traffic.ts';
import { trafficHistory, trafficProjection } from '../../src/commands/traffic-store.ts';
import { TrafficStore } from '../../src/corpus/index.ts';
import { asItIs, filesIn, ingest, never } from '../corpus/traffic/open.ts';
import { GitRepository } from '../git-repository.ts';
import { CHAT_SETTINGS, deskRun, hearing, store } from './corpus-desk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pawl-today-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const TOOL_RULE = '{ kind: rule, name: refunds, when: { kind: tool_called, tool: pay_back } }';
const LENGTH = '{ kind: length, bounds: [2] }';
const slices = (...rules: string[]): void =>
  writeFileSync(join(folder, 'pawl.yml'), `version: 1\nslices: [${rules.join(', ')}]\n`);
const results = () => join(folder, 'store/knowledge/backfill/behaviour');

async function backfill(more: Partial<BackfillOptions> = {}): Promise<string> {
  const heard = hearing(folder);
  expect(await backfillCommand({ store: 'store', ...more }, heard.surroundings)).toBe(0);
  return heard.out.join('\n');
}

/** Heads and groups of all days. */
function content() {
  const lines = readdirSync(results()).map((name) => gunzipSync(readFileSync(join(results(), name))).toString());
  const days = lines.map((text) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );
  return {
    heads: days.map(([head]) => head),
    groups: days.map(([, ...groups]) => groups),
  };
}

/** In how many trajectories of each slice, over all days. */
function traffic(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { group, trajectories } of content().groups.flat())
    if (group.kind === 'slice') counts[group.name] = (counts[group.name] ?? 0) + trajectories;
  return counts;
}

const RUNS = [0, 1, 2].flatMap((age) =>
  [0, 1, 2, 3].map((n) => deskRun({ n: age * 10 + n, age, tool: n === 0 ? null : n === 1 ? 'look_up' : 'pay_back' })),
);

describe('history in the slices of now', () => {
  test('is counted by the definitions that stand today, over all of the past, which stays as it is', async () => {
    await store(join(folder, 'store'), RUNS);
    const before = filesIn(join(folder, 'store/traffic'));
    slices(TOOL_RULE);
    expect(await backfill()).toMatch(/readers 1, slices [0-9a-f]{12}\): 3 days, 12 trajectories\n {2}3 scanned/);
    expect(traffic()).toEqual({ refunds: 6 });
    const [first] = content().heads;
    expect(first.by).toEqual({ name: 'behaviour', version: '1', readers: '1', slices: expect.any(String) });
    expect(await backfill()).toMatch(/0 scanned, 3 known/);

    // A rule that is new is seen over the whole past, and changes no file of it.
    slices(TOOL_RULE, LENGTH);
    expect(await backfill()).toMatch(/3 scanned, 0 known/);
    expect(traffic()).toEqual({ refunds: 6, 'steps: 0 to 1': 3, 'steps: 2 and more': 9 });
    expect(content().heads[0].by.slices).not.toBe(first.by.slices);
    expect(filesIn(join(folder, 'store/traffic'))).toEqual(before);

    // Ingested once more, the tables keep the slices that they had, and nobody is misled by that.
    await store(join(folder, 'store'), RUNS);
    expect(filesIn(join(folder, 'store/traffic'))).toEqual(before);
    expect(await backfill()).toMatch(/0 scanned, 3 known/);
  });

  test('is what drift and status look at, too', async () => {
    const repository = new GitRepository();
    try {
      repository.commit({ 'pawl.yml': CHAT_SETTINGS });
      await store(join(repository.root, '.git/store'), RUNS);
      const heard = hearing(repository.root);
      expect(await statusCommand({ store: '.git/store', accepted: [], ref: 'HEAD' }, heard.surroundings)).toBe(0);
      expect(heard.out.join('\n')).toMatch(/slice refunds/i);
    } finally {
      repository.remove();
    }
  });

  test('says the same from tables that are by these definitions as from the recordings', async () => {
    await store(join(folder, 'store'), RUNS);
    slices(TOOL_RULE, LENGTH);
    await backfill();
    const made = content().groups;
    expect(await compactCommand({ store: 'store' }, hearing(folder).surroundings)).toBe(0);
    const { reader, projection } = await trafficHistory({ store: join(folder, 'store') }, hearing(folder).surroundings);
    expect(await reader.isCurrent('2026-11-20', projection)).toBe(true);
    expect(await backfill()).toMatch(/3 scanned, 0 known/);
    expect(content().groups).toEqual(made);
  });

  test('is read by the readers of today, also where those of then understood nothing', async () => {
    const projection = { ...trafficProjection, assemble: () => [], readersVersion: 'old' };
    const span = (id: string, parent: string | null, attributes: Record<string, string>) => ({
      ...{
        traceId: 'a'.repeat(32),
        spanId: id,
        parentSpanId: parent,
        name: id,
        scope: { name: 'gen_ai', version: null },
      },
      ...{ resource: {}, attributes, events: [], startUs: 1_795_176_000_000_000, endUs: 1_795_176_000_900_000 },
      status: { code: 'unset', message: null } as const,
    });
    const spans = [
      span('b'.repeat(16), null, { 'gen_ai.operation.name': 'invoke_agent' }),
      span('c'.repeat(16), 'b'.repeat(16), { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'm' }),
    ];
    const traffic = await TrafficStore.open(join(folder, 'store'), { projection, redactorOf: () => asItIs });
    for (const one of spans) traffic.add({ kind: 'span', span: one });
    await traffic.fold(never);
    traffic.close();
    const { reader } = await trafficHistory({ store: join(folder, 'store') }, hearing(folder).surroundings);
    const rows = [];
    for await (const group of reader.table('trajectories', ['id'], null)) rows.push(group.rows);
    expect(rows).toEqual([]);
    expect(await backfill()).toMatch(/1 day, 1 trajectory\n {2}1 scanned/);
    expect(content().groups[0]?.[0].categories.model).toEqual({ m: 1 });
    // Compacted, the tables have it as well.
    expect(await compactCommand({ store: 'store' }, hearing(folder).surroundings)).toBe(0);
    for await (const group of reader.table('trajectories', ['id'], null)) rows.push(group.rows);
    expect(rows).toEqual([1]);
  });

  test('is scanned again where a result does not say by which readers and slices it is', async () => {
    await store(join(folder, 'store'), RUNS);
    await backfill();
    const name = 'day=2026-11-20.jsonl.gz';
    const path = join(results(), name);
    const text = gunzipSync(readFileSync(path)).toString();
    const older = text.replace('day v2', 'day v1').replace(/,"readers":"[^"]*","slices":"[^"]*"/, '');
    expect(older).toContain('"by":{"name":"behaviour","version":"1"}');
    writeFileSync(path, gzipSync(older));
    expect(await backfill()).toMatch(/1 scanned, 2 known/);
    expect(gunzipSync(readFileSync(path)).toString()).toBe(text);
  });
});

describe('hard cases of history', () => {
  test('a day that was ended in its middle leaves no result, and the days before it stay', async () => {
    await store(join(folder, 'store'), RUNS);
    const ending = new AbortController();
    const surroundings = { ...hearing(folder).surroundings, signal: ending.signal };
    const history = await trafficHistory({ store: 'store' }, surroundings);
    const slow: typeof behaviour = {
      id: behaviour.id,
      scan: (of, day, signal) => {
        if (day === '2026-11-19') ending.abort();
        return behaviour.scan(of, day, signal);
      },
    };
    const kept = resultFolder('store', behaviour.id, surroundings);
    const { finished } = await bringUpToDate(history, slow, kept, EVERYTHING, surroundings);
    expect([finished, kept.days()]).toEqual([false, ['2026-11-18']]);
    expect(await backfill()).toMatch(/2 scanned, 1 known/);
  });

  test('a store in which nothing lies yet says so', async () => {
    await ingest(join(folder, 'store'), []);
    const heard = hearing(folder);
    expect(await backfillCommand({ store: 'store' }, heard.surroundings)).toBe(4);
    expect(heard.out.join('\n')).toMatch(/0 days, 0 trajectories\n.*\nthere is no traffic on any day/);
  });

  test('a clock that is years ahead is told, and is no day of the history of a rate', async () => {
    const ahead = deskRun({ n: 999, age: -9000 });
    const usual = Array.from({ length: 120 }, (_, n) => deskRun({ n, age: n % 3 }));
    await store(join(folder, 'store'), [...usual, ahead]);
    writeFileSync(join(folder, 'paid.yml'), 'version: 1\nname: paid\nthat: { kind: tool_called, tool: pay_back }\n');
    const told = await backfill({ hypothesis: 'paid.yml' });
    expect(told).toContain('4 days, 121 trajectories');
    expect(told).toContain('1 trajectory of clocks that are ahead are left out');
    expect(told).not.toMatch(/no traffic on|^20[345]/m);
  });
});
