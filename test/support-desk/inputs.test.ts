import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { GENERAL_QUESTIONS } from '../../evals/support-desk/inputs/phrases.ts';
import { buildInputs } from '../../evals/support-desk/inputs.ts';
import { readConversation } from '../../evals/support-desk/provider/conversation.ts';
import { keywordsOf } from '../../evals/support-desk/provider/slots.ts';
import { CORPUS } from '../../evals/support-desk/repository.ts';
import { findArticle } from '../../evals/support-desk/shop/articles.ts';
import { CASES } from './desk-fixture.ts';

const INTENTS: Readonly<Record<string, string | null>> = {
  full_refund: 'refund',
  partial_refund: 'refund',
  cancellation: 'cancel',
  return_pickup: 'pickup',
  human_request: 'human',
  shop_question: 'question',
  warranty_question: 'question',
  off_topic: null,
};

test('there are more than 400 cases in 15 slices of 15 to 70, the same every time', () => {
  const sizes = Object.values(Object.groupBy(CASES, ({ slices }) => slices.join())).map((cases) => cases?.length ?? 0);
  expect(CASES.length).toBeGreaterThanOrEqual(400);
  expect(sizes).toHaveLength(15);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(15);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(70);
  expect(buildInputs()).toEqual(CASES);
});

test('ids and messages are all different', () => {
  expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length);
  expect(new Set(CASES.map(({ input }) => JSON.stringify(input))).size).toBe(CASES.length);
});

test('some cases are conversations, and what opens a conversation is a case of its cluster', () => {
  const long = CASES.filter(({ input }) => input.messages.length > 1);
  expect(long.length).toBeGreaterThanOrEqual(40);
  const clustered = CASES.filter(({ cluster }) => cluster !== null);
  expect(clustered.length).toBeGreaterThanOrEqual(40);
  for (const [, members] of Map.groupBy(clustered, ({ cluster }) => cluster)) {
    expect(members).toHaveLength(2);
    expect(members[1]?.input.messages[0]).toEqual(members[0]?.input.messages[0]);
  }
});

test('the stand-in understands what every customer wants', () => {
  const misunderstood = CASES.filter(({ slices: [slice = ''], input }) => {
    const wanted = slice in INTENTS ? INTENTS[slice] : slice;
    return (readConversation({ model: '', messages: input.messages }).intent?.name ?? null) !== wanted;
  });
  expect(misunderstood.map(({ id }) => id)).toEqual([]);
});

test('the words of every question find its article', () => {
  const lost = GENERAL_QUESTIONS.filter(
    ({ text, articleId }) => findArticle(keywordsOf(text).join(' '))?.articleId !== articleId,
  );
  expect(lost.map(({ text }) => text)).toEqual([]);
});

test('the corpus was recorded from these inputs', () => {
  const lines = gunzipSync(readFileSync(CORPUS)).toString('utf8').trim().split('\n');
  const recorded = lines.map((line) => JSON.parse(line) as Pick<(typeof CASES)[number], 'id' | 'input'>);
  const asked = ({ id, input }: (typeof recorded)[number]) => ({ id, input });
  expect(recorded.map(asked)).toEqual(CASES.map(asked));
});
