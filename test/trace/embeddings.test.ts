import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embeddingsAs, type JsonObject } from '../../src/trace/index.ts';
import { keyOf } from './key-of.ts';

const answer = (...vectors: JsonObject['x'][]): JsonObject => ({
  object: 'list',
  data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding: embedding ?? null })),
});

describe('an embeddings answer', () => {
  test('says the same in both encodings, to the bit', () => {
    const vectors = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(vectors, { maxLength: 3 }), (made) => {
        // JSON has no negative zero.
        const said = answer(...made.map((vector) => vector.map((one) => (one === 0 ? 0 : one))));
        const written = embeddingsAs('float', embeddingsAs('base64', said));
        expect(embeddingsAs('base64', written)).toEqual(embeddingsAs('base64', said));
        expect(JSON.stringify(written).length).toBeLessThanOrEqual(JSON.stringify(said).length);
      }),
      { numRuns: 200 },
    );
  });

  test('has the numbers that a provider writes', () => {
    expect(embeddingsAs('base64', answer([1, -0.5]))).toEqual(answer('AACAPwAAAL8='));
    const numbers = [-0.006929283, 0.1, 1e-8, 3];
    expect(embeddingsAs('float', embeddingsAs('base64', answer(numbers)))).toEqual(answer(numbers));
  });

  test('is the same object where it is in that encoding already, or is no such answer', () => {
    for (const [encoding, said] of [
      ['float', answer([1, 2])],
      ['base64', answer('AACAPw==')],
      ['base64', answer(null, ['x'])],
      ['float', { error: 'x' }],
    ] as const)
      expect(embeddingsAs(encoding, said)).toBe(said);
  });
});

test('the key of an embeddings request is about what is embedded by what, not about how it travels', () => {
  const key = (more: JsonObject) => keyOf('openai-embeddings', { model: 'e', input: 'hi', ...more });
  expect(key({ encoding_format: 'base64', user: 'u' })).toBe(key({ encoding_format: 'float' }));
  const others = [{ input: 'ho' }, { input: ['hi', 'ho'] }, { model: 'f' }, { dimensions: 64 }].map(key);
  expect(new Set([key({}), ...others]).size).toBe(5);
  const chat = { model: 'm', messages: [], encoding_format: 'float' };
  expect(keyOf('openai-chat', chat)).not.toBe(keyOf('openai-chat', { model: 'm', messages: [] }));
});
