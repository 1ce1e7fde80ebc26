import { describe, expect, test } from 'vitest';
import type { RecordedStep } from '../../src/corpus/index.ts';
import { tapeOf, tapeRules } from '../../src/replay/tape.ts';
import { type TapeHit, TapeReader } from '../../src/replay/tape-reader.ts';
import type { Json } from '../../src/trace/index.ts';
import { aCase } from '../score/build.ts';
import { toolPolicy } from './tool-policy.ts';

const call = (name: string, args: Json, value: Json): RecordedStep => ({
  kind: 'tool_call',
  name,
  arguments: args,
  outcome: { kind: 'result', value },
});

const failing = (name: string, args: Json): RecordedStep => ({
  kind: 'tool_call',
  name,
  arguments: args,
  outcome: { kind: 'error', value: 'no' },
});

const READS = (tool: string): boolean => tool.startsWith('get') || tool === 'poll';

/** One trial's place on the tape of these recordings; tools that begin with `get`, and `poll`, only read. */
function tape(recordings: readonly RecordedStep[][], isReadOnly = READS) {
  const theCase = aCase({ recordings: recordings.map((steps) => ({ steps, output: null })) });
  const reader = new TapeReader(tapeOf(theCase, tapeRules(toolPolicy({ isReadOnly }), [])));
  const hit = (name: string, args: Json = {}): TapeHit | null => reader.next({ name, arguments: args });
  return { reader, hit, ask: (name: string, args: Json = {}): Json | undefined => hit(name, args)?.outcome.value };
}

describe('a tape', () => {
  test('finds a call by name and arguments, whatever the order of keys', () => {
    const { hit } = tape([[call('get', { id: 1, with: { a: 1, b: 2 } }, 'found')]]);
    expect(hit('get', { with: { b: 2, a: 1 }, id: 1 })).toEqual({
      outcome: { kind: 'result', value: 'found' },
      recorded: { name: 'get', arguments: { id: 1, with: { a: 1, b: 2 } } },
      normalisations: [],
      otherState: false,
      otherCase: false,
    });
  });

  test('says how a call that it has in another way was found', () => {
    const { hit } = tape([[call('get', { id: 1, note: null }, 'x')]]);
    expect(hit('get', { id: 1 })).toMatchObject({
      recorded: { arguments: { id: 1, note: null } },
      normalisations: ['absent'],
    });
  });

  test('misses a call with other arguments or another name', () => {
    const { hit } = tape([[call('get', { id: 1 }, 'x')]]);
    expect([hit('get', { id: 2 }), hit('got', { id: 1 })]).toEqual([null, null]);
  });

  test('answers the n-th equal call with the n-th recorded result', () => {
    const { ask } = tape([[call('poll', {}, 'pending'), call('poll', {}, 'done')]]);
    expect([1, 2, 3].map(() => ask('poll'))).toEqual(['pending', 'done', 'done']);
  });

  test('repeats the last result of a read-only tool, but never that of a state-changing one', () => {
    const reading = tape([[call('get', {}, 'only')]]);
    expect([1, 2, 3].map(() => reading.ask('get'))).toEqual(['only', 'only', 'only']);
    const changing = tape([[call('put', {}, 'only')]]);
    expect([1, 2].map(() => changing.ask('put'))).toEqual(['only', undefined]);
  });
});

