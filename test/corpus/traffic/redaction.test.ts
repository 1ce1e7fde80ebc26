import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TrafficRecord, TrafficStore } from '../../../src/corpus/index.ts';
import { recordRedactor } from '../../../src/corpus/traffic/redact-record.ts';
import { REDACTION_KINDS, redactor } from '../../../src/trace/index.ts';
import { emptyTrajectory, logOf, recordsOf, spansOf, traceIdOf } from './desk.ts';
import { contentOf, filesIn, never, projection, rowsIn } from './open.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pawl-redaction-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const redactorOf = (key: string, paths: readonly string[] = []) =>
  redactor({ key, kinds: REDACTION_KINDS, patterns: [], paths, withinTime: (act) => act() });

function open(key: string | null, paths: readonly string[] = []): Promise<TrafficStore> {
  return TrafficStore.open(directory, { projection, key, redactorOf: (made) => redactorOf(made, paths) });
}

async function ingest(key: string | null, user: string, id: number): Promise<void> {
  const store = await open(key);
  for (const record of recordsOf({ id, user, text: `I am ${user}` })) store.add(record);
  await store.fold(never);
  store.close();
}

const KIM = 'kim@example.com';

test('nothing personal reaches the disk: not what waits, no table, no raw file', async () => {
  const store = await open(null);
  for (const record of recordsOf({ id: 1, user: KIM, text: `I am ${KIM}, key sk-ant-0123456789abc` }))
    store.add(record);
  store.keep();
  const waiting = [...filesIn(join(directory, 'traffic/inbox')).values()].map(String).join('');
  expect(waiting).toMatch(/I am <email:[0-9a-f]{12}>, key \[redacted:anthropic-key\]/);
  await store.fold(never);
  store.close();
  const content = await contentOf(directory);
  expect(JSON.stringify(content)).toContain('[redacted:anthropic-key]');
  expect(waiting + JSON.stringify(content)).not.toMatch(/kim@|sk-ant/);
  expect(store.redactor.report().map(({ kind, count }) => [kind, count])).toEqual([
    ['anthropic-key', 1],
    ['email', 1],
    ['email', 1],
  ]);
});

test('one person has one pseudonym, however many runs: without a key of the user the store keeps its own', async () => {
  await ingest(null, KIM, 1);
  await ingest(null, KIM, 2);
  await ingest(null, 'lee@example.com', 3);
  const users = (await rowsIn(directory, 'trajectories')).map(({ user_id }) => user_id);
  expect(new Set(users).size).toBe(2);
  expect(users.every((user) => /^<email:[0-9a-f]{12}>$/.test(String(user)))).toBe(true);
  const file = join(directory, 'traffic/pseudonyms.json');
  expect(JSON.parse(readFileSync(file, 'utf8')).key).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test("the user's own key does not lie in the store, and no other may follow it", async () => {
  await ingest('a secret of mine', KIM, 1);
  expect([...filesIn(directory).values()].map(String).join('')).not.toContain('a secret of mine');
  await expect(ingest('another', KIM, 2)).rejects.toThrow(/pseudonyms.json: .* another key/);
  await expect(ingest(null, KIM, 2)).rejects.toThrow(/pseudonyms.json: .* from the environment, and there is none/);
  await ingest('a secret of mine', KIM, 2);
  expect(new Set((await rowsIn(directory, 'trajectories')).map(({ user_id }) => user_id)).size).toBe(1);
});

test('a store that keeps its own key takes no other', async () => {
  await ingest(null, KIM, 1);
  await expect(ingest('mine', KIM, 2)).rejects.toThrow(/another key[\s\S]*the store has a key of its own/);
});

test.each([
  ['found by its kind', []],
  ['named by a path', ["$['user.id']"]],
])('a user is forgotten by the id as it came: %s', async (_, paths) => {
  const store = await open(null, paths);
  for (const id of [1, 2, 3]) for (const record of recordsOf({ id, user: id === 3 ? 'lee' : KIM })) store.add(record);
  await store.fold(never);
  expect(await store.forget('user', KIM, never)).toMatchObject({ entries: 2 });
  store.close();
  expect(await rowsIn(directory, 'trajectories')).toHaveLength(1);
});

test('a user is forgotten by the id as it came where a path names another attribute, and it has no shape of its own', async () => {
  const store = await open(null, ["$['langfuse.user.id']"]);
  for (const [id, user] of [
    [1, 'lee'],
    [2, 'kim'],
  ] as const)
    for (const span of spansOf({ id }))
      store.add({ kind: 'span', span: { ...span, attributes: { ...span.attributes, 'langfuse.user.id': user } } });
  await store.fold(never);
  expect(await store.forget('user', 'lee', never)).toMatchObject({ entries: 1 });
  store.close();
  expect((await rowsIn(directory, 'trajectories')).map(({ id }) => id)).toEqual([traceIdOf(2)]);
});

test('whose id was a key is not told from others whose ids were keys: none of them is forgotten', async () => {
  const store = await open(null);
  for (const record of recordsOf({ id: 1, user: 'sk-ant-0123456789abc' })) store.add(record);
  await store.fold(never);
  expect(await store.forget('user', 'sk-ant-abc0123456789', never)).toMatchObject({ entries: 0 });
  store.close();
});

test('what holds nothing is given back as it is; a shared resource is redacted once and stays shared', () => {
  const redact = recordRedactor(redactorOf('key'));
  for (const record of [...recordsOf({ id: 1 }), logOf(1)]) expect(redact(record)).toBe(record);
  const resource = { 'service.owner': KIM };
  const spans = spansOf({ id: 1 }).map((span) => ({ ...span, resource }));
  const redacted = spans.map((span) => redact({ kind: 'span', span }));
  const resources = redacted.map((record) => (record.kind === 'span' ? record.span.resource : null));
  expect(resources[0]).toEqual({ 'service.owner': expect.stringMatching(/^<email:/) });
  expect(new Set(resources).size).toBe(1);
  expect(redacted[0]).toEqual({ kind: 'span', span: { ...spans[0], resource: resources[0] } });
});

test('events, the status, the body of a log record and finished runs are redacted too', () => {
  const redact = recordRedactor(redactorOf('key'));
  const [span] = spansOf({ id: 1 });
  const { log } = logOf(1) as Extract<ReturnType<typeof logOf>, { kind: 'log' }>;
  if (span === undefined) throw new Error('no span');
  const records: readonly TrafficRecord[] = [
    { kind: 'span', span: { ...span, status: { code: 'error', message: `no ${KIM}` } } },
    { kind: 'span', span: { ...span, events: [{ name: 'said', timeUs: 1, attributes: { by: KIM } }] } },
    { kind: 'log', log: { ...log, body: { from: [KIM] } } },
    { kind: 'trajectory', trajectory: { ...emptyTrajectory('run'), output: `Dear ${KIM}` } },
  ];
  for (const record of records) {
    const text = JSON.stringify(redact(record));
    expect(text).not.toContain(KIM);
    expect(text.replaceAll(/<email:[0-9a-f]{12}>/g, KIM)).toBe(JSON.stringify(record));
  }
});

test('a path of the user that takes all attributes leaves none', async () => {
  const redact = recordRedactor(redactorOf('key', ['$']));
  const [record] = recordsOf({ id: 1 });
  if (record?.kind !== 'span') throw new Error('no span');
  expect(redact(record)).toMatchObject({ kind: 'span', span: { attributes: {}, traceId: record.span.traceId } });
});
