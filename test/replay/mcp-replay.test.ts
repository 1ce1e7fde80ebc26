import { afterEach, describe, expect, test } from 'vitest';
import type { JsonObject, McpContract, McpExchange } from '../../src/trace/index.ts';
import { aCase } from '../score/build.ts';
import { connect, type McpBench, openMcpReplay } from './mcp-bench.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const said = (server: string, method: string, value: JsonObject, params: JsonObject = {}): McpExchange => ({
  server,
  method,
  params,
  outcome: { kind: 'result', value },
});

const pay = {
  name: 'pay',
  inputSchema: { type: 'object', properties: { order: { type: 'string' } }, required: ['order'] },
};

const contract: McpContract = {
  exchanges: ['desk', 'bank'].flatMap((server) => [
    said(server, 'initialize', {
      protocolVersion: '2025-11-25',
      capabilities: { tools: {}, ...(server === 'desk' ? { resources: {} } : {}) },
      serverInfo: { name: server, version: '1' },
    }),
    said(server, 'tools/list', { tools: server === 'desk' ? [pay] : [pay, { ...pay, name: 'close' }] }),
  ]),
};

const paid = { content: [{ type: 'text', text: 'paid' }], structuredContent: { ok: true } };
const call = (name: string, order: string, value: JsonObject['x'], kind: 'result' | 'error' = 'result') => ({
  kind: 'tool_call' as const,
  name,
  arguments: { order },
  outcome: { kind, value: value ?? null },
});

const theCase = aCase({
  id: 'c',
  recordings: [
    {
      steps: [
        call('desk.pay', 'o-1', paid),
        call('bank.pay', 'o-1', { code: -32603, message: 'closed' }, 'error'),
        call('close', 'o-1', 'closed for good'),
        call('close', 'o-2', { reason: 'why not' }),
        call('close', 'o-3', 'no such order', 'error'),
      ],
      output: null,
      mcp: ['first', 'second'].map((text) =>
        said('desk', 'resources/read', { contents: [{ uri: 'u', text }] }, { uri: 'u' }),
      ),
    },
  ],
});

async function open(onMiss: 'stop' | 'error' = 'stop'): Promise<McpBench> {
  const bench = await openMcpReplay(contract, theCase, onMiss);
  closers.push(bench.close);
  return bench;
}

async function post(bench: McpBench, body: unknown, server = 'desk') {
  const url = `${bench.lease.urls.mcp}/${server}`;
  const response = await fetch(url, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

const rpc = (method: string, params: JsonObject = {}, id = 1) => ({ jsonrpc: '2.0', id, method, params });
const payCall = (order: string) => rpc('tools/call', { name: 'pay', arguments: { order } });

describe('a tool call of an MCP server', () => {
  test('finds the recording of its own server where two have a tool of that name', async () => {
    const bench = await open();
    expect(await post(bench, payCall('o-1'))).toMatchObject({ status: 200, body: { id: 1, result: paid } });
    expect((await post(bench, payCall('o-1'), 'bank')).body.error).toEqual({ code: -32603, message: 'closed' });
    expect(bench.end().trajectory.steps).toMatchObject([{ name: 'desk.pay' }, { name: 'bank.pay' }]);
  });

  test('whose result was recorded in another way is answered as a server would', async () => {
    const bench = await open();
    const close = async (order: string) =>
      (await post(bench, rpc('tools/call', { name: 'close', arguments: { order } }), 'bank')).body.result;
    const text = (said: string) => ({ content: [{ type: 'text', text: said }] });
    expect(await close('o-1')).toEqual(text('closed for good'));
    expect(await close('o-2')).toEqual({ ...text('{"reason":"why not"}'), structuredContent: { reason: 'why not' } });
    expect(await close('o-3')).toEqual({ ...text('no such order'), isError: true });
  });

  test('with another argument than recorded ends the trial', async () => {
    const bench = await open();
    const client = await connect(bench.lease, 'desk', 'http');
    const changed = client.callTool({ name: 'pay', arguments: { order: 'o-9' } });
    await expect(changed).rejects.toMatchObject({ code: -32001, message: expect.stringContaining('not in recording') });
    expect(bench.stopped).toHaveLength(1);
    expect(bench.end()).toMatchObject({
      standing: 'diverged',
      divergence: { tool: 'desk.pay', arguments: { order: 'o-9' } },
    });
  });

  test('with another argument than recorded is a failing tool where the user says so', async () => {
    const bench = await open('error');
    const client = await connect(bench.lease, 'desk', 'http');
    expect(await client.callTool({ name: 'pay', arguments: { order: 'o-9' } })).toMatchObject({ isError: true });
    expect(bench.stopped).toEqual([]);
    expect(bench.end().standing).toBe('diverged');
  });

  test('that the tool’s own schema refuses gets the error of a tool', async () => {
    const bench = await open();
    const refused = await post(bench, rpc('tools/call', { name: 'pay', arguments: {} }));
    expect(refused.body.result).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining("'order'") }],
    });
    expect(bench.end().trajectory.steps).toMatchObject([{ match: 'schema_error' }]);
  });

  test('is no business of its progress token', async () => {
    const bench = await open();
    const params = { name: 'pay', arguments: { order: 'o-1' }, _meta: { progressToken: 3 } };
    expect((await post(bench, rpc('tools/call', params))).body.result).toEqual(paid);
  });
});

