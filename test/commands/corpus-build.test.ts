import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { corpusAddCommand } from '../../src/commands/corpus-add.ts';
import { corpusBuildCommand } from '../../src/commands/corpus-build.ts';
import type { Case } from '../../src/corpus/index.ts';
import { parseCaseLine } from '../../src/corpus/index.ts';
import { UserError } from '../../src/errors.ts';
import type { Span } from '../../src/trace/index.ts';
import { GitRepository } from '../git-repository.ts';
import { CHAT_SETTINGS, deskRun, hearing, RULES, store, type Told } from './corpus-desk.ts';
import { deskSpans, storeSpans } from './corpus-spans.ts';

let repository: GitRepository;
beforeEach(() => {
  repository = new GitRepository();
  repository.commit({ 'pawl.yml': CHAT_SETTINGS });
});
afterEach(() => repository.remove());

const OUT = 'corpus/drawn.jsonl';
const path = (name: string) => join(repository.root, name);
const options = { config: 'pawl.yml', store: '.git/store', out: OUT, size: '40', perSlice: '8', seed: '1' };

async function ingest(told: readonly Told[]): Promise<void> {
  await store(path('.git/store'), told.map(deskRun));
}

async function build(more: Partial<typeof options & { days: string; refit: boolean }> = {}, now?: string) {
  const heard = hearing(repository.root, now);
  const exitCode = await corpusBuildCommand({ ...options, ...more }, heard.surroundings);
  return { exitCode, said: heard.out.join('\n'), warned: heard.err.join('\n') };
}

async function add(id: string, more: Partial<typeof options> = {}) {
  const heard = hearing(repository.root);
  const exitCode = await corpusAddCommand(id, { ...options, ...more }, heard.surroundings);
  return { exitCode, said: heard.out.join('\n') };
}

function cases(name = OUT): Case[] {
  const lines = readFileSync(path(name), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const parsed = parseCaseLine(line);
    if (parsed.kind === 'problem') throw new Error(parsed.reason);
    return parsed.case;
  });
}

/** 200 runs over 4 days: 1 in 20 looks something up, 1 in 10 is gold. */
const TRAFFIC = Array.from(
  { length: 200 },
  (_, n): Told => ({ n, age: n % 4, tool: n % 20 === 7 ? 'look_up' : 'pay_back' }),
);

const faultOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => '',
    (error: unknown) => (error instanceof UserError ? error.message : String(error)),
  );

