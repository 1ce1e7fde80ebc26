import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterEach, expect, test } from 'vitest';
import { mcpTools, readContract } from '../../src/trace/index.ts';
import { AGENT, serverSaying, settings } from '../gate/mcp-agent.ts';
import { type Answer, obedient, type Project, startProject } from '../gate/project.ts';
import { startRecording } from './proxy-recording.ts';

let project: Project | null = null;
const closers: (() => void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) close();
  await project?.close();
  project = null;
});

const byServer: Answer = (request) => {
  const said = obedient(request);
  return 'tool' in said ? { ...said, tool: 'mcp__desk__pay_back' } : said;
};

/** The staging agent's MCP client. */
async function connect(url: string, headers: Record<string, string> = {}): Promise<Client> {
  const client = new Client({ name: 'staging', version: '1' });
  const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } });
  await client.connect(transport as never);
  return client;
}

test('an agent whose MCP server stands behind the proxy is recorded with it, and replayed without', {
  timeout: 120_000,
}, async () => {
  const files = {
    'pawl.yml': settings,
    'agent.mjs': AGENT.replace("{ role: 'user', content: input.text }", '...input.messages'),
    'server.mjs': serverSaying('Pays an order back.'),
  };
  project = await startProject({ answer: byServer, files, cases: [] });
  const { client, url, cases, end } = await startRecording(project);
  const desk = await connect(`${url}/mcp/desk`);
  const { tools } = await desk.listTools();
  const messages: { role: 'system' | 'user'; content: string }[] = [
    { role: 'system', content: 'Pay back when asked. Parameter: order.\n' },
    { role: 'user', content: 'Pay back o-1' },
  ];
  const asked = await client.chat.completions.create({ model: 'm', messages });
  const [call] = asked.choices[0]?.message.tool_calls ?? [];
  if (call?.type !== 'function') throw new Error('no call');
  const made = await desk.callTool({ name: 'pay_back', arguments: JSON.parse(call.function.arguments) });
  const [content] = made.content as { text: string }[];
  await client.chat.completions.create({
    model: 'm',
    messages: [
      ...messages,
      { role: 'assistant', tool_calls: [call] },
      { role: 'tool', tool_call_id: call.id, content: content?.text ?? '' },
    ],
  });
  await desk.callTool({ name: 'pay_back', arguments: { order: 'o-77' } });
  await desk.close();
  expect((await end()).printed).toContain('tool calls whose result no model was told: 1');

  expect(tools.map(({ name }) => name)).toEqual(['pay_back']);
  expect(cases()).toMatchObject([
    {
      recordings: [
        {
          steps: [
            { kind: 'model_call' },
            { name: 'pay_back', arguments: { order: 'o-1' }, outcome: { kind: 'result', value: made } },
            { kind: 'model_call' },
          ],
        },
      ],
    },
  ]);
  const kept = readContract(project.read('.pawl/mcp.json'));
  if ('problem' in kept) throw new Error(kept.problem);
  expect(mcpTools(kept.contract)).toMatchObject([{ name: 'pay_back', description: 'Pays an order back.' }]);

  const contract = project.read('.pawl/mcp.json');
  project.commit({ 'corpus/cases.jsonl': project.read('corpus/staging.jsonl'), '.pawl/mcp.json': contract });
  project.branch('wordy', { 'prompts/system.md': 'Always pay back. Parameter: order.\n' });
  const report = await project.gate('wordy');
  expect(report.head).toMatchObject({ diverged: 0, notCovered: 0, errored: 0, unaffected: 0 });
  expect(report.head.determined).toBeGreaterThan(0);
  expect(report.all?.head.passes).toBe(report.all?.head.trials);
});

/** A server over Streamable HTTP that gives resources, wants a key and has no tools. */
async function startLibrary(): Promise<{ url: string; seen: IncomingHttpHeaders[] }> {
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      seen.push(request.headers);
      const { id, method } = body === '' ? { id: undefined, method: '' } : JSON.parse(body);
      if (request.method !== 'POST') return response.writeHead(405).end();
      if (method === 'resources/list') return response.writeHead(503).end();
      if (id === undefined) return response.writeHead(202).end();
      const result =
        method === 'initialize'
          ? { protocolVersion: '2025-11-25', capabilities: { resources: {} }, serverInfo: { name: 'l', version: '1' } }
          : { contents: [{ uri: 'book://1', text: 'Once upon a time' }] };
      response.writeHead(200, { 'content-type': 'application/json', 'mcp-session-id': 's1' });
      return response.end(JSON.stringify({ jsonrpc: '2.0', id, result }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`, seen };
}

test('the agent’s own key goes on to a server, what that reads out is the next turn’s, its failures are counted', async () => {
  const library = await startLibrary();
  const servers = `mcp:\n  servers:\n    library: { url: "${library.url}", headers: { Authorization: LIBRARY_KEY } }\n`;
  const files = { 'pawl.yml': `${settings.slice(0, settings.indexOf('mcp:'))}${servers}` };
  project = await startProject({ answer: () => ({ text: 'done' }), files, cases: [] });
  const { client, url, cases, end } = await startRecording(project);
  const reader = await connect(`${url}/mcp/library`, { Authorization: 'Bearer of the agent' });
  const read = await reader.readResource({ uri: 'book://1' });
  await expect(reader.listResources()).rejects.toThrow('Error POSTing');
  await client.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: 'Hello' }] });
  await client.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: 'Bye' }] });
  await reader.close();
  const { printed } = await end();
  expect(new Set(library.seen.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer of the agent']));
  expect(cases().map(({ recordings }) => recordings[0]?.mcp)).toMatchObject([
    [{ server: 'library', method: 'resources/read', params: { uri: 'book://1' }, outcome: { value: read } }],
    undefined,
  ]);
  expect(printed).toContain('not recorded: 1 × the MCP server library answered 503');
});