describe('a reading', () => {
  const steps = [call('get', {}, 'before'), call('put', { n: 1 }, 'ok'), call('get', {}, 'after')];

  test('before a state change gets what was recorded before it, however often it is made', () => {
    const { ask } = tape([steps]);
    expect([ask('get'), ask('get'), ask('put', { n: 1 }), ask('get'), ask('get')]).toEqual([
      'before',
      'before',
      'ok',
      'after',
      'after',
    ]);
  });

  test('after a state change gets what was recorded after it, also when it was not made before', () => {
    const { ask } = tape([steps]);
    expect([ask('put', { n: 1 }), ask('get')]).toEqual(['ok', 'after']);
  });

  test('is marked where no recording made it after the same state changes', () => {
    const { hit, reader } = tape([steps]);
    reader.changed({ name: 'put', arguments: { n: 2 } });
    expect(hit('get')).toMatchObject({ outcome: { value: 'before' }, otherState: true });
  });

  test('gets, of two worlds as near, the one that has not gone further', () => {
    const before = [call('get', {}, 'before'), call('put', { n: 1 }, 1)];
    const after = [call('put', { n: 1 }, 1), call('put', { n: 2 }, 2), call('get', {}, 'after')];
    const { ask } = tape([after, after, before]);
    expect([ask('put', { n: 1 }), ask('get')]).toEqual([1, 'before']);
  });

  test('does not care in which order state changes were made, nor for those that failed', () => {
    const { hit } = tape([
      [call('put', { n: 1 }, 1), failing('put', { n: 3 }), call('put', { n: 2 }, 2), call('get', {}, 'x')],
    ]);
    for (const n of [2, 1]) hit('put', { n });
    expect(hit('get')).toMatchObject({ outcome: { value: 'x' }, otherState: false });
  });
});

describe('several recordings', () => {
  test('answer what one of them does not have', () => {
    const { ask } = tape([[call('put', {}, 1)], [call('get', {}, 2), call('put', {}, 3), call('put', {}, 4)]]);
    expect([ask('get'), ask('put'), ask('put'), ask('put')]).toEqual([2, 1, 4, undefined]);
  });

  test('that contradict each other are not mixed: those that had this state change go on', () => {
    const seven = [call('put', {}, 'id 7'), call('get', {}, 'of 7')];
    const eight = [call('put', {}, 'id 8')];
    const { ask } = tape([seven, seven, eight, eight, [...eight, call('get', {}, 'of 8')]]);
    expect([ask('put'), ask('get')]).toEqual(['id 8', 'of 8']);
  });

  test('that contradict each other are not mixed: those that were told the same go on', () => {
    const a = [call('get', { part: 1 }, 'a')];
    const b = [call('get', { part: 1 }, 'b'), call('get', { part: 2 }, 'b')];
    const { ask } = tape([a, a, [...a, call('get', { part: 2 }, 'a')], b, b]);
    expect([ask('get', { part: 1 }), ask('get', { part: 2 })]).toEqual(['a', 'a']);
  });

  test('decide by majority, and a result goes before an error', () => {
    const { ask } = tape([[call('get', {}, 'rare')], [call('get', {}, 'usual')], [call('get', {}, 'usual')]]);
    expect(ask('get')).toBe('usual');
    expect(tape([[failing('get', {})], [call('get', {}, 'found')]]).ask('get')).toBe('found');
  });

  test('answer no state change after another, of the same thing, that their recording never made', () => {
    const recordings = [
      [call('put', { id: 'A', n: 1 }, 1), call('get', {}, 1)],
      [call('put', { id: 'A', n: 2 }, 2), call('get', {}, 2)],
    ];
    const both = ({ ask }: ReturnType<typeof tape>) => [1, 2].map((n) => ask('put', { id: 'A', n }));
    expect(both(tape(recordings))).toEqual([1, undefined]);
    expect(both(tape(recordings, () => false))).toEqual([1, 2]);
  });
});

describe('the nearest recorded call', () => {
  const steps = [
    call('get', { city: 'Paris', stars: 3 }, 'three'),
    call('get', { city: 'Paris', stars: 4 }, 'four'),
    call('get', { city: 'Rome', stars: 5 }, 'five'),
  ];
  const nearest = (args: Json): Json | undefined =>
    tape([steps]).reader.nearest({ name: 'get', arguments: args })?.value;

  test('has the fewest arguments that differ, and then the fewest characters', () => {
    expect(nearest({ city: 'Rome', stars: 3 })).toBe('five');
    expect(nearest({ city: 'Pariss', stars: 4 })).toBe('four');
  });

  test('is none where the tool is not on the tape', () => {
    expect(tape([steps]).reader.nearest({ name: 'find', arguments: {} })).toBeNull();
  });
});