describe('other requests', () => {
  test('are answered in the order of the recording, and by the last answer after that', async () => {
    const bench = await open();
    const read = async () => (await post(bench, rpc('resources/read', { uri: 'u' }))).body.result.contents[0].text;
    expect([await read(), await read(), await read()]).toEqual(['first', 'second', 'second']);
  });

  test('that nobody recorded end the trial; of a capability that the server lacks they are its error', async () => {
    const bench = await open();
    expect((await post(bench, rpc('prompts/get', { name: 'x' }))).body.error).toMatchObject({ code: -32601 });
    expect(bench.stopped).toEqual([]);
    expect((await post(bench, rpc('resources/read', { uri: 'v' }))).body.error).toMatchObject({ code: -32001 });
    expect(bench.end()).toMatchObject({ standing: 'diverged', divergence: { tool: 'desk resources/read' } });
  });

  test('of a server that no recording knows are not covered', async () => {
    const bench = await open();
    expect((await post(bench, rpc('initialize'), 'shop')).body.error.message).toContain('pawl record');
    expect(bench.end()).toMatchObject({ standing: 'not_covered', end: { kind: 'stopped' } });
  });

  test('of such a server, before any trial, leave the trials that follow uncovered', async () => {
    const bench = await open();
    bench.unbind();
    await post(bench, rpc('initialize'), 'shop');
    expect(bench.gaps).toEqual([expect.stringMatching(/no recording knows the MCP server shop/)]);
    await post(bench, rpc('initialize'), 'desk');
    expect(bench.gaps).toHaveLength(1);
  });

  test('are answered in the client’s protocol where it is older than the server’s', async () => {
    const bench = await open();
    const versions = ['2025-03-26', '2025-11-25', '2027-01-01'].map(async (protocolVersion) => {
      const { body } = await post(bench, rpc('initialize', { protocolVersion, capabilities: {} }));
      return body.result.protocolVersion;
    });
    expect(await Promise.all(versions)).toEqual(['2025-03-26', '2025-11-25', '2025-11-25']);
  });

  test('come one by one or several at once, and what is no request is told so', async () => {
    const bench = await open();
    const both = await post(bench, [
      rpc('ping', {}, 1),
      { jsonrpc: '2.0', method: 'notifications/x' },
      rpc('ping', {}, 2),
    ]);
    expect(both).toEqual({ status: 200, body: [1, 2].map((id) => ({ jsonrpc: '2.0', id, result: {} })) });
    expect(await post(bench, { jsonrpc: '2.0', method: 'notifications/x' })).toEqual({ status: 202, body: null });
    expect(await post(bench, '{"jsonrpc":')).toMatchObject({
      status: 400,
      body: { id: null, error: { code: -32700 } },
    });
    const deep = `{"jsonrpc":"2.0","id":1,"method":"x","params":{"a":${'['.repeat(60_000)}${']'.repeat(60_000)}}}`;
    expect((await post(bench, deep)).status).toBe(400);
    const url = `${bench.lease.urls.mcp}/desk`;
    const statuses = ['GET', 'DELETE'].map(async (method) => (await fetch(url, { method })).status);
    expect(await Promise.all(statuses)).toEqual([405, 405]);
    expect((await fetch(bench.lease.urls.mcp)).status).toBe(404);
  });
});

test('between two trials a client may connect and say goodbye, but not call a tool', async () => {
  const bench = await open();
  bench.unbind();
  const client = await connect(bench.lease, 'desk', 'http');
  expect((await client.listTools()).tools).toHaveLength(1);
  expect(bench.late).toEqual([]);
  await expect(client.callTool({ name: 'pay', arguments: { order: 'o-1' } })).rejects.toThrow('no trial is running');
  expect(bench.late).toEqual(['tools/call of the MCP server desk']);
  bench.bind();
  expect(await client.callTool({ name: 'pay', arguments: { order: 'o-1' } })).toEqual(paid);
  await client.close();
});
