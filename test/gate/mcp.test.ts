import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parseCaseLine } from '../../src/corpus/index.ts';
import { mcpTools, readContract } from '../../src/trace/index.ts';
import { isAlive } from '../replay/site.ts';
import { AGENT, SERVER, serverSaying, settings } from './mcp-agent.ts';
import { obedient, type Project, startProject } from './project.ts';
import { recordInto } from './record.ts';

let project: Project | null = null;
afterEach(async () => {
  await project?.close();
  project = null;
});

/** Connects to a server that was never recorded, before its first trial, and lives with it that it is not there. */
const AT_START = AGENT.replace(
  'for await',
  `const hello = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {} } };
const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
await post(process.env.PAWL_MCP_URL + '/shop', hello, headers);
for await`,
);

test('an agent with an MCP server is recorded with the real one and replayed without; a changed list is a changed tool', {
  timeout: 120_000,
}, async () => {
  const files = {
    'pawl.yml': settings,
    'agent.mjs': AGENT,
    'server.mjs': serverSaying('Pays an order back.'),
  };
  const answer: typeof obedient = (request) => {
    const said = obedient(request);
    return 'tool' in said ? { ...said, tool: 'mcp__desk__pay_back' } : said;
  };
  project = await startProject({ answer, files, cases: [] });
  const inputs = [{ id: 'refund', input: { text: 'Pay back o-1' } }];
  const variables = { DESK_TOKEN: 'sesame' };
  expect(await recordInto(project, 'corpus/cases.jsonl', inputs, { variables, allowUnisolated: true })).toBe(0);

  const line = readFileSync(join(project.directory, 'corpus/cases.jsonl'), 'utf8');
  const recorded = parseCaseLine(line);
  if (recorded.kind !== 'case') throw new Error(recorded.reason);
  const toolCalls = recorded.case.recordings[0]?.steps.filter(({ kind }) => kind === 'tool_call');
  expect(toolCalls).toEqual([
    {
      kind: 'tool_call',
      name: 'pay_back',
      arguments: { order: 'o-1' },
      outcome: {
        kind: 'result',
        value: { content: [{ type: 'text', text: expect.stringMatching(/^o-1 sesame \d+$/) }] },
      },
    },
  ]);
  const written = readContract(readFileSync(join(project.directory, '.pawl/mcp.json'), 'utf8'));
  if ('problem' in written) throw new Error(written.problem);
  expect(mcpTools(written.contract)).toMatchObject([{ name: 'pay_back', description: 'Pays an order back.' }]);

  project.commit({ 'corpus/cases.jsonl': line, '.pawl/mcp.json': project.read('.pawl/mcp.json') });
  project.branch('comment', { 'agent.mjs': `// A comment changes nothing.\n${AGENT}` });
  const same = await project.gate('comment');
  expect(same).toMatchObject({
    verdict: 'pass',
    head: { diverged: 0, errored: 0 },
    run: { sharedAnswers: expect.any(Number) },
  });
  expect(same.head.unaffected).toBe(same.head.determined);
  expect(same.changes.filter(({ kind }) => kind === 'tool')).toEqual([]);

  project.branch('second', {
    'pawl.yml': settings.replace('    desk:', '    bank: { command: node bank.mjs }\n    desk:'),
    'bank.mjs': serverSaying('Pays into an account.'),
  });
  const second = await project.gate('second');
  expect(second, 'a tool of the same name takes nothing from the one that was recorded').toMatchObject({
    verdict: 'pass',
    head: { diverged: 0, notCovered: 0, errored: 0 },
  });

  project.branch('described', { 'server.mjs': serverSaying('Pays back what was paid.') });
  const described = await project.gate('described');
  expect(described.changes).toContainEqual(
    expect.objectContaining({ kind: 'tool', affecting: true, summary: 'pay_back: description changed' }),
  );
  expect(described.head).toMatchObject({ unaffected: 0, diverged: 0 });
  expect(described.notes).toContainEqual({
    kind: 'warning',
    text: 'head: the MCP server desk lists other tools than it was recorded with: changed pay_back',
  });

  // The model calls it all the same; a real server would know nothing of it.
  project.branch('gone', { 'server.mjs': serverSaying('Pays an order back.').replace("'pay_back'", "'refund'") });
  const gone = await project.gate('gone');
  expect(gone.verdict).not.toBe('pass');
  expect(gone.changes).toContainEqual(expect.objectContaining({ summary: 'refund: tool renamed from pay_back' }));

  project.branch('more', {
    'pawl.yml': settings.replace('    desk:', '    shop: { url: "http://127.0.0.1:1/mcp" }\n    desk:'),
    'agent.mjs': AT_START,
  });
  const more = await project.gate('more');
  expect(more).toMatchObject({ head: { determined: 0 } });
  expect(more.verdict).not.toBe('pass');

  project.branch('broken', { 'server.mjs': 'process.exit(7);' });
  await expect(project.gate('broken')).rejects.toThrow(/mcp\.servers\.desk: it answers on base.*exit code 7/s);
});

test('a server that an agent with several trials at once was recorded with has ended with the recording', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pawl-pid-'));
  try {
    const pidFile = join(folder, 'pid');
    const server = `import { writeFileSync } from 'node:fs';\nwriteFileSync('${pidFile}', String(process.pid));\n${SERVER}`;
    const several = settings.replace('concurrency: 1\n', 'concurrency: 1\n  inflight: 2\n');
    const files = { 'pawl.yml': several, 'agent.mjs': AGENT, 'server.mjs': server };
    project = await startProject({ answer: () => ({ text: 'done' }), files, cases: [] });
    const inputs = [{ id: 'hello', input: { text: 'Hello' } }];
    expect(await recordInto(project, 'corpus/cases.jsonl', inputs, { isolation: 'off' })).toBe(0);
    expect(isAlive(Number(readFileSync(pidFile, 'utf8')))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
