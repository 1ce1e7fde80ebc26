import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type StandInProvider, startStandIn } from '../../evals/clients/provider/provider.ts';
import { type AgentChoices, CHOICES, CLIENT_REQUESTS, type ClientRequest } from './client-requests.ts';
import { type GatewayBench, openGatewayBenchWith, type Running } from './gateway-bench.ts';
import type { TestProvider } from './provider.ts';

type Provider = TestProvider & Pick<StandInProvider, 'draws'>;

let bench: GatewayBench<Provider>;

/** The stand-in of `npm run evals:clients`, which tries the clients themselves. */
async function startSpeaker(): Promise<Provider> {
  const { openaiUrl, draws, close } = await startStandIn();
  return { url: openaiUrl, seen: [], draws, close };
}

beforeEach(async () => {
  bench = await openGatewayBenchWith(startSpeaker);
});

afterEach(() => bench.close());

async function send(
  running: Running,
  { base, path, headers, body }: ClientRequest,
  choices: AgentChoices,
  stream: boolean,
): Promise<{ status: number; text: string }> {
  const url = `${running.lease.urls[base]}${path}`;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body(choices, stream)) });
  return { status: response.status, text: await response.text() };
}

const CHANGES: readonly AgentChoices[] = [
  { ...CHOICES, instructions: 'You are a rude desk.' },
  { ...CHOICES, toolDescription: 'The weather in a town.' },
  { ...CHOICES, temperature: 0.6 },
  { ...CHOICES, model: 'm-2' },
];

describe.each(CLIENT_REQUESTS)('what $client sends', (request) => {
  test.each([false, true])(
    'is answered with the very same bytes when the provider is off (stream: %s)',
    async (stream) => {
      const drawn = await send(bench.start(), request, CHOICES, stream);
      expect(drawn).toEqual({ status: 200, text: expect.stringContaining('draw 1') });
      bench = await bench.reopen('recorded');
      const running = bench.start();
      expect(await send(running, request, CHOICES, stream)).toEqual(drawn);
      expect(running.end().answers).toEqual({ provider: 0, store: 1, shared: 0 });
    },
  );

  test('whole is answered by what was drawn as a stream', async () => {
    await send(bench.start(), request, CHOICES, true);
    bench = await bench.reopen('recorded');
    const whole = await send(bench.start(), request, CHOICES, false);
    expect(whole).toEqual({ status: 200, text: expect.stringContaining('draw 1') });
  });

  test('is a miss, and never an old answer, once a word, a tool, the temperature or the model has changed', async () => {
    await send(bench.start(), request, CHOICES, false);
    bench = await bench.reopen('recorded');
    for (const changed of CHANGES) {
      const running = bench.start();
      const { status, text } = await send(running, request, changed, false);
      expect([status, text.includes('draw 1')], JSON.stringify(changed)).toEqual([400, false]);
      expect(running.end().standing).toBe('not_covered');
    }
  });

  test('is drawn anew, once a word, a tool, the temperature or the model has changed', async () => {
    await send(bench.start(), request, CHOICES, false);
    for (const changed of CHANGES) await send(bench.start(), request, changed, false);
    expect(bench.provider.draws()).toBe(1 + CHANGES.length);
  });
});

test('a client that posts where no model is hears so, and the report names the place without its ids', async () => {
  const running = bench.start();
  const url = `${running.lease.urls.openai}/vector_stores/vs_1/search`;
  const [first, second] = [await fetch(url, { method: 'POST', body: '{}' }), await fetch(url)];
  expect([first.status, second.status]).toEqual([404, 404]);
  expect([...running.warnings]).toEqual([
    'the agent posted to /v1/vector_stores, which pawl does not speak, and was refused',
  ]);
});
