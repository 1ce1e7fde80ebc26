import { execFileSync } from 'node:child_process';
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
import { openStore } from '../../src/replay/store.ts';
import type { StoredTrial } from '../../src/replay/stored.ts';
import { toolCall } from '../score/build.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pawl-store-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const answer = (body: string): Answer => ({ wire: 'openai-chat', form: 'json', body, durationMs: 12 });

function storedTrial(number: number): StoredTrial {
  const recorder = new TrialRecorder({ caseId: 'c', side: 'base', number, lane: { kind: 'trunk' }, prefix: null });
  const call = toolCall('t', { a: 'ä' }, { outcome: { kind: 'result', value: 1 } });
  recorder.toolCall(call, recorder.place());
  return { agentHash: 'agent', caseHash: 'case', trial: recorder.finish({ kind: 'answered' }, { reply: 'é' }, 5) };
}

function fileOf(section: string): string {
  const folder = join(directory, section);
  return join(folder, readdirSync(folder)[0] ?? '');
}

describe('the store', () => {
  test('gives back what an earlier run put in, and what this run puts in', () => {
    const first = openStore(directory, 'run-1');
    first.putAnswer('k1', answer('{"text":"grüße"}'));
    first.putTrial(storedTrial(2));
    first.putTrial(storedTrial(1));
    expect(first.answer('k1')).toEqual(answer('{"text":"grüße"}'));
    first.close();
    const second = openStore(directory, 'run-2');
    second.putAnswer('k2', answer('{}'));
    expect([second.answer('k1'), second.answer('k2'), second.answer('k3')]).toEqual([
      answer('{"text":"grüße"}'),
      answer('{}'),
      null,
    ]);
    expect(second.trials('agent', 'case').map((stored) => stored.trial.number)).toEqual([1, 2]);
    expect(second.trials('agent', 'case')[0]).toEqual(storedTrial(1));
    expect(second.trials('other agent', 'case')).toEqual([]);
    expect(second.problems).toEqual([]);
    second.close();
  });

  test('runs of one name do not write into one another', () => {
    const stores = [openStore(directory, 'run'), openStore(directory, 'run')];
    for (const [index, store] of stores.entries()) store.putAnswer(`k${index}`, answer('{}'));
    for (const store of stores) store.close();
    expect(readdirSync(join(directory, 'answers')).sort()).toEqual(['run-1.jsonl', 'run.jsonl']);
  });

  test('leaves out a line that a crash cut short, says so, and keeps the rest', () => {
    const store = openStore(directory, 'run');
    store.putAnswer('k1', answer('{"a":1}'));
    store.putAnswer('k2', answer('{"b":2}'));
    store.close();
    const file = fileOf('answers');
    truncateSync(file, readFileSync(file).length - 5);
    const again = openStore(directory, 'run');
    expect(again.answer('k1')).toEqual(answer('{"a":1}'));
    expect(again.answer('k2')).toBeNull();
    expect(again.problems).toEqual([expect.stringContaining(':3: the last line is cut short')]);
    again.close();
  });

  test('counts a line it does not understand and does not take it for an answer', () => {
    const store = openStore(directory, 'run');
    store.putAnswer('k1', answer('{}'));
    store.putTrial(storedTrial(1));
    store.close();
    appendFileSync(
      fileOf('answers'),
      '{"key":"k2","wire":"telegraph","form":"json","body":"","durationMs":1}\nnonsense\n',
    );
    appendFileSync(fileOf('reservoir'), '{"agentHash":"agent","caseHash":"case","trial":{"number":2}}\n');
    const again = openStore(directory, 'run');
    expect(again.problems).toHaveLength(3);
    expect(again.answer('k2')).toBeNull();
    expect(again.trials('agent', 'case')).toHaveLength(1);
    again.close();
  });

  test('refuses a file of another version instead of overwriting or ignoring it', () => {
    const store = openStore(directory, 'run');
    store.putAnswer('k1', answer('{}'));
    store.close();
    writeFileSync(fileOf('answers'), '{"format":"pawl answers v9"}\n');
    expect(() => openStore(directory, 'run')).toThrow(UserError);
    expect(() => openStore(directory, 'run')).toThrow(
      /expected the format "pawl answers v1", received "pawl answers v9"/,
    );
  });
});

describe('a store that the disk refuses', () => {
  const hint = /give --store a folder that pawl may write/;

  test.for(['.', 'answers', 'reservoir'])(
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
    mkdirSync(join(directory, 'answers', 'x.jsonl'), { recursive: true });
    expect(() => openStore(directory, 'run')).toThrow(UserError);
    expect(() => openStore(directory, 'run')).toThrow(/x\.jsonl: .*EISDIR/);
  });

  test('in the middle of a line keeps every whole line and glues nothing to the cut one', () => {
    const program = `
      import { openStore } from ${JSON.stringify(import.meta.resolve('../../src/replay/store.ts'))};
      const store = openStore(${JSON.stringify(directory)}, 'run');
      const answer = (size) => ({ wire: 'openai-chat', form: 'json', body: JSON.stringify('x'.repeat(size)), durationMs: 1 });
      const said = [];
      for (const [key, size] of [['a', 3000], ['b', 90_000], ['c', 3000]])
        try { store.putAnswer(key, answer(size)); } catch (error) { said.push(error.name, error.message); }
      store.close();
      console.log(JSON.stringify(said));`;
    // A limit on the size of files stands for a full disk: the system takes a part of a line and refuses the rest.
    const limited = `trap '' XFSZ; ulimit -f 64; exec "$0" --input-type=module --eval "$1"`;
    const said = JSON.parse(execFileSync('sh', ['-c', limited, process.execPath, program], { encoding: 'utf8' }));
    expect(said).toEqual(['UserError', expect.stringMatching(hint)]);
    const again = openStore(directory, 'again');
    expect(again.problems).toEqual([]);
    expect(['a', 'b', 'c'].map(again.has)).toEqual([true, false, true]);
    again.close();
  });
});
