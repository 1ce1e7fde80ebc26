import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { Answer } from '../../src/replay/answer.ts';
import { TrialRecorder } from '../../src/replay/recorder.ts';
import type { RequestIdentity } from '../../src/replay/request-identity.ts';
import { openStore } from '../../src/replay/store.ts';
import type { StoredTrial } from '../../src/replay/stored.ts';
import { toolCall } from '../score/build.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pawl-store-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const answer = (body: string): Answer => ({ wire: 'openai-chat', form: 'json', body, durationMs: 12 });
const request = (key: string): RequestIdentity => ({ key, text: `{"ask":"${key}"}`, semanticKey: () => `like ${key}` });
const trialOf = (number: number, caseId = 'c') => ({ agentHash: 'agent', caseHash: 'case', caseId, number });

function storedTrial(number: number, caseId = 'c'): StoredTrial {
  const recorder = new TrialRecorder({ caseId, side: 'base', number, lane: { kind: 'trunk' }, prefix: null });
  const call = toolCall('t', { a: 'ä' }, { outcome: { kind: 'result', value: 1 } });
  recorder.toolCall(call, recorder.place());
  return { agentHash: 'agent', caseHash: 'case', trial: recorder.finish({ kind: 'answered' }, { reply: 'é' }, 5) };
}

const namesIn = (folder: string): string[] =>
  readdirSync(join(directory, folder)).filter((name) => !name.startsWith('.'));

function fileIn(folder: string): string {
  return join(directory, folder, namesIn(folder)[0] ?? '');
}

