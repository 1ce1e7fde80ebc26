import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openUpstream, type Upstream } from '../../src/replay/upstream.ts';
import { chatAnswer, sendJson, startProvider, type TestProvider } from './provider.ts';

const TIMEOUT_MS = 60_000;
const limits = { requestsPerMinute: null, tokensPerMinute: null };

let provider: TestProvider | null = null;
let upstream: Upstream | null = null;
let retries = 0;
afterEach(async () => {
  vi.useRealTimers();
  upstream?.close();
  await provider?.close();
});

beforeEach(() => {
  retries = 0;
});

async function ask(
  answer: Parameters<typeof startProvider>[0],
  form: 'json' | 'stream' = 'json',
): Promise<Awaited<ReturnType<Upstream['ask']>>> {
  provider = await startProvider(answer);
  upstream = openUpstream({
    providers: [{ name: 'openai', wires: ['openai-chat'], baseUrl: provider.url, keyEnvironment: 'K', limits }],
    keys: { openai: 'sk-real' },
    attempts: 3,
    timeoutMs: TIMEOUT_MS,
    maxWaitMs: 30,
    breaker: { failures: 2, coolDownMs: 600_000, probes: 1 },
  });
  return upstream.ask({
    wire: 'openai-chat',
    form,
    body: '{"model":"m"}',
    headers: { 'openai-beta': 'x' },
    onRetry: () => (retries += 1),
  });
}

describe('asking the provider', () => {
  test('sends the real key and the protocol headers, and gives back the bytes as they came', async () => {
    const asked = await ask((_, __, response) => sendJson(response, 200, chatAnswer('hello')));
    expect(asked).toMatchObject({
      kind: 'answer',
      answer: { form: 'json', body: JSON.stringify(chatAnswer('hello')) },
    });
    expect(provider?.seen[0]).toMatchObject({
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer sk-real', 'openai-beta': 'x' },
    });
  });

  test.each([429, 500, 503, 529])('tries again after %i and counts only the whole answer', async (status) => {
    const asked = await ask((_, index, response) => {
      if (index < 2) sendJson(response, status, { error: 'busy' }, { 'retry-after': '0' });
      else sendJson(response, 200, chatAnswer('third'));
    });
    expect(asked.kind).toBe('answer');
    expect(provider?.seen).toHaveLength(3);
    expect(retries).toBe(2);
  });

  test('gives up after the last attempt and says what the provider said', async () => {
    const asked = await ask((_, __, response) => sendJson(response, 429, { error: 'slow down' }));
    expect(asked).toEqual({ kind: 'failed', httpStatus: 429, message: expect.stringContaining('slow down') });
    expect(provider?.seen).toHaveLength(3);
  });

  test('does not wait longer than its cap, whatever retry-after says', async () => {
    const asked = await ask((_, index, response) => {
      if (index === 0) sendJson(response, 429, {}, { 'retry-after': '3600' });
      else sendJson(response, 200, chatAnswer('x'));
    });
    // Else it would still wait.
    expect(asked.kind).toBe('answer');
  });

  test.each([400, 404, 422])('passes %i on: the request itself is wrong', async (status) => {
    const asked = await ask((_, __, response) => sendJson(response, status, { error: 'bad schema' }));
    expect(asked).toMatchObject({ kind: 'refused', httpStatus: status, body: '{"error":"bad schema"}' });
    expect(provider?.seen).toHaveLength(1);
  });

  test('a wrong key fails at once: no retry mends it', async () => {
    const asked = await ask((_, __, response) => sendJson(response, 401, { error: 'no such key' }));
    expect(asked).toMatchObject({ kind: 'failed', httpStatus: 401 });
    expect(provider?.seen).toHaveLength(1);
  });

  test.each([
    [
      'a stream that stops before its end',
      'text/event-stream',
      'data: {"choices":[{"index":0,"delta":{"content":"he"}}]}\n\n',
    ],
    ['a body that is no JSON', 'application/json', '{"choices": ['],
  ])('never takes %s for an answer', async (_, contentType, body) => {
    const asked = await ask((__, ___, response) => {
      response.writeHead(200, { 'content-type': contentType });
      response.end(body);
    }, 'stream');
    expect(asked).toMatchObject({ kind: 'failed', message: expect.stringContaining('broken answer') });
    expect(provider?.seen).toHaveLength(3);
  });

  test('asks nobody any more once it is closed', async () => {
    const asking = ask((_, index, response) => {
      if (index === 0) upstream?.close();
      sendJson(response, 503, {}, { 'retry-after': '0' });
    });
    expect((await asking).kind).toBe('failed');
    expect(provider?.seen).toHaveLength(1);
  });

  test('survives a connection that is reset and one that hangs', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const asked = await ask((_, index, response) => {
      if (index === 0) response.destroy();
      else if (index === 1) vi.advanceTimersByTime(TIMEOUT_MS);
      else sendJson(response, 200, chatAnswer('at last'));
    });
    expect(asked.kind).toBe('answer');
    expect(provider?.seen).toHaveLength(3);
  });

  test('asks a provider no more that is down, and says so at once', async () => {
    await ask((_, __, response) => sendJson(response, 500, { error: 'broken' }));
    const again = () =>
      upstream?.ask({ wire: 'openai-chat', form: 'json', body: '{}', headers: {}, onRetry: () => undefined });
    expect(await again()).toMatchObject({ kind: 'failed', httpStatus: 500 });
    expect(provider?.seen).toHaveLength(6);
    expect(await again()).toMatchObject({
      message: expect.stringMatching(/^openai is down: 2 requests in a row failed/),
    });
    expect(provider?.seen).toHaveLength(6);
  });
});
