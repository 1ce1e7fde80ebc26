import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayText, writeStore } from '../../evals/backfill/store.ts';
import { emptyTrajectory } from '../corpus/traffic/desk.ts';
import { ingest, openDesk } from '../corpus/traffic/open.ts';
import { pawl, pawlHere, startPawl } from './pawl.ts';

const DAYS = 6;
let home: string;
let folder: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'pawl-backfill-'));
  await writeStore(join(home, 'store'), { seed: 'test', trajectories: 1200, days: DAYS });
});
afterAll(() => rmSync(home, { recursive: true }));
beforeEach(() => {
  folder = mkdtempSync(join(home, 'run-'));
  cpSync(join(home, 'store'), join(folder, 'store'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const backfill = (...args: string[]) => pawlHere(folder, ['backfill', ...args]);
const results = (store: string, name = 'behaviour') => join(folder, store, 'knowledge/backfill', name);

function contentOf(store: string, name?: string): Record<string, string> {
  // A crash may leave a piece of a file behind, under another name.
  const files = readdirSync(results(store, name)).filter((file) => file.endsWith('.jsonl.gz'));
  return Object.fromEntries(
    files.map((file) => [file, gunzipSync(readFileSync(join(results(store, name), file))).toString()]),
  );
}

const HYPOTHESIS = `version: 1
name: failed-twice
says: A tool failed at least twice in one run.
of: { kind: column, column: tool_calls, from: 1 }
that: { kind: step, where: [{ column: error, matches: timeout }], at_least: 2 }
`;

describe('pawl backfill', () => {
  test('scans each day once, and again only when its files or what it computes have changed', async () => {
    const first = await pawl(folder, ['backfill', '--store', 'store']);
    expect(first).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(
        /^behaviour \(version 1, readers 1, slices [0-9a-f]{12}\): 6 days, 1,200 trajectories\n {2}6 scanned, 0 known$/m,
      ),
    });
    const before = contentOf('store');
    expect(await backfill('--store', 'store')).toMatchObject({ stdout: expect.stringMatching(/0 scanned, 6 known/) });

    // One more part on one day
    await writeStore(join(folder, 'more'), { seed: 'more', trajectories: 10, days: 1 });
    for (const table of ['raw', 'trajectories', 'steps']) {
      const day = `traffic/${table}/day=${dayText(0)}`;
      for (const file of readdirSync(join(folder, 'more', day)))
        cpSync(join(folder, 'more', day, file), join(folder, 'store', day, file.replace('000001', '000900')));
    }
    expect(await backfill('--store', 'store')).toMatchObject({ stdout: expect.stringMatching(/1 scanned, 5 known/) });
    const after = contentOf('store');
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed).toEqual([`day=${dayText(0)}.jsonl.gz`]);
  });

  test('takes a range of days, and writes what it knows of them', async () => {
    const ran = await backfill(
      '--store',
      'store',
      '--since',
      dayText(1),
      '--until',
      dayText(3),
      '--json',
      'table.jsonl',
    );
    expect(ran).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/3 days, 600 trajectories\n {2}3 scanned/),
    });
    const lines = readFileSync(join(folder, 'table.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.filter(({ format }) => format === 'pawl backfill day v2').map(({ day }) => day)).toEqual(
      [1, 2, 3].map(dayText),
    );
    expect(lines.find(({ group }) => group?.kind === 'all')).toMatchObject({
      trajectories: 200,
      rates: { success: expect.anything() },
    });
  });

  test('gives the same files from any number of shards', async () => {
    await backfill('--store', 'store');
    const shards = [1, 2].map((number) => `shard-${number}`);
    for (const [at, shard] of shards.entries()) {
      cpSync(join(home, 'store'), join(folder, shard), { recursive: true });
      await backfill('--store', shard, '--shard', `${at + 1}/2`);
    }
    const merged = await backfill('merge', ...shards, '--store', 'merged');
    expect(merged).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^behaviour: 6 days from 2 shards, 6 of them new/),
    });
    expect(contentOf('merged')).toEqual(contentOf('store'));

    // The same day from two different stores
    rmSync(results('shard-1'), { recursive: true });
    await writeStore(join(folder, 'shard-5'), { seed: 'other', trajectories: 60, days: DAYS });
    await backfill('--store', 'shard-5');
    expect(await backfill('merge', 'shard-2', 'shard-5', '--store', 'merged')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/say different things of 2026-06-0\d: their traffic stores differ/),
    });
  });

  test('recovers the rate of a hypothesis over time, in all traffic and in each group', async () => {
    writeFileSync(join(folder, 'twice.yml'), HYPOTHESIS);
    const { stdout, exitCode } = await backfill('--store', 'store', '--hypothesis', 'twice.yml');
    expect(exitCode).toBe(0);
    await expect(
      stdout.replace(/version [0-9a-f]{12}/, 'version V').replace(/slices [0-9a-f]{12}/, 'slices S'),
    ).toMatchFileSnapshot('golden/backfill-hypothesis.txt');
    const again = await backfill('--store', 'store', '--hypothesis', 'twice.yml');
    expect(again.stdout).toMatch(/0 scanned, 6 known/);
    writeFileSync(join(folder, 'twice.yml'), HYPOTHESIS.replace('at_least: 2', 'at_least: 3'));
    expect((await backfill('--store', 'store', '--hypothesis', 'twice.yml')).stdout).toMatch(/6 scanned, 0 known/);
  });

  test('asks the recordings themselves for texts, with the condition of a slice as it stands', async () => {
    const answered = (id: string, output: string) => ({
      kind: 'trajectory' as const,
      trajectory: { ...emptyTrajectory(id), startUs: Date.parse(`${dayText(0)}T12:00:00Z`) * 1000, output },
    });
    await ingest(join(folder, 'desk'), [
      answered('a', 'I am sorry, no.'),
      answered('b', 'Done.'),
      answered('c', 'Sorry!'),
    ]);
    const when =
      '{ kind: any, of: [{ kind: text_matches, pattern: sorry, in: answer }, { kind: tool_failed, tool: "*" }] }';
    writeFileSync(join(folder, 'sorry.yml'), `version: 1\nname: sorry\nthat: ${when}\n`);
    const { stdout, exitCode } = await backfill('--store', 'desk', '--hypothesis', 'sorry.yml');
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^2026-06-01 +3 +2 +66\.7%/m)]);
  });

  test('names every fault of a hypothesis with its line', async () => {
    writeFileSync(
      join(folder, 'bad.yml'),
      'version: 1\nname: Bad name\nthat:\n  kind: step\n  where:\n    - { column: cost_usd, from: 1 }\n',
    );
    const { exitCode, stderr } = await backfill('--store', 'store', '--hypothesis', 'bad.yml');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/bad\.yml:2: name: /);
    expect(stderr).toMatch(/bad\.yml:6: .*cost_usd/);
    writeFileSync(
      join(folder, 'bad.yml'),
      'version: 1\nname: a\nthat: { kind: column, column: model, matches: "(a+)+" }\n',
    );
    expect((await backfill('--store', 'store', '--hypothesis', 'bad.yml')).stderr).toMatch(
      /bad\.yml:3: that\.matches: /,
    );
  });

  test.each([
    [['--since', 'yesterday'], /--since: expected a day such as 2026-11-20, received yesterday/],
    [['--shard', '3/2'], /--shard: .*received 3\/2/],
    [['--shard', '0/2'], /--shard/],
    [['--hypothesis', 'none.yml'], /none\.yml: could not be read/],
  ])('refuses %j', async (args, message) => {
    expect(await backfill('--store', 'store', ...args)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(message),
    });
  });
});