describe('pawl corpus build', () => {
  test('draws weighted cases of every slice, the newest first, and says what it did', async () => {
    await ingest([
      ...TRAFFIC,
      {
        n: 900,
        more: { outcomes: [{ name: 'reward', value: 0, passed: false, source: 'reward', explanation: null }] },
      },
      { n: 901, text: '' },
    ]);
    const { exitCode, said } = await build();
    expect(exitCode).toBe(0);
    await expect(said).toMatchFileSnapshot('golden/corpus-build.txt');
    const drawn = cases();
    const sum = (own: readonly Case[]) => own.reduce((total, { weight }) => total + weight, 0);
    const rate = (slice: string) => sum(drawn.filter(({ slices }) => slices.includes(slice))) / sum(drawn);
    expect(sum(drawn)).toBeCloseTo(202, 4);
    expect(rate('refunds')).toBeCloseTo(192 / 202, 6);
    expect(rate('tier: gold')).toBeCloseTo(21 / 202, 6);
    const times = drawn.map(({ source }) => source.recordedAt ?? '');
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test('keeps where each case comes from', async () => {
    await ingest(TRAFFIC.slice(0, 5));
    await build({ seed: 'spring' });
    const first = cases().find(({ id }) => id === 'run-0000');
    expect(first).toMatchObject({
      id: 'run-0000',
      status: 'active',
      source: {
        ...{ traceId: null, recordedAt: '2026-11-20T12:00:00.000Z', agentVersion: '1.0', model: 'm' },
        drawn: {
          ...{
            by: 'build',
            trajectoryId: 'run-0000',
            store: '.git/store',
            at: '2026-11-22T09:00:00.000Z',
            seed: 'spring',
          },
          sliceVersions: { refunds: expect.stringMatching(/^[0-9a-f]{12}$/), 'tier: gold': expect.any(String) },
          contentHash: first?.contentHash,
        },
      },
      input: { messages: [{ role: 'user', content: 'Pay back o-0 for customer 0' }] },
      recordings: [
        {
          output: 'done',
          steps: [
            { kind: 'model_call', model: 'm' },
            { name: 'pay_back', arguments: { order: 'o-0' } },
          ],
        },
      ],
    });
  });

  test('gives the same file for the same seed, and changes nothing when it is run again later', async () => {
    await ingest(TRAFFIC);
    await build();
    const text = readFileSync(path(OUT), 'utf8');
    await build({}, '2026-12-24T00:00:00.000Z');
    expect(readFileSync(path(OUT), 'utf8')).toBe(text);
    await build({ out: 'corpus/other.jsonl', seed: '2' });
    const ids = (name: string) => cases(name).map(({ id }) => id);
    expect(new Set(ids('corpus/other.jsonl')).intersection(new Set(ids(OUT))).size).toBe(0);
  });

  test('keeps what people did to the file: edits, retired and recorded cases', async () => {
    await ingest(TRAFFIC);
    await build();
    const lines = readFileSync(path(OUT), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [edited, retired, plain] = lines;
    edited.expectations = [{ kind: 'max_steps', limit: 9 }];
    retired.status = 'retired';
    const recorded = { v: 1, id: 'mine', slices: ['mine'], input: 1, recordings: [{ steps: [] }] };
    writeFileSync(path(OUT), [edited, retired, plain, recorded].map((line) => `${JSON.stringify(line)}\n`).join(''));
    const { said } = await build({ seed: 'another', size: '10', perSlice: '1' });
    const after = new Map(cases().map((one) => [one.id, one]));
    expect(after.get(edited.id)?.expectations).toEqual([{ kind: 'max_steps', limit: 9 }]);
    expect(after.get(retired.id)?.status).toBe('retired');
    expect(after.get('mine')?.slices).toEqual(['mine']);
    expect(after.has(plain.id)).toBe(false);
    expect(said).toContain('3 kept as they were, 1 dropped');
  });

  test('gives agents that take something else than a conversation what case_input says', async () => {
    repository.write({ 'pawl.yml': `${CHAT_SETTINGS}case_input: { text: $text }\n` });
    await ingest(TRAFFIC);
    await build({ size: '3' });
    expect(cases().map(({ input }) => input)).toContainEqual({ text: expect.stringMatching(/^Pay back o-\d+/) });
    repository.write({ 'pawl.yml': `${CHAT_SETTINGS}case_input: { text: $question }\n` });
    expect(await faultOf(build())).toContain(
      'case_input: expected $messages or $text as a whole text, received $question',
    );
  });

  test('draws from the newest days alone where it is told to', async () => {
    await ingest(TRAFFIC);
    const { said } = await build({ days: '3' });
    expect(said).toContain('from 150 trajectories, 2026-11-18 to 2026-11-20');
    expect(cases().every(({ source }) => (source.recordedAt ?? '') > '2026-11-18')).toBe(true);
  });

  test('leaves out near-duplicates and what cannot be replayed, and counts both', async () => {
    const text = 'My order arrived broken and I would like to have all of my money back as soon as you can, please';
    await ingest([
      ...Array.from({ length: 6 }, (_, n): Told => ({ n: n + 1, age: n, tool: null, text })),
      {
        n: 11,
        more: {
          steps: deskRun({ n: 11 }).steps.map((one) =>
            one.kind === 'tool_call' ? { ...one, outcome: { kind: 'unknown' } } : one,
          ),
        },
      },
    ]);
    const { said } = await build();
    expect(cases().map(({ id, weight }) => [id, weight])).toEqual([['run-0001', 7]]);
    expect(said).toContain('5 near-duplicates left out');
    expect(said).toContain('no case: 1: the result of a tool call was not recorded');
    expect(said).toContain('no case stands for refunds');
  });

  test('makes no case of a trace of which the store could keep only a part', async () => {
    const [root, ...steps] = deskSpans(1);
    const more = { ...deskSpans(3)[2], traceId: root?.traceId, parentSpanId: root?.spanId } as Span;
    const spans = [...(root === undefined ? [] : [root]), ...steps, more, ...deskSpans(2)];
    await storeSpans(path('.git/store'), spans, { traceRecords: 4 });
    const { said } = await build();
    expect(cases().map(({ id }) => id)).toEqual([deskSpans(2)[0]?.traceId]);
    expect(said).toContain('no case: 1: a part of its trace was not kept');
    expect(await faultOf(add(root?.traceId ?? ''))).toContain('it makes no case: a part of its trace was not kept');
  });

  test('finds text clusters once, and again only when asked', async () => {
    const clusters = `${CHAT_SETTINGS.replace(RULES, '')}slices: [{ kind: text_clusters, clusters: 2 }]\n`;
    repository.commit({ 'pawl.yml': clusters });
    const topics = ['parcel courier tracking delivery late', 'password login account locked reset'];
    const told = (from: number, count: number) =>
      Array.from(
        { length: count },
        (_, i): Told => ({ n: from + i, text: `${topics[i % 2]} ${i % 3 === 0 ? 'please' : 'hello'} o-${i}` }),
      );
    await ingest(told(0, 60));
    const { said } = await build();
    expect(said).toMatch(/\.pawl\/text-clusters\.json: 2 clusters of 60 texts .*commit it/);
    const file = readFileSync(path('.pawl/text-clusters.json'), 'utf8');
    const names = new Set(cases().flatMap(({ slices }) => slices));
    await ingest(told(100, 10));
    expect((await build()).said).not.toContain('clusters.json');
    expect(readFileSync(path('.pawl/text-clusters.json'), 'utf8')).toBe(file);
    expect((await build({ refit: true })).said).toContain('2 clusters of 70 texts');
    expect(new Set(cases().flatMap(({ slices }) => slices))).toEqual(names);
  });

  test('takes out what the settings redact', async () => {
    repository.commit({ 'pawl.yml': `${CHAT_SETTINGS}redaction: { kinds: [email] }\n` });
    await ingest([{ n: 1, text: 'Write to jo@example.com about o-1' }]);
    const { said } = await build();
    expect(readFileSync(path(OUT), 'utf8')).not.toContain('jo@example.com');
    expect(said).toContain('redacted: 1 email');
  });

  test('draws nothing from a store that holds nothing to draw, and says so by its exit code', async () => {
    await ingest([{ n: 1, text: '' }]);
    const { exitCode, said } = await build();
    expect(exitCode).toBe(4);
    expect(said).toContain('0 cases from 1 trajectory');
    expect(said).not.toContain('no glob');
  });

  test('that draws nothing leaves the file as it is, and does not say that it dropped its cases', async () => {
    await ingest([{ n: 1, text: 'Where is o-1?' }]);
    await build();
    const before = readFileSync(path(OUT));
    rmSync(path('.git/store'), { recursive: true });
    await ingest([{ n: 2, text: '' }]);
    const { exitCode, said } = await build();
    expect(exitCode).toBe(4);
    expect(said).toMatch(/^.*: 1 case from 1 trajectory.*\n.* 1 kept as they were, 0 dropped$/m);
    expect(readFileSync(path(OUT))).toEqual(before);
  });

  test('does not overwrite lines that it cannot read, and needs a store and numbers', async () => {
    await ingest(TRAFFIC.slice(0, 3));
    repository.write({ [OUT]: '{"v":2}\n' });
    expect(await faultOf(build())).toMatch(/drawn\.jsonl:1: .*expected case format/);
    expect(await faultOf(build({ out: 'corpus/new.jsonl', store: '.git/none' }))).toContain(
      'there is no traffic store',
    );
    expect(await faultOf(build({ size: 'many' }))).toMatch(/--size: expected a whole number from 1 up, received many/);
  });

  test('notes a file that the gate would not read', async () => {
    await ingest(TRAFFIC.slice(0, 3));
    expect((await build({ out: 'elsewhere.jsonl' })).said).toContain('no glob under corpus names elsewhere.jsonl');
    expect((await build()).said).not.toContain('no glob');
  });
});

describe('pawl corpus add', () => {
  test('makes a case of one trajectory, beside those there are', async () => {
    await ingest(TRAFFIC);
    repository.write({ [OUT]: '{"v":1,"id":"mine","input":1,"recordings":[{"steps":[]}]}\n' });
    const { exitCode, said } = await add('run-0027');
    expect({ exitCode, said }).toEqual({ exitCode: 0, said: `${OUT}: run-0027 added (tier: plain)` });
    const [mine, added] = cases();
    expect(mine?.id).toBe('mine');
    expect(added).toMatchObject({ weight: 1, source: { drawn: { by: 'add', seed: null } } });
    expect(await faultOf(add('run-0027'))).toMatch(/a case already: .*drawn\.jsonl:2, active/);
    expect(await faultOf(add('run-9999'))).toContain('the traffic store has no such trajectory');
  });

  test('is quarantined where an outcome says that it went wrong', async () => {
    const outcomes = [{ name: 'reward', value: 0, passed: false, source: 'reward' as const, explanation: null }];
    await ingest([{ n: 1, more: { outcomes } }]);
    expect((await add('run-0001')).said).toContain('quarantined: an outcome says');
    expect(cases()[0]?.status).toBe('quarantined');
  });

  test('stays when a corpus is built into the same file', async () => {
    await ingest(TRAFFIC);
    await add('run-0019');
    await build({ size: '1', perSlice: '0' });
    await build({ size: '1', perSlice: '0', seed: '2' });
    expect(cases().map(({ id }) => id)).toContain('run-0019');
    expect(cases()).toHaveLength(2);
  });
});
