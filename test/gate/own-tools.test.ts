import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parseCaseLine } from '../../src/corpus/index.ts';
import { obedient, oneLook, POST, type Project, SETTINGS, someCases, startProject } from './project.ts';
import { recordInto } from './record.ts';

let project: Project | null = null;
afterEach(async () => {
  await project?.close();
  project = null;
});

/** Nobody changed this agent for pawl: it knows the provider's URL alone and runs its tool by itself. */
const AGENT = `import { readFileSync } from 'node:fs';
${POST}const { text: asked } = JSON.parse(readFileSync(0, 'utf8'));
const system = readFileSync('prompts/system.md', 'utf8');
const messages = [{ role: 'system', content: system }, { role: 'user', content: asked }];
const payBack = ({ order }) => ({ done: order, at: process.hrtime.bigint().toString() });
for (;;) {
  const { status, text } = await post(process.env.OPENAI_BASE_URL + '/chat/completions', { model: 'm', messages });
  if (status !== 200) throw new Error(text);
  const { message } = JSON.parse(text).choices[0];
  messages.push(message);
  if (!message.tool_calls) break;
  for (const { id, function: call } of message.tool_calls)
    messages.push({ role: 'tool', tool_call_id: id, content: JSON.stringify(payBack(JSON.parse(call.arguments))) });
}
console.log(JSON.stringify({ reply: messages.at(-1).content }));
`;

const settings = `${SETTINGS.replace('command: node agent.mjs', 'command: node agent.mjs\n  protocol: exec')}${oneLook(1)}`;

test('an agent with tools of its own is recorded and replayed as it is, and the report counts what was replaced', {
  timeout: 120_000,
}, async () => {
  project = await startProject({ answer: obedient, files: { 'pawl.yml': settings, 'agent.mjs': AGENT }, cases: [] });
  expect(await recordInto(project, 'corpus/cases.jsonl', [{ id: 'refund', input: { text: 'Pay back o-1' } }])).toBe(0);
  const line = readFileSync(join(project.directory, 'corpus/cases.jsonl'), 'utf8');
  const recorded = parseCaseLine(line);
  if (recorded.kind !== 'case') throw new Error(recorded.reason);
  const result = { done: 'o-1', at: expect.any(String) };
  expect(recorded.case.recordings[0]?.steps[1]).toEqual({
    kind: 'tool_call',
    name: 'pay_back',
    arguments: { order: 'o-1' },
    outcome: { kind: 'result', value: result },
  });
  project.commit({ 'corpus/cases.jsonl': line });
  project.branch('comment', { 'agent.mjs': `// A comment changes nothing.\n${AGENT}` });
  const report = await project.gate('comment');
  expect(report).toMatchObject({ base: { determined: 3 }, head: { determined: 3, unaffected: 3 } });
  expect(report.notes).toContainEqual({ kind: 'warning', text: expect.stringMatching(/as recorded.*base 3, head 3/) });
  expect(report.notes).not.toContainEqual({ kind: 'warning', text: expect.stringMatching(/another shape/) });

  // What head breaks in the tool itself the recorded results hide: the report says so.
  project.branch('broken', { 'agent.mjs': AGENT.replace('({ done: order,', '({ gone: order,') });
  expect((await project.gate('broken')).notes).toContainEqual({
    kind: 'warning',
    text: expect.stringMatching(/^the tool pay_back.*another shape.* in 3 of 3 calls on head \(base: 0 of 3\)/),
  });
});

test('what such a tool says without a recording is a divergence, and the report says why', {
  timeout: 120_000,
}, async () => {
  const noCalls = { v: 1, id: 'refund', input: { text: 'Pay back o-1' }, recordings: [{ steps: [] }] };
  const files = { 'pawl.yml': settings, 'agent.mjs': AGENT };
  project = await startProject({ answer: obedient, files, cases: [noCalls] });
  project.branch('comment', { 'agent.mjs': `// A comment changes nothing.\n${AGENT}` });
  const report = await project.gate('comment');
  expect(report).toMatchObject({ verdict: 'inconclusive', base: { diverged: 3 } });
});

test('base trials in which such a tool was trusted are not stored: head would be answered on another day', async () => {
  const trusting = settings.replace('tools:\n', 'tools:\n  in_process: trust\n');
  const files = { 'pawl.yml': trusting, 'agent.mjs': AGENT };
  project = await startProject({ answer: obedient, files, cases: someCases(1) });
  await project.fill();
  expect((await project.reservoir('main')).state.cases).toMatchObject([{ trials: 0 }]);
});