/** A process that opens the store, does this and is killed before it can close it. */
function runAndKill(code: string): void {
  const program = `
    import { openStore } from ${JSON.stringify(import.meta.resolve('../../src/replay/store.ts'))};
    const store = openStore(${JSON.stringify(directory)}, 'killed');
    const answer = (body) => ({ wire: 'openai-chat', form: 'json', body, durationMs: 12 });
    ${code}
    process.kill(process.pid, 'SIGKILL');`;
  const { signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', program]);
  expect(signal).toBe('SIGKILL');
}

describe('the store', () => {
  test('gives back what an earlier run put in, and what this run puts in', () => {
    const first = openStore(directory, 'run-1');
    first.putAnswer('k1', answer('{"text":"grüße"}'), { caseId: 'c', request: request('r1') });
    first.putTrial(storedTrial(2));
    first.putTrial(storedTrial(1));
    first.putTrial(storedTrial(1, 'twin'));
    expect(first.answer('k1')).toEqual(answer('{"text":"grüße"}'));
    first.close();
    expect(namesIn('journal')).toEqual([]);
    const second = openStore(directory, 'run-2');
    second.putAnswer('k2', answer('{}'), { caseId: 'c', request: request('r1') });
    second.putAnswer('k4', answer('{"text":"ß"}'), { caseId: 'c', request: request('r2') });
    expect(second.answer('k4')).toEqual(answer('{"text":"ß"}'));
    expect([second.answer('k1'), second.answer('k2'), second.answer('k3')]).toEqual([
      answer('{"text":"grüße"}'),
      answer('{}'),
      null,
    ]);
    expect(['k1', 'k2', 'k3'].map(second.has)).toEqual([true, true, false]);
    expect([trialOf(1), trialOf(2), trialOf(3)].map(second.trial)).toEqual([storedTrial(1), storedTrial(2), null]);
    expect(second.trial(trialOf(1, 'twin'))).toEqual(storedTrial(1, 'twin'));
    expect(second.trial({ ...trialOf(1), agentHash: 'other agent' })).toBeNull();
    expect(second.requests('c').map(({ requestKey, request }) => [requestKey, request])).toEqual([
      ['r1', '{"ask":"r1"}'],
      ['r2', '{"ask":"r2"}'],
    ]);
    expect(second.requests('other')).toEqual([]);
    expect(second.problems).toEqual([]);
    second.close();
  });

  test('runs of one name do not write into one another', () => {
    const stores = [openStore(directory, 'run'), openStore(directory, 'run')];
    for (const [index, store] of stores.entries()) store.putAnswer(`k${index}`, answer('{}'));
    for (const store of stores) store.close();
    expect(namesIn('answers')).toHaveLength(2);
    const again = openStore(directory, 'run');
    expect(['k0', 'k1'].map(again.has)).toEqual([true, true]);
    again.close();
  });

  test('holds every answer of many runs in few packs, each once', () => {
    const keys = Array.from({ length: 30 }, (_, run) => [0, 1, 2].map((one) => `${run}-${one}`));
    for (const ofRun of keys) {
      const store = openStore(directory, 'run');
      for (const key of ofRun) store.putAnswer(key, answer(JSON.stringify(key)));
      store.close();
    }
    expect(namesIn('answers').length).toBeLessThan(10);
    const store = openStore(directory, 'run');
    for (const key of keys.flat()) expect(store.answer(key)).toEqual(answer(JSON.stringify(key)));
    expect(store.has('0-3')).toBe(false);
    expect(store.problems).toEqual([]);
    store.close();
  });

  test('finds each of thousands of answers, small and large', () => {
    const bodies = Array.from({ length: 3000 }, (_, n) => JSON.stringify('x'.repeat(n % 500 === 0 ? 200_000 : n % 50)));
    const store = openStore(directory, 'run');
    for (const [n, body] of bodies.entries()) store.putAnswer(`k${n}`, answer(body));
    store.close();
    const again = openStore(directory, 'run');
    for (const [n, body] of bodies.entries()) expect(again.answer(`k${n}`)?.body === body).toBe(true);
    expect(again.has('k3000')).toBe(false);
    again.close();
  });
});

describe('a run that was killed', () => {
  test('loses nothing that it had put', () => {
    runAndKill(`store.putAnswer('k1', answer('{"a":1}')); store.asking('k2'); store.putAnswer('k2', answer('{}'));`);
    const again = openStore(directory, 'again');
    expect(again.answer('k1')).toEqual(answer('{"a":1}'));
    expect(again.answer('k2')).toEqual(answer('{}'));
    expect(again.problems).toEqual([]);
    expect(namesIn('journal')).toEqual([]);
    expect(readdirSync(join(directory, 'journal'))).toEqual([]);
    again.close();
  });

  test('between packing its journal and taking it away gives every line once', () => {
    const request = `{ caseId: 'c', request: { key: 'r', text: '{}', semanticKey: () => 's' } }`;
    const code = `for (const key of ['a', 'b']) store.putAnswer(key, answer('{}'), ${request});`;
    runAndKill(code);
    const journal = fileIn('journal');
    const lines = readFileSync(journal);
    openStore(directory, 'packs').close();
    writeFileSync(journal, lines);
    const again = openStore(directory, 'again');
    expect([again.requests('c').length, again.has('a'), again.has('b'), again.problems]).toEqual([1, true, true, []]);
    expect([namesIn('answers').length, namesIn('journal')]).toEqual([1, []]);
    again.close();
  });

  test('is heard of where model calls were on their way: they may have been paid for', () => {
    runAndKill(`for (const key of ['a', 'b', 'c', 'd']) store.asking(key);
      store.putAnswer('b', answer('{}')); store.unanswered('c');`);
    const again = openStore(directory, 'again');
    expect(again.problems).toEqual([expect.stringContaining('with 2 model calls on their way')]);
    again.close();
  });

  test('leaves out a line that was cut short, says so, and keeps the rest', () => {
    runAndKill(`store.putAnswer('k1', answer('{"a":1}')); store.putAnswer('k2', answer('{"b":2}'));`);
    const file = fileIn('journal');
    truncateSync(file, readFileSync(file).length - 5);
    const again = openStore(directory, 'run');
    expect(again.answer('k1')).toEqual(answer('{"a":1}'));
    expect(again.answer('k2')).toBeNull();
    expect(again.problems).toEqual([expect.stringContaining(':3: the last line is cut short')]);
    again.close();
    const third = openStore(directory, 'run');
    expect([third.has('k1'), third.problems]).toEqual([true, []]);
    third.close();
  });

  test('counts a line that nobody understands and does not take it for an answer', () => {
    runAndKill(`store.putAnswer('k1', answer('{}'));`);
    appendFileSync(
      fileIn('journal'),
      [
        '{"kind":"answer","key":"k2","wire":"telegraph","form":"json","body":"","durationMs":1}',
        'nonsense',
        '{"kind":"trial","agentHash":"agent","caseHash":"case","trial":{"number":2}}',
        '{"kind":"dream"}\n',
      ].join('\n'),
    );
    const again = openStore(directory, 'run');
    expect(again.problems).toHaveLength(4);
    expect([again.has('k1'), again.answer('k2')]).toEqual([true, null]);
    again.close();
  });

  test('while it still runs, its journal is read and left to it', () => {
    const running = openStore(directory, 'running');
    running.putAnswer('k1', answer('{}'));
    running.asking('k2');
    const other = openStore(directory, 'other');
    expect([other.has('k1'), other.problems]).toEqual([true, []]);
    other.close();
    running.putAnswer('k2', answer('{}'));
    running.close();
    const third = openStore(directory, 'third');
    expect(['k1', 'k2'].map(third.has)).toEqual([true, true]);
    third.close();
  });
});

describe('a store that another version wrote, or that is damaged', () => {
  test.for([
    ['answers', 'x.pack', '{"format":"pawl pack v9"}\n', /expected the format "pawl pack v1", received "pawl pack v9"/],
    ['answers', 'x.jsonl', '{"format":"pawl answers v1"}\n', /expected the format "pawl pack v1"/],
    ['journal', 'x.jsonl', '{"format":"pawl journal v9"}\n', /"pawl journal v1", received "pawl journal v9"/],
  ] as const)('is refused: %s/%s', ([folder, name, text, message]) => {
    openStore(directory, 'run').close();
    writeFileSync(join(directory, folder, name), text);
    expect(() => openStore(directory, 'run')).toThrow(UserError);
    expect(() => openStore(directory, 'run')).toThrow(message);
  });

  const damage = (change: (bytes: Buffer) => Buffer): void => {
    const store = openStore(directory, 'run');
    for (let n = 0; n < 200; n += 1) store.putAnswer(`k${n}`, answer(JSON.stringify(`${n}`.repeat(20))));
    store.close();
    writeFileSync(fileIn('answers'), change(readFileSync(fileIn('answers'))));
  };

  test('loses the lines of a damaged block and says so; their neighbours stay', () => {
    damage((bytes) => {
      bytes[bytes.indexOf(10) + 40] = (bytes[bytes.indexOf(10) + 40] ?? 0) ^ 255;
      return bytes;
    });
    const again = openStore(directory, 'again');
    const kept = Array.from({ length: 200 }, (_, n) => `k${n}`).filter(again.has);
    expect(kept).toHaveLength(136);
    expect(again.answer('k0')).toBeNull();
    expect(again.problems).toEqual([expect.stringContaining('damaged')]);
    again.close();
  });

  test.for([
    ['is cut short', (bytes: Buffer) => bytes.subarray(0, -3), 'its end is missing'],
    [
      'has a damaged index',
      (bytes: Buffer) => {
        bytes[bytes.length - 60] = (bytes[bytes.length - 60] ?? 0) ^ 1;
        return bytes;
      },
      'its index is damaged',
    ],
  ] as const)('leaves out a pack that %s, and says so', ([_, change, why]) => {
    damage(change);
    const again = openStore(directory, 'again');
    expect(again.has('k0')).toBe(false);
    expect(again.problems).toEqual([expect.stringContaining(why)]);
    again.close();
  });
});

describe('a store that the disk refuses', () => {
  const hint = /give --store a folder that pawl may write/;

  test.for(['.', 'answers', 'journal'])(
    'because "%s" is a file is told to the user before anything is drawn',
    (name) => {
      const store = join(directory, 'store');
      if (name !== '.') mkdirSync(store);
      writeFileSync(join(store, name === '.' ? '' : name), 'no folder');
      expect(() => openStore(store, 'run')).toThrow(UserError);
      expect(() => openStore(store, 'run')).toThrow(hint);
    },
  );

  test('because it holds a folder where a file should be is told to the user', () => {
    mkdirSync(join(directory, 'journal', 'x.jsonl'), { recursive: true });
    expect(() => openStore(directory, 'run')).toThrow(UserError);
    expect(() => openStore(directory, 'run')).toThrow(/x\.jsonl: .*EISDIR/);
  });

  test('in the middle of a line keeps every whole line and glues nothing to the cut one', () => {
    const program = `
      import { openStore } from ${JSON.stringify(import.meta.resolve('../../src/replay/store.ts'))};
      const store = openStore(${JSON.stringify(directory)}, 'run');
      const answer = (size) => ({ wire: 'openai-chat', form: 'json', body: JSON.stringify('x'.repeat(size)), durationMs: 1 });
      const said = [];
      for (const [key, size] of [['a', 3000], ['b', 5_000_000], ['c', 3000]])
        try { store.putAnswer(key, answer(size)); } catch (error) { said.push(error.name, error.message); }
      store.close();
      console.log(JSON.stringify(said));`;
    // A limit on the size of files stands for a full disk: the system takes a part of a line and refuses the rest.
    const limited = `trap '' XFSZ; ulimit -f 8400; exec "$0" --input-type=module --eval "$1"`;
    const said = JSON.parse(execFileSync('sh', ['-c', limited, process.execPath, program], { encoding: 'utf8' }));
    expect(said).toEqual(['UserError', expect.stringMatching(hint)]);
    const again = openStore(directory, 'again');
    expect(again.problems).toEqual([]);
    expect(['a', 'b', 'c'].map(again.has)).toEqual([true, false, true]);
    again.close();
  });
});
