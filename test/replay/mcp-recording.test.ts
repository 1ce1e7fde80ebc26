import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { CreateMessageRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterEach, expect, test } from 'vitest';
import type { McpServerSpec } from '../../src/replay/agent.ts';
import { mcpTools } from '../../src/trace/index.ts';
import { connect, everything, openMcpRecording } from './mcp-bench.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function open(spec: McpServerSpec) {
  const bench = await openMcpRecording({ desk: spec });
  closers.push(bench.close);
  return bench;
}

test('what a server asks of the client while it works reaches the client, and its answer the server', {
  timeout: 120_000,
}, async () => {
  const bench = await open(everything);
  const client = new Client({ name: 'agent', version: '1' }, { capabilities: { sampling: {} } });
  client.setRequestHandler(CreateMessageRequestSchema, async () => ({
    role: 'assistant' as const,
    model: 'm',
    content: { type: 'text' as const, text: 'forty-two' },
  }));
  await client.connect(new StreamableHTTPClientTransport(new URL(`${bench.lease.urls.mcp}/desk`)) as never);
  // The server adds this tool once it knows what the client can do.
  await expect
    .poll(async () => (await client.listTools()).tools.map(({ name }) => name))
    .toContain('trigger-sampling-request');
  const answer = await client.callTool({ name: 'trigger-sampling-request', arguments: { prompt: 'six times seven?' } });
  expect(JSON.stringify(answer)).toContain('forty-two');
  await client.close();
  expect(bench.end().trajectory.steps).toMatchObject([
    { name: 'desk.trigger-sampling-request', match: 'live', outcome: { kind: 'result', value: answer } },
  ]);
});

/** A server that answers every POST in this way. */
async function startOther(
  answer: (
    headers: Record<string, unknown>,
    request: { id: number; params: Record<string, unknown> },
  ) => { status: number; body: object },
) {
  const server = createServer((incoming, outgoing) => {
    void text(incoming).then((sent) => {
      const { status, body } = answer(incoming.headers, JSON.parse(sent));
      outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
}

const post = (url: string, body: object) => fetch(url, { method: 'POST', body: JSON.stringify(body) });
const toolCall = { jsonrpc: '2.0', id: 5, method: 'tools/call', params: { name: 'x', arguments: { a: 1 } } };

test('a secret goes from the environment to its server, and its absence ends the trial', async () => {
  const url = await startOther(({ authorization }) => ({
    status: 200,
    body: { jsonrpc: '2.0', id: 5, result: { content: [], got: String(authorization) } },
  }));
  const bench = await open({ kind: 'url', url, headers: { Authorization: 'SECRET' } });
  expect(await (await post(`${bench.lease.urls.mcp}/desk`, toolCall)).json()).toMatchObject({
    result: { got: 'sesame' },
  });
  expect(bench.end().trajectory.steps).toHaveLength(1);
  const without = await open({ kind: 'url', url, headers: { Authorization: 'NOT_SET' } });
  expect((await post(`${without.lease.urls.mcp}/desk`, toolCall)).status).toBe(502);
  expect(without.stopped).toEqual([expect.stringContaining('NOT_SET is not set')]);
});

test('a secret that cannot stand in a header is not told to the agent', async () => {
  const bench = await open({ kind: 'url', url: 'http://127.0.0.1:1/mcp', headers: { Authorization: 'BROKEN' } });
  const said = await (await post(`${bench.lease.urls.mcp}/desk`, toolCall)).text();
  expect(said).toContain('BROKEN cannot stand in a header');
  expect(said + bench.stopped.join()).not.toContain('sesame');
});

test.each([
  ['refuses', () => startOther(() => ({ status: 500, body: { error: 'x' } })), 500, /answered 500/],
  [
    'says nothing of it',
    () => startOther(() => ({ status: 200, body: { hello: 1 } })),
    200,
    /no answer that can be read/,
  ],
  ['is not there', async () => 'http://127.0.0.1:1/mcp', 502, /fetch failed/],
] satisfies [string, () => Promise<string>, number, RegExp][])(
  'a server that %s is no recording: the trial fails',
  async (_, start, status, reason) => {
    const bench = await open({ kind: 'url', url: await start(), headers: {} });
    expect((await post(`${bench.lease.urls.mcp}/desk`, toolCall)).status).toBe(status);
    expect(bench.end().end).toMatchObject({ kind: 'provider_failed', message: expect.stringMatching(reason) });
  },
);

test('a session that the server has ended is the client’s to begin anew, and no fault', async () => {
  const url = await startOther(() => ({ status: 404, body: {} }));
  const bench = await open({ kind: 'url', url, headers: {} });
  expect((await post(`${bench.lease.urls.mcp}/desk`, toolCall)).status).toBe(404);
  expect(bench.stopped).toEqual([]);
});

test('a command that ends while it is asked fails the trial, with what it last said', async () => {
  const command = 'read line; echo "no licence" >&2; exit 3';
  const bench = await open({ kind: 'command', command, environment: [], listed: 'recording' });
  const started = connect(bench.lease, 'desk', 'http');
  await expect(started).rejects.toThrow(/exit code 3.*no licence/s);
  expect(bench.end().end).toMatchObject({ kind: 'provider_failed', message: expect.stringContaining('no licence') });
});

test('lists that a server pages with a new cursor each time are kept once, and their change is told', async () => {
  let calls = 0;
  let last = 'b';
  const url = await startOther((_, { id, params }) => {
    calls += 1;
    const tool = (name: string) => ({ name, inputSchema: { type: 'object' } });
    const result =
      params.cursor === undefined ? { tools: [tool('a')], nextCursor: `c${calls}` } : { tools: [tool(last)] };
    return { status: 200, body: { jsonrpc: '2.0', id, result } };
  });
  const bench = await open({ kind: 'url', url, headers: {} });
  const list = async () => {
    const page = async (params: object) => {
      const request = { jsonrpc: '2.0', id: 1, method: 'tools/list', params };
      const response = await post(`${bench.lease.urls.mcp}/desk`, request);
      return (await response.json()) as { result: { nextCursor?: string } };
    };
    await page({ cursor: (await page({})).result.nextCursor });
  };
  await list();
  await list();
  expect(mcpTools(bench.service.contract).map(({ name }) => name)).toEqual(['a', 'b']);
  expect(bench.service.notes).toEqual([]);
  last = 'c';
  await post(`${bench.lease.urls.mcp}/desk`, { jsonrpc: '2.0', id: 1, method: 'tools/list', params: { cursor: 'c1' } });
  expect(mcpTools(bench.service.contract).map(({ name }) => name)).toEqual(['a', 'b']);
  expect(bench.service.notes).toEqual([expect.stringContaining('tools/list of the MCP server desk')]);
});

test('a server that pawl.yml does not name fails the trial', async () => {
  const bench = await open(everything);
  expect((await post(`${bench.lease.urls.mcp}/shop`, toolCall)).status).toBe(404);
  expect(bench.stopped).toEqual([expect.stringContaining('pawl.yml has no MCP server shop')]);
});