describe('pawl backfill in hard cases', () => {
  test('goes on after a crash, with the days that were done', async () => {
    const running = startPawl(folder, ['backfill', '--store', 'store']);
    const isBegun = () => {
      try {
        return readdirSync(results('store')).length > 0;
      } catch {
        return false;
      }
    };
    for (let waits = 0; !isBegun() && waits < 2000; waits += 1) await new Promise((wake) => setTimeout(wake, 2));
    running.child.kill('SIGKILL');
    await running.ended;
    const resumed = await backfill('--store', 'store');
    expect(resumed.exitCode).toBe(0);
    cpSync(join(home, 'store'), join(folder, 'whole'), { recursive: true });
    await backfill('--store', 'whole');
    expect(contentOf('store')).toEqual(contentOf('whole'));
  });

  test('says so where there is no store, and where there is no traffic on the days that were asked for', async () => {
    expect(await backfill('--store', 'nowhere')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/no traffic store here/),
    });
    expect(await backfill('--store', 'store', '--since', '2030-01-01')).toMatchObject({
      exitCode: 4,
      stdout: expect.stringMatching(/no traffic on any day that was asked for/),
    });
  });

  test('names the days without traffic, and counts what comes late or without a time', async () => {
    const run = (id: string, day: number | null) => ({
      kind: 'trajectory' as const,
      trajectory: {
        ...emptyTrajectory(id),
        startUs: day === null ? null : Date.parse(`${dayText(day)}T12:00:00Z`) * 1000,
      },
    });
    await ingest(join(folder, 'desk'), [run('a', 0), run('b', 3), run('c', null)]);
    const first = await backfill('--store', 'desk');
    expect(first.stdout).toMatch(
      /2 days, 2 trajectories\n {2}2 scanned, 0 known\n {2}no traffic on 2 days in between: 2026-06-02, 2026-06-03\n {2}traffic without a time is in no day/,
    );
    // A late one, and the whole of a day once more
    await ingest(join(folder, 'desk'), [run('late', 0), run('b', 3)]);
    const second = await backfill('--store', 'desk');
    expect(second.stdout).toMatch(/2 days, 3 trajectories/);
  });

  test('takes a renamed tool for another one, and forgets what the store forgets', async () => {
    const run = (id: string, tool: string) => ({
      kind: 'trajectory' as const,
      trajectory: {
        ...emptyTrajectory(id),
        startUs: Date.parse(`${dayText(0)}T12:00:00Z`) * 1000,
        steps: [
          {
            kind: 'tool_call' as const,
            id: null,
            name: tool,
            arguments: { id: 1 },
            outcome: { kind: 'result' as const, value: 1 },
            agent: [],
            startUs: null,
            durationMs: null,
            sources: [],
          },
        ],
      },
    });
    await ingest(join(folder, 'desk'), [run('a', 'get'), run('b', 'get'), run('c', 'fetch')]);
    const used = async () => {
      await backfill('--store', 'desk');
      const [head, all] = (contentOf('desk')[`day=${dayText(0)}.jsonl.gz`] ?? '').split('\n');
      expect(head).toContain('"version":"1"');
      return JSON.parse(all ?? '').categories.tool;
    };
    expect(await used()).toEqual({ get: 2, fetch: 1 });
    const store = await openDesk(join(folder, 'desk'));
    await store.forget('trace', 'c', new AbortController().signal);
    store.close();
    expect(await used()).toEqual({ get: 2 });
    const environment = { PAWL_REDACTION_KEY: '' }; // the store has made its own
    const forget = (id: string) => pawl(folder, ['forget', id, '--store', 'desk'], { environment });
    expect(await forget('b')).toMatchObject({ exitCode: 0 });
    expect(contentOf('desk'), 'nothing that is forgotten waits for the next scan').toEqual({});
    expect(await used()).toEqual({ get: 1 });
    await forget('a');
    expect(contentOf('desk')).toEqual({});
  });

  test('refuses a result that is damaged or from another version, and says what to do', async () => {
    await backfill('--store', 'store');
    writeFileSync(join(results('store'), `day=${dayText(2)}.jsonl.gz`), 'broken');
    expect(await backfill('--store', 'store')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(
        /day=2026-06-03\.jsonl\.gz: could not be read: .*\n {2}remove the file: "pawl backfill" scans the day again/,
      ),
    });
  });
});
