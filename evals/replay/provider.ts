import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A model on loopback, in a process of its own: answers each chat completion after `argv[2]` milliseconds. It prints its port.
 * GET answers with how many calls it has had.
 */
const delayMs = Number(process.argv[2]);
let calls = 0;
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  if (request.method === 'GET') {
    response.end(String(calls));
    return;
  }
  request.resume();
  calls += 1;
  const id = calls;
  void delay(delayMs).then(() => {
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
      usage: { prompt_tokens: 300, completion_tokens: 100, total_tokens: 400 },
    });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
