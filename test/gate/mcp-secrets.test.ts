import { afterEach, expect, test } from 'vitest';
import { oneLook, POST, type Project, SETTINGS, startProject } from './project.ts';
import { recordInto } from './record.ts';

let project: Project | null = null;
afterEach(async () => {
  await project?.close();
  project = null;
});

/** Says by its tool's name whether it has its secret and can write where it was started. */
const SERVER = `import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
writeFileSync('notes.txt', 'mine');
const tools = [{ name: (process.env.DESK_TOKEN ? 'with' : 'without') + '_secret', inputSchema: { type: 'object' } }];
const answers = {
  initialize: () => ({ protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 'desk', version: '1' } }),
  'tools/list': () => ({ tools }),
};
for await (const line of createInterface({ input: process.stdin })) {
  const { id, method } = JSON.parse(line);
  if (id !== undefined) console.log(JSON.stringify({ jsonrpc: '2.0', id, result: answers[method]() }));
}
`;

/** Puts a server of its own in the place of the real one, starts it, and looks into every environment that it may read. */
const AGENT = `import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
${POST}writeFileSync('server.mjs', readFileSync('server.mjs', 'utf8').replace("'_secret'", "'_secret_of_the_agent'"));
async function rpc(url, session, method) {
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...session };
  const response = await post(url + '/desk', { jsonrpc: '2.0', id: 1, method, params: {} }, headers);
  const { result } = JSON.parse(/^data: (.*)$/m.exec(response.text)[1]);
  return { result, session: { 'mcp-session-id': response.headers['mcp-session-id'] } };
}
function look() {
  const seen = { readable: 0, found: 0 };
  for (const pid of readdirSync('/proc').filter((name) => /^\\d+$/.test(name))) {
    try {
      const environment = readFileSync('/proc/' + pid + '/environ', 'utf8');
      seen.readable += 1;
      if (environment.includes('sesame-' + 'planted')) seen.found += 1;
    } catch {}
  }
  return seen;
}
for await (const line of createInterface({ input: process.stdin })) {
  const { id, urls } = JSON.parse(line);
  const { session } = await rpc(urls.mcp, {}, 'initialize');
  const { result } = await rpc(urls.mcp, session, 'tools/list');
  await post(urls.openai + '/chat/completions', { model: 'm', messages: [{ role: 'user', content: 'Hello' }] });
  const output = { tool: result.tools[0].name, shared: existsSync('notes.txt'), ...look() };
  console.log(JSON.stringify({ id, output }));
}
`;

const settings = `${oneLook(1)}${SETTINGS.replace('paths: [', 'paths: ["server.mjs", ')}mcp:
  servers:
    desk: { command: node server.mjs, environment: [DESK_TOKEN] }
`;

/** What the agent found while it was recorded. */
async function recorded(more: Parameters<typeof recordInto>[3]): Promise<unknown> {
  const files = { 'pawl.yml': settings, 'agent.mjs': AGENT, 'server.mjs': SERVER };
  project = await startProject({ answer: () => ({ text: 'done' }), files, cases: [] });
  expect(await recordInto(project, 'corpus/cases.jsonl', [{ id: 'hello', input: { text: 'Hello' } }], more)).toBe(0);
  return JSON.parse(project.read('corpus/cases.jsonl')).recordings[0].output;
}

test('without isolation an agent reads the secret of an MCP server that it is recorded with, so the next test can fail', async () => {
  const variables = { DESK_TOKEN: 'sesame-planted' };
  const found = await recorded({ variables, isolation: 'off', allowUnisolated: true });
  expect(found).toMatchObject({ tool: 'with_secret_of_the_agent', shared: true });
  expect((found as { found: number }).found).toBeGreaterThan(0);
});

const noRoot = process.getuid?.() === 0 ? null : 'only root may take other uids';

test('with isolation it reads it nowhere, nor does it choose what is started with it', async ({ skip }) => {
  if (noRoot !== null) skip(noRoot);
  const found = await recorded({ variables: { DESK_TOKEN: 'sesame-planted' }, isolation: 'required' });
  expect(found).toEqual({ tool: 'with_secret', shared: false, readable: expect.any(Number), found: 0 });
  expect((found as { readable: number }).readable).toBeGreaterThan(0);
});

test('a server without a secret stays with the agent and shares its files', async ({ skip }) => {
  if (noRoot !== null) skip(noRoot);
  const found = await recorded({ isolation: 'required' });
  expect(found).toMatchObject({ tool: 'without_secret_of_the_agent', shared: true, found: 0 });
});

test('the secret of an MCP server is one that no agent runs beside without isolation', async () => {
  const record = recorded({ variables: { DESK_TOKEN: 'sesame-planted' }, isolation: 'off' });
  await expect(record).rejects.toThrow('the agent could read DESK_TOKEN');
});
