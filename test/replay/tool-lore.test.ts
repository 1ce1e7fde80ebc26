import { describe, expect, test } from 'vitest';
import type { RecordedStep } from '../../src/corpus/index.ts';
import { type Tape, tapeRules, tapesOf } from '../../src/replay/tape.ts';
import { type TapeHit, TapeReader } from '../../src/replay/tape-reader.ts';
import type { Json } from '../../src/trace/index.ts';
import { aCase } from '../score/build.ts';
import { toolPolicy } from './tool-policy.ts';

const call = (name: string, args: Json, value: Json): RecordedStep => ({
  ...{ kind: 'tool_call', name, arguments: args },
  outcome: { kind: 'result', value },
});

const failing = (name: string, args: Json): RecordedStep => ({
  ...{ kind: 'tool_call', name, arguments: args },
  outcome: { kind: 'error', value: 'no' },
});

/** The tape of the first of these cases; tools that begin with `get` only read. */
function firstTape(...cases: readonly (readonly RecordedStep[])[]): Tape {
  return firstTapeBeside(new Set(), ...cases);
}

/** The same where head has added some of them. */
function firstTapeBeside(added: ReadonlySet<string>, ...cases: readonly (readonly RecordedStep[])[]): Tape {
  const corpus = cases.map((steps, index) => aCase({ id: `c${index}`, recordings: [{ steps, output: null }] }));
  const rules = tapeRules(toolPolicy({ isReadOnly: (tool) => tool.startsWith('get') }), []);
  const [first] = tapesOf(corpus, rules, ({ id }) => added.has(id));
  if (first === undefined) throw new Error('no case');
  return first.tape;
}

function reading(tape: Tape) {
  const reader = new TapeReader(tape);
  const hit = (name: string, args: Json = {}): TapeHit | null => reader.next({ name, arguments: args });
  return { hit, ask: (name: string, args: Json = {}): Json | undefined => hit(name, args)?.outcome.value };
}

describe('a state change', () => {
  const reads = call('get', {}, 1);
  const sent = (to: string, amount: number, said = `${amount}.0 sent to ${to}`): RecordedStep =>
    call('send', { to, amount }, said);

  test('that is made again is answered where the tool only ever repeats its arguments', () => {
    const { hit } = reading(firstTape([reads, sent('Ann', 5)], [sent('Bob', 7)]));
    const again = [1, 2].map(() => hit('send', { to: 'Ann', amount: 5 }));
    expect(again.map((one) => one?.otherCase)).toEqual([false, true]);
    expect(again[1]?.outcome).toEqual({ kind: 'result', value: '5.0 sent to Ann' });
  });

  test('is not where only a case that head added shows it, though that case itself learns from the others', () => {
    const asked = (added: string): (Json | undefined)[] => {
      const tape = firstTapeBeside(new Set([added]), [reads, sent('Ann', 5)], [sent('Bob', 7)], [sent('Cid', 9)]);
      const { ask } = reading(tape);
      return [1, 2].map(() => ask('send', { to: 'Ann', amount: 5 }));
    };
    expect(asked('c0')).toEqual(['5.0 sent to Ann', '5.0 sent to Ann']);
    const { ask } = reading(firstTapeBeside(new Set(['c1']), [reads, sent('Ann', 5)], [sent('Bob', 7)]));
    expect([1, 2].map(() => ask('send', { to: 'Ann', amount: 5 }))).toEqual(['5.0 sent to Ann', undefined]);
    // A word of head's takes nothing away either
    const { hit } = reading(
      firstTapeBeside(new Set(['c2']), [reads, sent('Ann', 5)], [sent('Bob', 7)], [sent('Cid', 9, 'no')]),
    );
    expect([1, 2].map(() => hit('send', { to: 'Ann', amount: 5 })?.otherCase)).toEqual([false, true]);
  });

  test('is not where the tool says more than that, or too little is known of it', () => {
    for (const others of [[[sent('Bob', 7, '7.0 sent to Bob, number 2')]], []]) {
      const { ask } = reading(firstTape([reads, sent('Ann', 5)], ...others));
      expect([1, 2].map(() => ask('send', { to: 'Ann', amount: 5 }))).toEqual(['5.0 sent to Ann', undefined]);
    }
  });

  test('that failed fails again until something has changed', () => {
    const { ask } = reading(firstTape([reads, failing('put', { id: 'A' }), call('del', { id: 'A' }, 'done')]));
    expect([1, 2].map(() => ask('put', { id: 'A' }))).toEqual(['no', 'no']);
    expect([ask('del', { id: 'A' }), ask('put', { id: 'A' })]).toEqual(['done', undefined]);
  });

  test('after one that was not recorded is answered where the two have no argument in common', () => {
    const tape = firstTape([reads, call('put', { id: 'A', n: 1 }, 'a'), call('put', { id: 'B', n: 2 }, 'b')]);
    const askedAfter = (id: string): TapeHit | null => {
      const reader = new TapeReader(tape);
      reader.changed({ name: 'put', arguments: { id, n: 9 } });
      return reader.next({ name: 'put', arguments: { id: 'B', n: 2 } });
    };
    expect(askedAfter('A')).toMatchObject({ outcome: { value: 'b' }, otherState: true });
    expect(askedAfter('B')).toBeNull();
  });
});

describe('a read that is not on the tape of its case', () => {
  const day = (n: number, value: Json = `day ${n}`): RecordedStep => call('get_day', { n }, value);

  test('is answered from another case where the tool answers alike in all cases', () => {
    const { hit } = reading(firstTape([day(1), day(2)], [day(1), day(2), day(3)]));
    expect(hit('get_day', { n: 3 })).toMatchObject({ outcome: { value: 'day 3' }, otherCase: true, otherState: false });
    expect(hit('get_day', { n: 4 })).toBeNull();
  });

  test('is not where one call was ever answered in two ways, or too few were made twice', () => {
    expect(
      reading(firstTape([day(1), day(2)], [day(1), day(2), day(3)], [day(3, 'rain')])).ask('get_day', { n: 3 }),
    ).toBe(undefined);
    expect(reading(firstTape([day(1), day(2)], [day(1), day(3)])).ask('get_day', { n: 3 })).toBe(undefined);
  });

  test('is not once this trial has changed what it asks for', () => {
    const changing = [day(1), day(2), call('put_day', { n: 3 }, 'ok'), call('put_day', { n: 8 }, 'ok')];
    const askedAfter = (n: number): Json | undefined => {
      const { ask } = reading(firstTape(changing, [day(1), day(2), day(3)]));
      ask('put_day', { n });
      return ask('get_day', { n: 3 });
    };
    expect([askedAfter(8), askedAfter(3)]).toEqual(['day 3', undefined]);
  });

  test('is answered where the tool says the same to whatever it is asked', () => {
    const thoughts = (count: number) => Array.from({ length: count }, (_, n) => call('get_note', { n }, 'noted'));
    expect(reading(firstTape(thoughts(5))).ask('get_note', { n: 9 })).toBe('noted');
    expect(reading(firstTape(thoughts(4))).ask('get_note', { n: 9 })).toBe(undefined);
    const failures = Array.from({ length: 5 }, (_, n) => failing('get_note', { n }));
    expect(reading(firstTape(failures)).ask('get_note', { n: 9 })).toBe(undefined);
  });
});
