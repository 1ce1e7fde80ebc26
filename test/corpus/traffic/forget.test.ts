import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CODECS } from '../../../src/corpus/traffic/codec.ts';
import { readIndex } from '../../../src/corpus/traffic/index-reader.ts';
import { partsOf } from '../../../src/corpus/traffic/parts.ts';
import { RawReader } from '../../../src/corpus/traffic/raw-reader.ts';
import { emptyTrajectory, recordsOf, spansOf, traceIdOf } from './desk.ts';
import { contentOf, filesIn, ingest, never, openDesk } from './open.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pawl-forget-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Every byte of every file, as it lies there and unpacked, with every cell of the tables. */
async function everythingIn(): Promise<string> {
  const root = join(directory, 'traffic');
  const unpacked = CODECS.flatMap((codec) =>
    partsOf(root, codec).flatMap((part) => {
      const { raw } = part.files;
      if (!filesIn(root).has(raw)) return [];
      const reader = new RawReader(root, part, codec);
      const blocks = readIndex(root, part).blocks.map((block) => reader.bytes(block).toString());
      reader.close();
      // Whole frames behind one another, dead ones too.
      const whole = raw.endsWith('.zst') ? zstdDecompressSync : gunzipSync;
      return [...blocks, whole(filesIn(root).get(raw) ?? Buffer.alloc(0)).toString()];
    }),
  );
  const plain = [...filesIn(directory)].map(([name, bytes]) => name + bytes.toString('latin1'));
  const { trajectories, steps } = await contentOf(directory);
  return [...plain, ...unpacked, JSON.stringify(trajectories), JSON.stringify(steps)].join('\n');
}

/** What stands in this trace alone. */
const marksOf = (id: number) => [
  traceIdOf(id),
  ...spansOf({ id }).map(({ spanId }) => spanId),
  `Where is order o-${id}?`,
];

async function forget(kind: 'trace' | 'user', id: string) {
  const store = await openDesk(directory);
  const counts = await store.forget(kind, id, never);
  store.close();
  return counts;
}

describe('forgetting', () => {
  test('a trace takes it out of every byte of the store: replaced versions, waiting records and tables too', async () => {
    const traces = [1, 2, 3].map((id) => recordsOf({ id }));
    // An older version of each lies dead in the raw file of the first part.
    await ingest(
      directory,
      traces.flatMap((trace) => trace.slice(0, 2)),
    );
    await ingest(
      directory,
      traces.flatMap((trace) => trace.slice(2)),
    );
    const waiting = await openDesk(directory, { heldBytes: 0 });
    for (const record of recordsOf({ id: 2, tools: 4 })) waiting.add(record);
    waiting.close();
    for (const mark of marksOf(2)) expect(await everythingIn()).toContain(mark);
    expect(await forget('trace', traceIdOf(2))).toMatchObject({ entries: 1, ids: [traceIdOf(2)] });
    const left = await everythingIn();
    for (const mark of marksOf(2)) expect(left).not.toContain(mark);
    for (const mark of [...marksOf(1), ...marksOf(3)]) expect(left).toContain(mark);
    expect((await contentOf(directory)).trajectories).toHaveLength(2);
    expect(await forget('trace', traceIdOf(2))).toEqual({ entries: 0, ids: [], parts: 0 });
  });

  test('a user takes out every trace of theirs and none of others, whoever names them', async () => {
    await ingest(directory, [
      ...recordsOf({ id: 1, user: 'ann' }),
      ...recordsOf({ id: 2, user: 'bob', text: 'ann asked for "user.id" ann' }),
      ...recordsOf({ id: 3, user: 'ann', tools: 0 }),
      // Nothing of an agent: no trajectory, but a span that names its user.
      ...spansOf({ id: 4, user: 'ann' }).map((span) => ({
        kind: 'span' as const,
        span: { ...span, parentSpanId: 'gone' },
      })),
      ...recordsOf({ id: 5, user: 'joann' }),
    ]);
    expect(await forget('user', 'ann')).toMatchObject({ entries: 3 });
    const left = await everythingIn();
    for (const id of [1, 3, 4]) for (const mark of marksOf(id).slice(0, 2)) expect(left).not.toContain(mark);
    for (const id of [2, 5]) expect(left).toContain(traceIdOf(id));
  });

  test('a trajectory by its own id takes out the trace it was read from', async () => {
    const second = spansOf({ id: 2 }).map((span) => ({ ...span, traceId: traceIdOf(1) }));
    await ingest(directory, [...recordsOf({ id: 1 }), ...second.map((span) => ({ kind: 'span' as const, span }))]);
    expect((await contentOf(directory)).trajectories).toHaveLength(2);
    expect(await forget('trace', `${traceIdOf(1)}-1`)).toMatchObject({ entries: 1 });
    expect(await everythingIn()).not.toContain(traceIdOf(1));
  });

  test('of a user takes out no run that names no user', async () => {
    const run = { ...emptyTrajectory('run'), userId: null };
    await ingest(directory, [{ kind: 'trajectory', trajectory: run }]);
    expect(await forget('user', '')).toEqual({ entries: 0, ids: [], parts: 0 });
  });

  test('a trace is found by its id in upper case', async () => {
    await ingest(directory, recordsOf({ id: 1 }));
    expect(await forget('trace', traceIdOf(1).toUpperCase())).toMatchObject({ entries: 1 });
  });

  test('that is ended takes out nothing, and says so', async () => {
    await ingest(directory, recordsOf({ id: 1, user: 'ann' }));
    const before = filesIn(directory);
    const store = await openDesk(directory);
    for (const record of recordsOf({ id: 2, user: 'ann' })) store.add(record);
    const abort = new AbortController();
    const forgetting = store.forget('user', 'ann', abort.signal);
    abort.abort();
    expect(await forgetting).toBeNull();
    store.close();
    for (const [name, bytes] of before) expect(filesIn(directory).get(name)).toEqual(bytes);
    expect(await forget('user', 'ann')).toMatchObject({ entries: 2 });
  });

  test('that is ended while it writes a day anew takes out nothing; until then it says how far it is', async () => {
    const many = Array.from({ length: 300 }, (_, id) => recordsOf({ id, user: id < 2 ? 'ann' : 'bob' })).flat();
    await ingest(directory, many);
    const before = filesIn(directory);
    const store = await openDesk(directory);
    const abort = new AbortController();
    const said: (string | number)[] = [];
    const progress = {
      planned: (phase: string, traces: number) => said.push(phase, traces),
      went: (traces: number) => {
        said.push(traces);
        if (said.includes('writing days anew')) abort.abort();
      },
    };
    expect(await store.forget('user', 'ann', abort.signal, progress)).toBeNull();
    expect(said.slice(0, 2)).toEqual(['looking for it', 300]);
    expect(said.slice(-3)).toEqual(['writing days anew', 300, 200]);
    store.close();
    expect(filesIn(directory)).toEqual(before);
    expect(await forget('user', 'ann')).toMatchObject({ entries: 2 });
  });

  test('the last trace of a day leaves no file of that day', async () => {
    await ingest(directory, recordsOf({ id: 1 }));
    await forget('trace', traceIdOf(1));
    expect([...filesIn(directory).keys()]).toEqual(['traffic/pseudonyms.json', 'traffic/traffic.json']);
  });
});
