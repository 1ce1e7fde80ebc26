import { describe, expect, test } from 'vitest';
import type { RecordedStep } from '../../src/corpus/index.ts';
import { readTape, tapeOf } from '../../src/replay/tape.ts';
import type { Json } from '../../src/trace/index.ts';
import { aCase } from '../score/build.ts';

const call = (name: string, args: Json, value: Json): RecordedStep => ({
  kind: 'tool_call',
  name,
  arguments: args,
  outcome: { kind: 'result', value },
});

function tape(...recordings: RecordedStep[][]) {
  return readTape(tapeOf(aCase({ recordings: recordings.map((steps) => ({ steps, output: null })) })));
}

const value = (found: ReturnType<ReturnType<typeof tape>['next']>): Json | undefined => found?.value;

describe('a tape', () => {
  test('finds a call by name and arguments, whatever the order of keys', () => {
    const reader = tape([call('lookup', { id: 1, with: { a: 1, b: 2 } }, 'found')]);
    expect(value(reader.next('lookup', { with: { b: 2, a: 1 }, id: 1 }, true))).toBe('found');
  });

  test('takes an argument that is null for one that is absent', () => {
    expect(value(tape([call('lookup', { id: 1, note: null }, 'x')]).next('lookup', { id: 1 }, true))).toBe('x');
  });

  test('misses a call with other arguments or another name', () => {
    const reader = tape([call('lookup', { id: 1 }, 'x')]);
    expect(reader.next('lookup', { id: 2 }, true)).toBeNull();
    expect(reader.next('look', { id: 1 }, true)).toBeNull();
  });

  test('answers the n-th equal call with the n-th recorded result', () => {
    const reader = tape([call('poll', {}, 'pending'), call('poll', {}, 'done')]);
    expect([1, 2].map(() => value(reader.next('poll', {}, true)))).toEqual(['pending', 'done']);
  });

  test('repeats the last result of a read-only tool, but never that of a state-changing one', () => {
    const steps = [call('t', {}, 'only')];
    const reading = tape(steps);
    expect([1, 2, 3].map(() => value(reading.next('t', {}, true)))).toEqual(['only', 'only', 'only']);
    const changing = tape(steps);
    expect(value(changing.next('t', {}, false))).toBe('only');
    expect(changing.next('t', {}, false)).toBeNull();
  });

  test('finds in a second recording what the first one does not have', () => {
    const reader = tape([call('a', {}, 1)], [call('b', {}, 2), call('a', {}, 3), call('a', {}, 4)]);
    expect(value(reader.next('b', {}, true))).toBe(2);
    expect(value(reader.next('a', {}, false))).toBe(1);
    expect(value(reader.next('a', {}, false))).toBe(4);
    expect(reader.next('a', {}, false)).toBeNull();
  });
});
