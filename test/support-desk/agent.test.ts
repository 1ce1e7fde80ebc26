import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBackend } from '../../evals/support-desk/backend.ts';
import { buildInputs } from '../../evals/support-desk/inputs.ts';
import { startProvider } from '../../evals/support-desk/provider.ts';
import { applyEdits, writeAgent } from '../../evals/support-desk/repository.ts';
import { SCENARIOS } from '../../evals/support-desk/scenarios.ts';
import type { Served } from '../../evals/support-desk/serving.ts';
import { type AgentUrls, askExec, askWorker } from './agent-process.ts';

const root = mkdtempSync(join(tmpdir(), 'support-desk-'));
const agentFolder = join(root, 'agent');
const inputs = buildInputs().filter((_, index) => index % 11 === 0);
let backend: Served;
const providers: Served[] = [];

beforeAll(async () => {
  await writeAgent(root);
  backend = await startBackend();
});

afterAll(async () => {
  await backend.close();
  for (const provider of providers) await provider.close();
  rmSync(root, { recursive: true });
});

async function freshUrls(seed: number): Promise<AgentUrls> {
  const provider = await startProvider(seed);
  providers.push(provider);
  return { openai: `${provider.url}/v1`, tools: backend.url };
}

test('a worker answers forty trials in flight, each under its own id', async () => {
  const answers = await askWorker(agentFolder, inputs, await freshUrls(1));
  expect([...answers.keys()].sort()).toEqual(inputs.map(({ id }) => id).sort());
  const good = inputs.filter(({ id, slices, expectations }) => {
    const answer = answers.get(id);
    const expectation = expectations?.[0];
    if (answer === undefined || 'error' in answer) return false;
    if (slices[0] === 'delivery_date' || expectation?.kind !== 'output_contains') return true;
    return answer.output.reply.toLowerCase().includes(expectation.text.toLowerCase());
  });
  expect(good.length).toBeGreaterThanOrEqual(inputs.length - 4);
});

test('the exec protocol gives the reply of the worker', async () => {
  const [first] = inputs;
  if (first === undefined) throw new Error('no inputs');
  const output = await askExec(agentFolder, first.input, await freshUrls(2));
  const answers = await askWorker(agentFolder, [first], await freshUrls(2));
  expect(answers.get(first.id)).toEqual({ id: first.id, output: JSON.parse(output) });
});

test('a tool without an answer ends the trial with an error that names the tool', async () => {
  const urls = await freshUrls(3);
  const input = { messages: [{ role: 'user' as const, content: 'What is the status of order NB-104003?' }] };
  const answers = await askWorker(agentFolder, [{ id: 'x', input }], { ...urls, tools: `${backend.url}/nothing` });
  expect(answers.get('x')).toEqual({ id: 'x', error: expect.stringContaining('tool lookup_order answered 404') });
});

test('the refactored agent of scenario (a) answers word for word as base does', async () => {
  const before = await askWorker(agentFolder, inputs, await freshUrls(4));
  const edited = mkdtempSync(join(tmpdir(), 'support-desk-'));
  try {
    await writeAgent(edited);
    applyEdits(edited, SCENARIOS.find(({ name }) => name === 'a')?.edits ?? []);
    const after = await askWorker(join(edited, 'agent'), inputs, await freshUrls(4));
    expect(after.size).toBe(inputs.length);
    expect(Object.fromEntries(after)).toEqual(Object.fromEntries(before));
  } finally {
    rmSync(edited, { recursive: true });
  }
});
