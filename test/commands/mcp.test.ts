import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const CLI = join(import.meta.dirname, '../../src/cli.ts');

/** What `pawl mcp` says of these messages, where the gateway answers in this way. */
async function saidOf(
  messages: readonly object[],
  answer: (request: IncomingMessage, response: ServerResponse, sent: { id?: number; method: string }) => void,
): Promise<{ out: string[]; err: string }> {
  const server = createServer((request, response) => {
    void text(request).then((body) => answer(request, response, body === '' ? { method: '' } : JSON.parse(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const args = [CLI, 'mcp', 'desk', '--url', `http://127.0.0.1:${port}/mcp`];
  const child = spawn(process.execPath, args, { env: {}, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  server.close();
  server.closeAllConnections();
  return { out: out.split('\n').filter((line) => line !== ''), err };
}

const call = { jsonrpc: '2.0', id: 7, method: 'tools/call', params: { name: 'x' } };

test.each([
  ['breaks off', (response: ServerResponse) => response.destroy(), /fetch failed|terminated/],
  [
    'says nothing of it',
    (response: ServerResponse) => response.writeHead(200).end('hello'),
    /tools\/call was not answered/,
  ],
  [
    'ends its stream early',
    (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' }).end(),
    /tools\/call was not answered/,
  ],
  ['refuses', (response: ServerResponse) => response.writeHead(502).end('gone'), /502: gone/],
])('a request that the gateway %s is answered with an error', async (_, answer, reason) => {
  const { out } = await saidOf([call], (_request, response) => answer(response));
  expect(out.map((line) => JSON.parse(line))).toEqual([
    { jsonrpc: '2.0', id: 7, error: { code: -32000, message: expect.stringMatching(reason) } },
  ]);
});

test('a notification that the gateway refuses is told on standard error, and the next request is still asked', async () => {
  const gone = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } };
  const { out, err } = await saidOf([gone, call], (_, response, { id }) => {
    if (id === undefined) response.writeHead(500).end('no room');
    else
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ jsonrpc: '2.0', id, result: {} }));
  });
  expect(err).toBe('pawl mcp: 500: no room\n');
  expect(out).toEqual(['{"jsonrpc":"2.0","id":7,"result":{}}']);
});
