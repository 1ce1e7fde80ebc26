import { describe, expect, test } from 'vitest';
import { Conversations, type PlacedEnd } from '../../src/replay/conversations.ts';
import type { PassedCall, Turn } from '../../src/replay/turns.ts';
import type { Message, Part, WireRequest } from '../../src/trace/index.ts';

const user = (text: string): Message => ({ role: 'user', parts: [{ kind: 'text', text }] });
const said = (text: string): Message => ({ role: 'assistant', parts: [{ kind: 'text', text }] });
const calls = (...ids: readonly string[]): Message => ({
  role: 'assistant',
  parts: ids.map((id): Part => ({ kind: 'tool_call', id, name: 'pay', arguments: { order: id } })),
});
const result = (id: string, value = 'paid'): Message => ({
  role: 'tool',
  parts: [{ kind: 'tool_result', id, result: value, isError: false }],
});

function passed(messages: readonly Message[], response: Message, more: Partial<PassedCall> = {}): PassedCall {
  const request: WireRequest = {
    wire: 'openai-chat',
    model: 'm',
    stream: false,
    instructions: [],
    messages,
    tools: [],
  };
  const answer = { response, usage: null };
  return { request, requestKey: 'k', answer, continues: [], keptAs: [], conversation: null, ...more };
}

function turnOf({ end }: PlacedEnd): Turn {
  if (end.kind !== 'turn') throw new Error(`expected a turn, received ${JSON.stringify(end)}`);
  return end.turn;
}

const placeOf = ({ conversation, turn }: PlacedEnd): readonly number[] => [conversation, turn];

describe('whose conversation a request belongs to', () => {
  test('is told by the history that it begins with, also where two began alike', () => {
    const book = new Conversations();
    const first = book.add(passed([user('hi')], said('Hello')));
    const second = book.add(passed([user('hi')], said('Good day')));
    const later = book.add(passed([user('hi'), said('Good day'), user('pay')], said('Paid')));
    const earlier = book.add(passed([user('hi'), said('Hello'), user('thanks')], said('Bye')));
    expect([first, second, later, earlier].map(placeOf)).toEqual([
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 2],
    ]);
  });

  test('is a new one where its history passed elsewhere', () => {
    const book = new Conversations();
    book.add(passed([user('hi')], said('Hello')));
    const other = book.add(passed([user('hi'), said('Never said'), user('pay')], said('Paid')));
    expect(placeOf(other)).toEqual([2, 1]);
    expect(turnOf(other).input.messages.map(({ content }) => content)).toEqual(['hi', 'Never said', 'pay']);
  });

  test('is told by the answer that it continues by its id, and then its history is what was said before', () => {
    const book = new Conversations();
    book.add(passed([user('hi')], said('Hello'), { keptAs: ['resp_1'] }));
    const next = book.add(passed([user('pay')], said('Paid'), { continues: ['resp_1'], keptAs: ['resp_2'] }));
    expect(placeOf(next)).toEqual([1, 2]);
    expect(turnOf(next).input.messages).toEqual([
      { role: 'user', content: 'hi' },
      { role: 'assistant', content: 'Hello' },
      { role: 'user', content: 'pay' },
    ]);
  });

  test('is told by what the user names before all else, so that a sub-agent’s requests belong to the turn', () => {
    const book = new Conversations();
    const named = { conversation: 'ticket-7' };
    expect(book.add(passed([user('hi')], calls('c1'), named)).end).toEqual({ kind: 'open' });
    expect(book.add(passed([user('sub-agent: look')], said('found'), named)).end).toEqual({ kind: 'open' });
    const turn = turnOf(book.add(passed([user('hi'), calls('c1'), result('c1')], said('Done'), named)));
    expect(turn.steps.map(({ kind }) => kind)).toEqual(['model_call', 'model_call', 'tool_call', 'model_call']);
    expect(turn.input.messages).toEqual([{ role: 'user', content: 'hi' }]);
  });
});

