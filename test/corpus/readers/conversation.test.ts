import { expect, test } from 'vitest';
import { NO_FACTS, stepsOf, type Turn } from '../../../src/corpus/readers/conversation.ts';
import type { Json, ObservedStep } from '../../../src/trace/index.ts';

function asks(...calls: readonly (readonly [id: string | null, name: string, args?: Json])[]): Turn {
  const asked = calls.map(([id, name, args = {}]) => ({ id, name, arguments: args }));
  return { kind: 'answered', parts: [], calls: asked, facts: NO_FACTS, source: 'a' };
}

function gives(id: string | null, value: Json, name: string | null = null): Turn {
  const outcome = { kind: 'result', value } as const;
  return { kind: 'returned', id, name, outcome, startUs: null, durationMs: null, source: 'r' };
}

const says = (text: string): Turn => ({
  kind: 'answered',
  parts: [{ kind: 'text', text }],
  calls: [],
  facts: NO_FACTS,
  source: 's',
});

function results(steps: readonly ObservedStep[]): unknown[] {
  return steps.flatMap((step) =>
    step.kind === 'tool_call' ? [[step.name, step.outcome.kind === 'unknown' ? null : step.outcome.value]] : [],
  );
}

test('results find their calls by id, whatever their order', () => {
  const { steps, problems } = stepsOf([asks(['1', 'a'], ['2', 'b']), gives('2', 'of b'), gives('1', 'of a')], []);
  expect(results(steps)).toEqual([
    ['a', 'of a'],
    ['b', 'of b'],
  ]);
  expect(problems).toEqual([]);
});

test('an id that is used again stands for the later call', () => {
  const { steps } = stepsOf([asks(['1', 'a']), gives('1', 'first'), asks(['1', 'b']), gives('1', 'second')], []);
  expect(results(steps)).toEqual([
    ['a', 'first'],
    ['b', 'second'],
  ]);
});

test('results without ids belong to the open calls in their order, by name where they have one', () => {
  const turns = [asks([null, 'a'], [null, 'b'], [null, 'a']), gives(null, 1, 'b'), gives(null, 2, 'a'), gives(null, 3)];
  expect(results(stepsOf(turns, []).steps)).toEqual([
    ['a', 2],
    ['b', 1],
    ['a', 3],
  ]);
});

test('a call without a result stays unknown; a result without a call is a problem and stays in the conversation', () => {
  const { steps, problems } = stepsOf([asks(['1', 'a']), gives('9', 'lost'), says('done')], []);
  expect(results(steps)).toEqual([['a', null]]);
  expect(problems).toEqual(['r: a tool result, but no call of it before']);
  const last = steps.at(-1);
  expect(last?.kind === 'model_call' && last.input?.at(-1)?.parts).toEqual([
    { kind: 'tool_result', id: '9', result: 'lost', isError: false },
  ]);
});

test('a model call holds all messages before it, calls and results under one id', () => {
  const user: Turn = { kind: 'said', message: { role: 'user', parts: [{ kind: 'text', text: 'hi' }] }, source: 'u' };
  const { steps, output } = stepsOf([user, asks([null, 'a', { x: 1 }]), gives(null, 'of a'), says('done')], ['desk']);
  const last = steps.at(-1);
  expect(last).toMatchObject({ kind: 'model_call', agent: ['desk'], sources: ['s'] });
  expect(last?.kind === 'model_call' && last.input).toEqual([
    { role: 'user', parts: [{ kind: 'text', text: 'hi' }] },
    { role: 'assistant', parts: [{ kind: 'tool_call', id: 'call-1', name: 'a', arguments: { x: 1 } }] },
    { role: 'tool', parts: [{ kind: 'tool_result', id: 'call-1', result: 'of a', isError: false }] },
  ]);
  expect(steps[1]).toMatchObject({ id: null, sources: ['a', 'r'] });
  expect(output).toBe('done');
});

test('a run that ends in a tool call has no output', () => {
  expect(stepsOf([says('wait'), asks(['1', 'a']), gives('1', 1)], []).output).toBeNull();
  expect(stepsOf([], []).output).toBeNull();
});

test('a run of very many messages is read in bounded memory, and says what is not kept', () => {
  const turns = Array.from({ length: 5000 }, (_, n) => says(String(n)));
  const { steps, problems } = stepsOf(turns, []);
  expect(steps).toHaveLength(5000);
  const inputs = steps.map((step) => (step.kind === 'model_call' ? (step.input?.length ?? null) : null));
  expect([inputs[2000], inputs[2001]]).toEqual([2000, null]);
  expect(problems).toEqual(['model calls behind more than 2000 messages are kept without their input']);
});

test('very many calls of one answer, and very many results of no call, are read without trouble', () => {
  const many = Array.from({ length: 150_000 }, (_, n) => n);
  const calls = many.map((n) => ({ id: `c${n}`, name: 'a', arguments: {} }));
  const turns: Turn[] = [
    { kind: 'answered', parts: [], calls, facts: NO_FACTS, source: 'a' },
    ...many.slice(0, 10_000).map((n) => gives(`lost${n}`, n)),
  ];
  const { steps, problems } = stepsOf(turns, []);
  expect({ steps: steps.length, problems: problems.length }).toEqual({ steps: 150_001, problems: 10_001 });
});
