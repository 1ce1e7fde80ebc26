import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type HttpCall, nodeCall } from '../../src/replay/http-exchange.ts';
import { type PlainServer, plainServer } from '../../src/replay/plain-http.ts';

const MAX_BYTES = 1000;
let plain: PlainServer;
let served: HttpCall[] = [];
let answer: (call: HttpCall) => unknown;
const sockets: Socket[] = [];

/** Says which server read the request, what it was, and its body. */
const echo = async (call: HttpCall): Promise<void> => {
  const body = await call.body();
  const said = body.kind === 'bytes' ? body.bytes.toString('utf8') : body.kind;
  const by = call.node === null ? 'plain' : 'node';
  call.reply({ httpStatus: 200, contentType: 'text/plain', body: `[${by} ${call.method} ${call.url} ${said}]` });
};

beforeAll(async () => {
  const serve = (call: HttpCall): void => {
    served.push(call);
    void answer(call);
  };
  const whole = createServer((incoming, outgoing) => serve(nodeCall(incoming, outgoing, MAX_BYTES)));
  const isPlain = (method: string, url: string): boolean => method === 'POST' && !url.startsWith('/stream');
  plain = plainServer({ whole, isPlain, maxBytes: MAX_BYTES, serve });
  await new Promise<void>((resolve) => plain.server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  served = [];
  answer = echo;
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});
afterAll(async () => {
  const closed = new Promise((resolve) => plain.server.close(resolve));
  plain.closeConnections();
  await closed;
});

interface Client {
  readonly socket: Socket;
  /** All that came so far. */
  heard(): string;
}

function open(): Client {
  const socket = connect((plain.server.address() as AddressInfo).port, '127.0.0.1').setNoDelay(true);
  sockets.push(socket);
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return { socket: socket.on('error', () => undefined), heard: () => text };
}

function request(body: string, { line = 'POST /a HTTP/1.1', headers = '' } = {}): string {
  return `${line}\r\nHost: x\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** What stands in brackets in the answers to these bytes, once so many have come. */
async function answersTo(client: Client, pieces: readonly (string | Buffer)[], count: number): Promise<string[]> {
  const found = (): string[] => client.heard().match(/\[[^\]]*\]/g) ?? [];
  for (const piece of pieces) {
    client.socket.write(piece);
    // So that each piece is read by itself.
    if (pieces.length > 1) await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await expect.poll(found, { interval: 5 }).toHaveLength(count);
  return found();
}

test('requests with a length are answered here, one after another on one connection', async () => {
  const client = open();
  expect(await answersTo(client, [request('grüß')], 1)).toEqual(['[plain POST /a grüß]']);
  expect(await answersTo(client, [request('', { line: 'POST /b?c=d HTTP/1.1' })], 2)).toContain('[plain POST /b?c=d ]');
  expect(client.heard()).toMatch(/^HTTP\/1\.1 200 OK\r\ncontent-type: text\/plain\r\ncontent-length: 22\r\n/);
});

test('requests that come at once are answered in their order', async () => {
  expect(await answersTo(open(), [request('1') + request('2') + request('3')], 3)).toEqual(
    ['1', '2', '3'].map((body) => `[plain POST /a ${body}]`),
  );
});

test.each([
  ['in chunks', 'POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n'],
  ['of the old protocol', request('hi', { line: 'POST /a HTTP/1.0' })],
  ['after which the connection is closed', request('hi', { headers: 'Connection: close\r\n' })],
  ['whose client waits to be told to go on', request('hi', { headers: 'Expect: 100-continue\r\n' })],
])('requests %s go to node’s server', async (_, bytes) => {
  expect(await answersTo(open(), [bytes], 1)).toEqual(['[node POST /a hi]']);
});

test('a connection that has gone to node’s server stays there, with what came at the same time', async () => {
  const client = open();
  const stream = request('s', { line: 'POST /stream HTTP/1.1' });
  expect(await answersTo(client, [request('1') + stream + request('2')], 3)).toEqual([
    '[plain POST /a 1]',
    '[node POST /stream s]',
    '[node POST /a 2]',
  ]);
  expect(await answersTo(client, [request('3')], 4)).toContain('[node POST /a 3]');
});

test.each([
  ['two lengths', 'POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
  ['a length and chunks', request('0\r\n\r\n', { headers: 'Transfer-Encoding: chunked\r\n' })],
  ['a space before a colon', request('', { headers: 'X : 1\r\n' })],
  ['a broken line end', request('', { headers: 'X: 1\nY: 2\r\n' })],
])('a request with %s is refused as node refuses it', async (_, bytes) => {
  const client = open();
  client.socket.write(bytes);
  await expect.poll(client.heard).toMatch(/^HTTP\/1\.1 400 /);
  expect(served).toEqual([]);
});

test('a request that is too large is known as such', async () => {
  expect(await answersTo(open(), [request('x'.repeat(MAX_BYTES + 1))], 1)).toEqual(['[node POST /a too_large]']);
});

test('in whatever pieces requests come, each is answered once and in order', async () => {
  const bytes = Buffer.from(request('grüß') + request('', { line: 'POST /stream HTTP/1.1' }) + request('end'));
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(cuts, async (at) => {
      const ends = [...at.sort((a, b) => a - b), bytes.length];
      const pieces = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
      const said = await answersTo(open(), pieces, 3);
      expect(said.map((one) => one.replace(/^\[(plain|node) /, '['))).toEqual([
        '[POST /a grüß]',
        '[POST /stream ]',
        '[POST /a end]',
      ]);
    }),
    { seed: 4, numRuns: 25 },
  );
});

test('an answer that is given before the whole request is there ends it, and the next one is read', async () => {
  answer = (call) => call.reply({ httpStatus: 410, contentType: 'text/plain', body: '[gone]' });
  const client = open();
  const [head, body] = [request('x'.repeat(500)).slice(0, -400), 'x'.repeat(400)];
  expect(await answersTo(client, [head], 1)).toEqual(['[gone]']);
  answer = echo;
  expect(await answersTo(client, [body + request('2')], 2)).toEqual(['[gone]', '[plain POST /a 2]']);
});

test('a client that goes away before it has its answer is told of, one that has it is not', async () => {
  const lost: string[] = [];
  const client = open();
  answer = async (call) => {
    call.onLost(() => lost.push(call.url));
    if (call.url === '/answered') await echo(call);
  };
  await answersTo(client, [request('', { line: 'POST /answered HTTP/1.1' })], 1);
  client.socket.write(request('', { line: 'POST /unanswered HTTP/1.1' }));
  await expect.poll(() => served.length).toBe(2);
  client.socket.destroy();
  await expect.poll(() => lost).toEqual(['/unanswered']);
});

test('an upload that breaks off is no request', async () => {
  const bodies: string[] = [];
  answer = async (call) => bodies.push((await call.body()).kind);
  const client = open();
  client.socket.write(request('x'.repeat(500)).slice(0, -1));
  await expect.poll(() => served.length).toBe(1);
  client.socket.destroy();
  await expect.poll(() => bodies).toEqual(['aborted']);
});
