import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { seededRandom } from '../../src/stats/index.ts';

/** A model on loopback. */
export interface Model {
  readonly url: string;
  readonly calls: number;
  stop(): Promise<void>;
}

/** How often it fails of its own accord, and how often where head's prompt misleads it: in one slice of four. */
const FLAKY = 0.04;
const MISLED = 0.8;

/** What it says depends on the seed and on the order in which it is asked, as a real one's does. */
export async function startModel(seed: string): Promise<Model> {
  const random = seededRandom(`model ${seed}`);
  let calls = 0;
  const server = createServer(async (request, response) => {
    const asked = await text(request);
    calls += 1;
    const question = Number(/Question (\d+)/.exec(asked)?.[1] ?? 0);
    const isMisled = asked.includes('very kind') && question % 4 === 1;
    const content = random() < (isMisled ? MISLED : FLAKY) ? 'No.' : 'This is kind.';
    const body = {
      ...{ id: `chatcmpl-${calls}`, object: 'chat.completion', created: 1, model: 'm', took_ms: 0 },
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop', logprobs: null }],
      usage: { prompt_tokens: 30, completion_tokens: 3, total_tokens: 33 },
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    get calls() {
      return calls;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