describe('a turn', () => {
  test('goes from the user’s message over parallel tool calls to the answer, in order', () => {
    const book = new Conversations();
    const asked = [user('pay both')];
    expect(book.add(passed(asked, calls('c1', 'c2'))).end.kind).toBe('open');
    expect(book.open()).toBe(1);
    const end = book.add(passed([...asked, calls('c1', 'c2'), result('c2'), result('c1', 'late')], said('Done')));
    expect(turnOf(end)).toMatchObject({ output: 'Done', model: 'm' });
    expect(turnOf(end).steps).toMatchObject([
      { kind: 'model_call' },
      { kind: 'tool_call', name: 'pay', arguments: { order: 'c2' }, outcome: { kind: 'result', value: 'paid' } },
      { kind: 'tool_call', name: 'pay', arguments: { order: 'c1' }, outcome: { kind: 'result', value: 'late' } },
      { kind: 'model_call' },
    ]);
    expect(book.open()).toBe(0);
  });

  test('has the outcome that a tool gave through pawl, which the model’s wire does not tell', () => {
    const book = new Conversations();
    book.add(passed([user('pay')], calls('c1')));
    book.tool({
      call: { name: 'pay', arguments: { order: 'c1' } },
      outcome: { kind: 'error', value: 'no such order' },
    });
    const end = book.add(passed([user('pay'), calls('c1'), result('c1', 'no such order')], said('Sorry')));
    expect(turnOf(end).steps[1]).toMatchObject({ outcome: { kind: 'error', value: 'no such order' } });
  });

  test.each([
    ['bank.pay', 'pay'],
    ['bank.pay', 'mcp__bank__pay'],
    ['my-bank.pay', 'my_bank_pay'],
    ['bank.pay', 'tools-pay'],
  ])('has the call %s of an MCP server under that name, where the model was told of %s', (made, told) => {
    const book = new Conversations();
    const call = { kind: 'tool_call', id: 'c1', name: told, arguments: { order: 'c1' } } as const;
    const asking: Message = { role: 'assistant', parts: [call] };
    book.add(passed([user('pay')], asking));
    const outcome = { kind: 'result', value: { isError: false } } as const;
    const others = ['bank.repay', 'shop.pay'].map((name) => ({ call: { name, arguments: { order: 'x' } }, outcome }));
    for (const other of others) book.tool(other);
    book.tool({ call: { name: made, arguments: { order: 'c1' } }, outcome });
    const end = book.add(passed([user('pay'), asking, result('c1')], said('Done')));
    expect(turnOf(end).steps[1]).toMatchObject({ name: made, outcome });
    expect(book.unasked()).toBe(2);
  });

  test('has the call of the server that the model was told of, where two have one like it', () => {
    const book = new Conversations();
    const call = { kind: 'tool_call', id: 'c1', name: 'mcp__shop__pay', arguments: {} } as const;
    const asking: Message = { role: 'assistant', parts: [call] };
    book.add(passed([user('pay')], asking));
    for (const name of ['bank.pay', 'shop.pay'])
      book.tool({ call: { name, arguments: {} }, outcome: { kind: 'result', value: name } });
    const end = book.add(passed([user('pay'), asking, result('c1')], said('Done')));
    expect(turnOf(end).steps[1]).toMatchObject({ name: 'shop.pay', outcome: { value: 'shop.pay' } });
  });

  test('that had begun before is lost and says so, and the next one of its conversation is whole', () => {
    const book = new Conversations();
    const before = [user('pay'), calls('c0'), result('c0')];
    expect(book.add(passed(before, said('Paid'))).end).toMatchObject({ kind: 'lost' });
    const next = book.add(passed([...before, said('Paid'), user('thanks')], said('Bye')));
    expect(turnOf(next).input.messages.map(({ content }) => content)).toEqual(['pay', 'Paid', 'thanks']);
  });

  test('with an image is lost and says so: its case would not hold it', () => {
    const image: Message = { role: 'user', parts: [{ kind: 'other', type: 'image' }] };
    expect(new Conversations().add(passed([image], said('A cat'))).end).toMatchObject({
      kind: 'lost',
      reason: expect.stringContaining('image'),
    });
  });
});
