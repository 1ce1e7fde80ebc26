import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HttpCaller, targetOf } from '../../src/replay/http-caller.ts';

let caller: HttpCaller;
const servers: Server[] = [];
beforeEach(() => {
  caller = new HttpCaller({ timeoutMs: 60_000, maxBytes: 1000 });
});
afterEach(() => {
  caller.close();
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function listen(server: Server): Promise<{ url: URL; connections: () => number }> {
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/chat?a=b`);
  return { url, connections: () => connections };
}

const echo: RequestListener = (incoming, outgoing) => {
  let text = '';
  incoming.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  incoming.on('end', () => outgoing.end(`${incoming.method} ${incoming.url} ${incoming.headers['x-a'] ?? ''} ${text}`));
};

async function post(url: URL, body = 'grüß', headers = {}): Promise<string> {
  const received = await caller.post(targetOf(url), headers, body);
  return received.kind === 'whole' ? received.answer.body.toString('utf8') : `broken: ${received.reason}`;
}

test('posts one after another go over one connection, posts at once over several', async () => {
  const { url, connections } = await listen(createServer(echo));
  expect(await post(url, 'grüß', { 'x-a': '1' })).toBe('POST /v1/chat?a=b 1 grüß');
  expect(await post(url)).toBe('POST /v1/chat?a=b  grüß');
  expect(connections()).toBe(1);
  const texts = ['a', 'b', 'c'];
  expect(await Promise.all(texts.map((text) => post(url, text)))).toEqual(
    texts.map((text) => `POST /v1/chat?a=b  ${text}`),
  );
  expect(connections()).toBe(3);
});

test('a connection that the other side has closed, or is about to close, is not used again', async () => {
  const { url, connections } = await listen(createServer({ keepAliveTimeout: 1000 }, echo));
  await post(url);
  await post(url);
  // It said that it keeps connections for one second: that is too short to be sure of.
  expect(connections()).toBe(2);
  const closing = await listen(createServer((_, outgoing) => outgoing.setHeader('connection', 'close').end('x')));
  await post(closing.url);
  expect(await post(closing.url)).toBe('x');
  expect(closing.connections()).toBe(2);
});

test('user and password of the URL become an authorization', async () => {
  const { url } = await listen(createServer(({ headers }, outgoing) => outgoing.end(headers.authorization)));
  url.username = 'me';
  url.password = 'secret';
  expect(await post(url)).toBe(`Basic ${Buffer.from('me:secret').toString('base64')}`);
});

test('a value that would begin another header is refused', async () => {
  const { url } = await listen(createServer(echo));
  await expect(post(url, '', { authorization: 'Bearer k\r\nx-a: 1' })).rejects.toThrow(/Invalid character/);
});

test('nobody listening, silence, and too long an answer are broken, each with its reason', async () => {
  const { url } = await listen(createServer(() => undefined));
  const hasty = new HttpCaller({ timeoutMs: 100, maxBytes: 1000 });
  expect(await hasty.post(targetOf(url), {}, '')).toEqual({ kind: 'broken', reason: 'no answer within 100 ms' });
  const long = await listen(createServer((_, outgoing) => outgoing.end('x'.repeat(1001))));
  expect(await post(long.url)).toBe('broken: the answer is larger than 1000 bytes');
  const gone = await listen(createServer(echo));
  await new Promise((resolve) => servers.pop()?.close(resolve));
  expect(await post(gone.url)).toContain('ECONNREFUSED');
});

test('what is on its way when pawl ends is broken', async () => {
  const { url } = await listen(createServer(() => caller.close()));
  expect(await post(url)).toBe('broken: pawl was ending');
});

test('a provider behind TLS is asked when its certificate holds, and not otherwise', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pawl-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      ...subject,
      '-keyout',
      key,
      '-out',
      cert,
    ],
    { stdio: 'pipe' },
  );
  const known = getCACertificates('default');
  try {
    const { url, connections } = await listen(
      createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, echo),
    );
    const secure = new URL(`https://localhost:${url.port}/v1`);
    expect(await post(secure)).toContain('broken: self-signed certificate');
    setDefaultCACertificates([...known, readFileSync(cert, 'utf8')]);
    expect([await post(secure, 'a'), await post(secure, 'b')]).toEqual(['POST /v1  a', 'POST /v1  b']);
    expect(connections()).toBe(2);
    expect(await post(new URL(`https://127.0.0.1:${url.port}/v1`))).toMatch(/^broken: .*127\.0\.0\.1/);
  } finally {
    setDefaultCACertificates(known);
    rmSync(folder, { recursive: true });
  }
});
