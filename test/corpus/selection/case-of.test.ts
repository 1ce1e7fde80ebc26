import { describe, expect, test } from 'vitest';
import {
  caseFrom,
  caseIdOf,
  caseInputFault,
  DEFAULT_CASE_INPUT,
  parseCaseLine,
  replayable,
  writeCaseLine,
} from '../../../src/corpus/index.ts';
import type { Json, Message, ObservedModelCall, ObservedStep, ObservedTrajectory } from '../../../src/trace/index.ts';
import { run } from '../slices/runs.ts';

const says = (role: Message['role'], text: string): Message => ({ role, parts: [{ kind: 'text', text }] });
const [template] = run({}).steps;

function asks(input: readonly Message[] | null, output: string | null = null): ObservedModelCall {
  if (template?.kind !== 'model_call') throw new Error('the first step is a model call');
  return { ...template, input, output: output === null ? null : says('assistant', output) };
}

function calls(name: string, more: Partial<Extract<ObservedStep, { kind: 'tool_call' }>> = {}): ObservedStep {
  const [, call] = run({ tools: [name] }).steps;
  if (call?.kind !== 'tool_call') throw new Error('the second step is a tool call');
  return { ...call, ...more };
}

const did = (...steps: readonly ObservedStep[]): ObservedTrajectory => ({ ...run({ answer: 'the end' }), steps });
const facts = { traceId: null, slices: [], cohorts: [], weight: 1, input: DEFAULT_CASE_INPUT };
const first = [says('system', 'Be kind.'), says('user', 'Hello')];

describe('a case out of a trajectory', () => {
  test('asks what the agent was asked: user turns and final texts, not what the agent did in between', () => {
    const wants: Message = {
      role: 'assistant',
      parts: [
        { kind: 'text', text: 'Let me see' },
        { kind: 'tool_call', id: '1', name: 'see', arguments: {} },
      ],
    };
    const got: Message = { role: 'tool', parts: [{ kind: 'tool_result', id: '1', result: 'x', isError: false }] };
    const input = [...first, wants, got, says('assistant', 'Hello!'), says('user', 'A refund, please')];
    const draft = caseFrom(did(asks(input), calls('pay')), facts);
    expect(draft).toMatchObject({
      status: 'active',
      slices: ['default'],
      input: {
        messages: [
          { role: 'user', content: 'Hello' },
          { role: 'assistant', content: 'Hello!' },
          { role: 'user', content: 'A refund, please' },
        ],
      },
      recordings: [{ steps: [{ kind: 'model_call' }, { kind: 'tool_call', name: 'pay' }], output: 'the end' }],
    });
    if (typeof draft === 'string') throw new Error(draft);
    expect(parseCaseLine(writeCaseLine(draft))).toMatchObject({ kind: 'case', case: { id: 'run-1' } });
  });

  test('ends where the user speaks again: what is said then depends on what was answered', () => {
    const later = [...first, says('assistant', 'Which order?'), says('user', 'o-1')];
    const turn = replayable(
      did(asks(first), calls('see'), asks(first, 'Which order?'), asks(later, 'Done'), calls('pay')),
      DEFAULT_CASE_INPUT,
    );
    if (typeof turn === 'string') throw new Error(turn);
    expect(turn.messages).toEqual([{ role: 'user', content: 'Hello' }]);
    expect(turn.steps.map((step) => (step.kind === 'tool_call' ? step.name : 'model'))).toEqual([
      'model',
      'see',
      'model',
    ]);
    expect(turn.output).toBe('Which order?');
  });

  test("takes a sub-agent's conversation for part of the turn", () => {
    const turn = replayable(
      did(asks(first), asks([says('user', 'Search'), says('user', 'Deeper')]), calls('pay')),
      DEFAULT_CASE_INPUT,
    );
    expect(turn).toMatchObject({ steps: [{}, {}, { name: 'pay' }], output: 'the end' });
  });

  test('is quarantined where an outcome says that the recording went wrong', () => {
    const status = (passed: boolean | null) => {
      const draft = caseFrom({ ...run({ passed }) }, facts);
      return typeof draft === 'string' ? draft : draft.status;
    };
    expect([true, false, null].map(status)).toEqual(['active', 'quarantined', 'active']);
  });

  test.each<[string, ObservedTrajectory, string]>([
    ['nothing that was asked', did(asks(null), calls('pay')), 'no_input'],
    ['a conversation that ends with the agent', did(asks([...first, says('assistant', 'Hi')])), 'no_question'],
    ['a trace of which a part was not kept', { ...did(asks(first), calls('pay')), leftOutRecords: 3 }, 'cut'],
    ['arguments that were not kept', did(asks(first), calls('pay', { arguments: null })), 'no_arguments'],
    ['a result that was not kept', did(asks(first), calls('pay', { outcome: { kind: 'unknown' } })), 'no_result'],
    ['no model', did({ ...asks(first), requestModel: null }), 'no_model'],
    ['arguments nested without end', did(asks(first), calls('pay', { arguments: deep(300) })), 'too_deep'],
  ])('is not made of %s', (_, trajectory, reason) => {
    expect(caseFrom(trajectory, facts)).toBe(reason);
  });

  test('gives the agent what the template says', () => {
    const inputOf = (template: Json, messages = first) => {
      const draft = caseFrom(did(asks(messages)), { ...facts, input: template });
      return typeof draft === 'string' ? draft : draft.input;
    };
    const conversation = [...first, says('assistant', 'Hi'), says('user', 'Pay')];
    expect(inputOf('$text')).toBe('Hello');
    expect(inputOf({ question: '$text', shop: [1, 'desk'] })).toEqual({ question: 'Hello', shop: [1, 'desk'] });
    expect(inputOf({ question: '$text' }, conversation)).toBe('no_place');
    expect(inputOf({ question: '$text', history: '$messages' }, conversation)).toEqual({
      question: 'Pay',
      history: [
        { role: 'user', content: 'Hello' },
        { role: 'assistant', content: 'Hi' },
        { role: 'user', content: 'Pay' },
      ],
    });
    expect(inputOf('$text', [says('user', '$messages')])).toBe('$messages');
  });

  test.each<[Json, string | null]>([
    ['$text', null],
    [{ a: ['$messages'], b: null }, null],
    [{ question: 'text' }, 'each case would be given the same'],
    [{ question: '$text', user: '$user' }, 'received $user'],
  ])('knows what is wrong with the template %j', (template, fault) => {
    if (fault === null) expect(caseInputFault(template)).toBeNull();
    else expect(caseInputFault(template)).toContain(fault);
  });

  test('says when it was recorded, to the millisecond', () => {
    const at = (startUs: number | null) => {
      const draft = caseFrom({ ...run({}), startUs }, facts);
      return typeof draft === 'string' ? draft : draft.source.recordedAt;
    };
    const times = ['2026-11-20T12:34:56.789Z', '2000-01-01T00:00:00.000Z', '2028-02-29T23:59:59.999Z'];
    expect(times.map((time) => at(Date.parse(time) * 1000 + 999))).toEqual(times);
    expect([null, -1, 9e15].map(at)).toEqual([null, null, null]);
  });

  test('has an id that a corpus takes', () => {
    expect(caseIdOf('t-1')).toBe('t-1');
    expect(caseIdOf('')).toHaveLength(64);
    expect(caseIdOf('x'.repeat(201))).not.toBe(caseIdOf('x'.repeat(202)));
  });
});

function deep(levels: number): Json {
  let value: Json = 1;
  for (let i = 0; i < levels; i += 1) value = { a: value };
  return value;
}
