import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { McpServerSpec } from '../../src/replay/agent.ts';
import { startServerAt } from '../../src/replay/agent-site.ts';
import { listedHash } from '../../src/replay/listed-hash.ts';
import { listServers } from '../../src/replay/mcp/listed.ts';
import { type JsonObject, type McpContract, mcpTools } from '../../src/trace/index.ts';
import { makeSite } from './site.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Lists one tool a page, and one more to a client that can sample; says in a description what it sees of its environment. */
const SERVER = `import { createInterface } from 'node:readline';
console.log('Welcome to the desk!');
let names = ['a', 'b'];
const { COLOUR = 'none', GITHUB_TOKEN = 'none', OPENAI_API_KEY = 'none' } = process.env;
const description = [COLOUR, GITHUB_TOKEN, OPENAI_API_KEY].join();
const answers = {
  initialize: ({ capabilities }) => {
    if (capabilities.sampling) names.push('sample');
    return { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 'desk', version: '1' } };
  },
  'tools/list': ({ cursor = '0' }) => {
    const next = Number(cursor) + 1;
    const tools = [{ name: names[cursor], description, inputSchema: { type: 'object' } }];
    return { tools, ...(next < names.length ? { nextCursor: String(next) } : {}) };
  },
};
for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (id !== undefined) console.log(JSON.stringify({ jsonrpc: '2.0', id, result: answers[method](params) }));
}
`;

function siteWith(mcpServers: Readonly<Record<string, McpServerSpec>>) {
  const site = makeSite({ mcpServers });
  closers.push(site.checkout.close);
  writeFileSync(join(site.checkout.repo, 'server.mjs'), SERVER);
  return site;
}

const node = (file: string, more: Partial<McpServerSpec & { kind: 'command' }> = {}): McpServerSpec => ({
  kind: 'command',
  command: `'${process.execPath}' ${file}`,
  environment: [],
  listed: 'each_side',
  ...more,
});

const recorded = (capabilities: JsonObject, ...names: string[]): McpContract => ({
  exchanges: [
    {
      server: 'desk',
      method: 'initialize',
      params: { protocolVersion: '2025-11-25', capabilities },
      outcome: { kind: 'result', value: { capabilities: { tools: {} } } },
    },
    {
      server: 'desk',
      method: 'tools/list',
      params: {},
      outcome: {
        kind: 'result',
        value: {
          tools: names.map((name) => ({
            name,
            description: 'none,none,pawl-dummy-key',
            inputSchema: { type: 'object' },
          })),
        },
      },
    },
  ],
});

const namesOf = (contract: McpContract) => mcpTools(contract).map(({ name }) => name);

test('a side’s own server is asked for all of its pages, as the agent’s client was recorded with it', async () => {
  const site = siteWith({ desk: node('server.mjs') });
  const { contract, notes } = await listServers(site, recorded({ sampling: {} }, 'a', 'b', 'sample'));
  expect([namesOf(contract), notes]).toEqual([['a', 'b', 'sample'], []]);
});

test('what differs from the recording is said by name', async () => {
  const site = siteWith({ desk: node('server.mjs', { environment: ['COLOUR'] }) });
  const { contract, notes } = await listServers(site, recorded({}, 'b', 'c'));
  expect(namesOf(contract)).toEqual(['a', 'b']);
  expect(notes).toEqual([
    'the MCP server desk lists other tools than it was recorded with: added a; removed c; changed b',
  ]);
});

test('a server that is asked in a gate sees the variables that its settings name, and no key or token among them', async () => {
  const environment = ['COLOUR', 'GITHUB_TOKEN', 'OPENAI_API_KEY'];
  const site = siteWith({ desk: node('server.mjs', { environment }) });
  const { contract } = await listServers(site, { exchanges: [] });
  expect(mcpTools(contract)[0]?.description).toBe('green,none,pawl-dummy-key');
});

test.each([
  ['ends', 'absent.mjs', /could not be asked.*recorded ones are believed.*exit code 1/s],
  [
    'refuses',
    "-e \"console.log(JSON.stringify({jsonrpc:'2.0',id:0,error:{code:1,message:'no key'}})); setInterval(()=>{},999)\"",
    /no key/,
  ],
])('a server that %s is believed by its recording, and the report says so', async (_, file, reason) => {
  const site = siteWith({ desk: node(file) });
  const { contract, silent, notes } = await listServers(site, recorded({}, 'x'));
  expect([namesOf(contract), silent]).toEqual([['x'], ['desk']]);
  expect(notes).toEqual([expect.stringMatching(reason)]);
});

test('a server that the settings say to believe, or that is behind a URL, is not asked', async () => {
  const site = siteWith({
    desk: node('absent.mjs', { listed: 'recording' }),
    far: { kind: 'url', url: 'http://127.0.0.1:1/mcp', headers: {} },
  });
  const before = recorded({}, 'x');
  expect(await listServers(site, before)).toEqual({ contract: before, silent: [], notes: [] });
});

test('a server that gives other instructions makes another agent, though its tools are the same', () => {
  const before = recorded({}, 'x');
  const outcome = { kind: 'result', value: { capabilities: { tools: {} }, instructions: 'Be brief.' } } as const;
  const exchanges = before.exchanges.map((one) => (one.method === 'initialize' ? { ...one, outcome } : one));
  expect(listedHash('a', before, before)).toBe('a');
  expect(listedHash('a', before, { exchanges })).not.toBe('a');
});

test('what a server says on standard error holds none of the secrets that it was given', async () => {
  const command = 'echo hello $DESK_TOKEN >&2; echo Authorization: Bearer abcdefgh12345678 >&2; exit 3';
  const desk: McpServerSpec = { kind: 'command', command, environment: ['DESK_TOKEN'], listed: 'each_side' };
  const site = { ...siteWith({ desk }), parentEnvironment: { PATH: process.env.PATH, DESK_TOKEN: 'sesame' } };
  const child = startServerAt(site, desk, 'with_secrets');
  const said = 'hello [redacted:secret]\nAuthorization: [redacted:authorization]';
  expect(await child.exit).toMatchObject({ exitCode: 3, stderrTail: said });
  expect(await child.kill()).toMatchObject({ stderrTail: said });
});
