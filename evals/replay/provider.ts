import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A model on loopback, in a process of its own: answers each chat completion after `argv[2]` milliseconds, or anything up to
 * `argv[3]` more or less, and says in the answer how long it really was. It prints its port. GET answers with how many calls it has had.
 */
const [delayMs, spreadMs] = process.argv.slice(2).map(Number);
const GOLDEN_RATIO = 0.618_033_988_75;
let calls = 0;
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  if (request.method === 'GET') {
    response.end(String(calls));
    return;
  }
  request.resume();
  calls += 1;
  const id = calls;
  const startedAtMs = performance.now();
  // Evenly spread, without chance: callers that began together do not come back together.
  const ownMs = (delayMs ?? 0) + (spreadMs ?? 0) * (2 * ((id * GOLDEN_RATIO) % 1) - 1);
  void delay(ownMs).then(() => {
    const body = JSON.stringify({
      id: `chatcmpl-${id}`,
      object: 'chat.completion',
      created: 1,
      model: 'm',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: `This is kind: ${'it is due on Monday, '.repeat(20)}` },
          finish_reason: 'stop',
          logprobs: null,
        },
      ],
      took_ms: performance.now() - startedAtMs,
      usage: { prompt_tokens: 300, completion_tokens: 100, total_tokens: 400 },
    });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
