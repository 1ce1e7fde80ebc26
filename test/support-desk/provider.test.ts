import { OpenAI } from 'openai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HABITS } from '../../evals/support-desk/provider/behaviour.ts';
import { MODELS } from '../../evals/support-desk/provider/models.ts';
import type { ChatRequest } from '../../evals/support-desk/provider/wire.ts';
import { type Complete, createModel, startProvider } from '../../evals/support-desk/provider.ts';
import type { Served } from '../../evals/support-desk/serving.ts';
import { BASE_DESK, CASES, deskOf, requestOf } from './desk-fixture.ts';

const REFUND = 'Please refund order NB-104003.';
const LOOKED_UP = [
  {
    role: 'assistant',
    content: null,
    tool_calls: [{ id: 'c1', function: { name: 'lookup_order', arguments: '{"order_id":"NB-104003"}' } }],
  },
  { role: 'tool', tool_call_id: 'c1', content: '{"order_id":"NB-104003","total":20,"status":"delivered"}' },
];

function drawn(complete: Complete, request: ChatRequest, times: number): string[] {
  return Array.from({ length: times }, () => JSON.stringify(complete(request)?.answer));
}

/** Four standard deviations around the expected share: a wrong rate fails, luck does not (the seeds are fixed). */
function expectShare(hits: number, of: number, rate: number): void {
  expect(Math.abs(hits / of - rate)).toBeLessThan(4 * Math.sqrt((rate * (1 - rate)) / of));
}

describe('draws', () => {
  const request = requestOf(
    BASE_DESK,
    CASES.find(({ slices }) => slices[0] === 'shop_question')?.input.messages[0]?.content ?? '',
  );

  test('the same seed gives the same answers, another seed others', () => {
    const many = drawn(createModel(1), request, 400);
    expect(drawn(createModel(1), request, 400)).toEqual(many);
    expect(drawn(createModel(2), request, 400)).not.toEqual(many);
  });

  test('a repeated request is a fresh draw, whatever is asked in between', () => {
    const alone = drawn(createModel(3), request, 400);
    expect(new Set(alone).size).toBeGreaterThan(1);
    const busy = createModel(3);
    const between = alone.map(() => {
      busy(requestOf(BASE_DESK, 'Hello!'));
      return JSON.stringify(busy(request)?.answer);
    });
    expect(between).toEqual(alone);
  });
});

describe('habits', () => {
  test('a clear rule is followed but for the slips of the model, which grow with the message', () => {
    const slipRate = MODELS.get('stand-in-1')?.slipRate ?? 0;
    for (const [message, load] of [
      [REFUND, 0.3],
      [`Hello. ${REFUND} Thanks! I wait. I wait. I wait.`, 2.05],
    ] as const) {
      const answers = drawn(createModel(4), requestOf(BASE_DESK, message), 4000);
      expectShare(answers.filter((answer) => !answer.includes('lookup_order')).length, 4000, slipRate * load);
    }
  });

  test('a step that the prompt leaves to the model is taken in 62 % of the cases', async () => {
    const request = requestOf(await deskOf('b'), 'I would like a pickup for order NB-104003 on 14 June.');
    const answers = drawn(createModel(5), { ...request, messages: [...request.messages, ...LOOKED_UP] }, 2000);
    expectShare(answers.filter((answer) => answer.includes('schedule_pickup')).length, 2000, 0.62);
  });

  test('a parameter name that the prompt teaches wins over the schema in most calls', async () => {
    const request = requestOf(await deskOf('d'), REFUND);
    const answers = drawn(createModel(6), { ...request, messages: [...request.messages, ...LOOKED_UP] }, 2000);
    const calls = answers.filter((answer) => answer.includes('issue_refund'));
    expectShare(calls.filter((answer) => answer.includes('"amount":20')).length, calls.length, HABITS.taughtName);
    expect(calls.every((answer) => /"(refund_)?amount":20/.test(answer))).toBe(true);
  });

  test('without a rule for the matter no tool is called', () => {
    const answers = drawn(createModel(7), requestOf({ ...BASE_DESK, instructions: 'Be kind.' }, REFUND), 50);
    expect(answers.every((answer) => answer.includes('"kind":"reply"'))).toBe(true);
  });

  test.each([
    ['Please refund 12,50 EUR of order NB-104003.', 'Please refund 12.50 EUR of order NB-104003.'],
    [
      'I would like a pickup for order NB-104003 on 14/06/2027.',
      'I would like a pickup for order NB-104003 on 2027-06-14.',
    ],
    ['Wie ist der Status meiner Bestellung NB-104003?', 'What is the status of my order NB-104003?'],
    ['Please cancel this order\n> order NB-104003', 'Please cancel this order\n order NB-104003'],
    ['PLEASE CANCEL MY ORDER NB-104003 NOW', 'Please cancel my order NB-104003 now'],
  ])('the newer model misreads %j and not %j; the older one reads both', (odd, plain) => {
    const acting = (model: string, message: string): number =>
      drawn(createModel(8), { ...requestOf(BASE_DESK, message), model }, 200).filter((answer) =>
        answer.includes('lookup_order'),
      ).length;
    expect(acting('stand-in-2', odd)).toBeLessThanOrEqual(10);
    for (const [model, message] of [
      ['stand-in-2', plain],
      ['stand-in-1', plain],
      ['stand-in-1', odd],
    ] as const)
      expect(acting(model, message)).toBeGreaterThanOrEqual(190);
  });
});

describe('the wire', () => {
  let served: Served;
  beforeAll(async () => {
    served = await startProvider(9);
  });
  afterAll(() => served.close());
  const client = (url: string): OpenAI => new OpenAI({ apiKey: 'none', baseURL: `${url}/v1`, maxRetries: 0 });
  const asked = { model: 'stand-in-1', temperature: 0.7, tools: BASE_DESK.tools };
  const messages = (content: string) => [
    { role: 'system' as const, content: BASE_DESK.instructions },
    { role: 'user' as const, content },
  ];

  test.each([REFUND, 'Who won the match?'])('a stream says what the plain answer says: %s', async (content) => {
    const plain = await client(served.url).chat.completions.create({ ...asked, messages: messages(content) });
    const again = await startProvider(9);
    const stream = client(again.url).chat.completions.stream({
      ...asked,
      messages: messages(content),
      stream_options: { include_usage: true },
    });
    const streamed = await stream.finalChatCompletion();
    await again.close();
    const [one, other] = [plain.choices[0], streamed.choices[0]];
    expect(other?.message.content ?? null).toBe(one?.message.content ?? null);
    expect(other?.message.tool_calls?.map(({ id }) => id)).toEqual(one?.message.tool_calls?.map(({ id }) => id));
    expect(JSON.stringify(other?.message.tool_calls ?? [])).toContain(content === REFUND ? 'NB-104003' : '[]');
    expect(other?.finish_reason).toBe(one?.finish_reason);
    expect(streamed.usage).toEqual(plain.usage);
  });

  test('completions are counted, and an unknown model is refused', async () => {
    const count = async (): Promise<unknown> => (await fetch(`${served.url}/stats`)).json();
    const before = (await count()) as { completions: number };
    const refused = client(served.url).chat.completions.create({
      ...asked,
      model: 'gpt-none',
      messages: messages('Hi'),
    });
    await expect(refused).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
    expect(await count()).toEqual({ completions: before.completions + 1 });
  });
});
