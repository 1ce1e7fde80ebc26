import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JsonObject } from '../../src/trace/index.ts';
import { ask, client, type GatewayBench, openGatewayBenchWith } from './gateway-bench.ts';
import { chatAnswer, sendJson, startProvider, type TestProvider } from './provider.ts';

let bench: GatewayBench<TestProvider>;

const VECTORS = { float: [0.25, -1.5], base64: 'AACAPgAAwL8=' };

/** As OpenAI answers: floats unless asked for base64. */
const startEmbedder = () =>
  startProvider(({ path, body }, _, response) => {
    if (!path.endsWith('/embeddings')) return sendJson(response, 200, chatAnswer('hi'));
    const embedding = VECTORS[body.encoding_format === 'base64' ? 'base64' : 'float'];
    sendJson(response, 200, {
      object: 'list',
      data: [{ object: 'embedding', index: 0, embedding }],
      model: body.model,
      usage: { prompt_tokens: 3, total_tokens: 3 },
    });
  });

beforeEach(async () => {
  bench = await openGatewayBenchWith(startEmbedder);
});

afterEach(() => bench.close());

test.each(['float', 'base64'] as const)(
  'embeddings that were drawn as %s are replayed with the provider away, in either encoding',
  async (drawn) => {
    const create = async (encoding_format?: 'float' | 'base64') => {
      const { embeddings } = client(running);
      return embeddings.create({
        model: 'e',
        input: 'hi',
        ...(encoding_format === undefined ? {} : { encoding_format }),
      });
    };
    let running = bench.start();
    const said = await create(drawn);
    expect(said.data[0]?.embedding).toEqual(VECTORS[drawn]);
    bench = await bench.reopen('recorded');
    for (const [encoding, vector] of [
      ['float', VECTORS.float],
      ['base64', VECTORS.base64],
      // The client asks for base64 and decodes it by itself.
      [undefined, VECTORS.float],
    ] as const) {
      running = bench.start();
      expect((await create(encoding)).data[0]?.embedding).toEqual(vector);
      expect(running.end()).toMatchObject({ standing: 'hermetic', answers: { store: 1 } });
    }
    expect(bench.provider.seen).toEqual([]);
  },
);

test('an embeddings call is a step with its tokens, and leaves the conversation beside it alone', async () => {
  const running = bench.start();
  const first = ask('hello');
  await client(running).chat.completions.create(first);
  await client(running).embeddings.create({ model: 'e', input: 'hello' });
  const messages = [...first.messages, { role: 'user' as const, content: 'and now?' }];
  await client(running).chat.completions.create({ ...first, messages });
  const { steps } = running.end().trajectory;
  expect(steps[1]).toMatchObject({
    wire: 'openai-embeddings',
    model: 'e',
    response: null,
    newMessages: [],
    usage: { inputTokens: 3, outputTokens: 0 },
  });
  expect(steps[2]).toMatchObject({ newMessages: [{ parts: [{ text: 'and now?' }] }] });
});

test('the bytes of an answer in the same encoding are the provider’s own', async () => {
  const url = `${bench.start().lease.urls.openai}/embeddings`;
  const body = JSON.stringify({ model: 'e', input: 'hi' } satisfies JsonObject);
  const bytes = async () => (await fetch(url, { method: 'POST', body })).text();
  const drawn = await bytes();
  expect(drawn).toContain('"embedding":[0.25,-1.5]}],"model":"e"');
  bench = await bench.reopen('recorded');
  const again = `${bench.start().lease.urls.openai}/embeddings`;
  expect(await (await fetch(again, { method: 'POST', body })).text()).toBe(drawn);
});
