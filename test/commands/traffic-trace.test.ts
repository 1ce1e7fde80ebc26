import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trafficTraceCommand } from '../../src/commands/traffic-trace.ts';
import { JANITOR_RULES } from '../../src/corpus/index.ts';
import { UserError } from '../../src/errors.ts';
import type { Message, ObservedStep } from '../../src/trace/index.ts';
import { deskRun, hearing, store } from './corpus-desk.ts';

let directory: string;

const [ASKED, PAID] = deskRun({ n: 1, text: 'Pay back \u001b[31mo-1\nplease' }).steps;

/** A failed call that is made again, and an answer that is sent the whole conversation. */
function steps(): ObservedStep[] {
  if (ASKED?.kind !== 'model_call' || PAID?.kind !== 'tool_call')
    throw new Error('the desk asks a model and calls a tool');
  const calls: Message = {
    role: 'assistant',
    parts: [
      { kind: 'reasoning', text: 'Hmm.' },
      { kind: 'tool_call', id: '1', name: 'pay_back', arguments: { order: 'o-1' } },
    ],
  };
  const said: Message = { role: 'assistant', parts: [{ kind: 'text', text: 'Done.' }] };
  return [
    { ...ASKED, output: calls, sources: ['span-1'] },
    { ...PAID, outcome: { kind: 'error', value: 'busy' }, sources: ['span-2'] },
    { ...PAID, sources: ['span-3'] },
    { ...ASKED, input: [...(ASKED.input ?? []), calls], output: said, agent: ['desk', 'teller'], sources: ['span-4'] },
    { ...ASKED, input: [...(ASKED.input ?? []), calls], output: said, sources: ['span-5'] },
  ];
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'pawl-trace-'));
  writeFileSync(join(directory, 'pawl.yml'), 'version: 1\ntools: { read_only: [look_up] }\n');
  const outcomes = [{ name: 'rated', value: 1, passed: true, source: 'feedback', explanation: null }] as const;
  await store(join(directory, 's'), [
    deskRun({ n: 1, more: { steps: steps(), outcomes, output: 'Done.\u001b[2J\u202e\n::error::x' } }),
  ]);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function trace(id: string, more: { without?: readonly string[]; json?: boolean } = {}) {
  const { surroundings, out } = hearing(directory);
  const exitCode = await trafficTraceCommand(id, { store: 's', without: [], ...more }, surroundings);
  return { exitCode, said: out.join('\n') };
}

test('shows what was done without what moved nothing, and what that saves', async () => {
  const { exitCode, said } = await trace('run-0001');
  expect(exitCode).toBe(0);
  await expect(`${said}\n`).toMatchFileSnapshot('golden/traffic-trace.txt');
});

test('leaves out rules that are switched off, and takes out nothing without all of them', async () => {
  expect((await trace('run-0001', { without: ['retried_call'] })).said).not.toContain('gone: retried_call');
  const { said } = await trace('run-0001', { without: ['all'] });
  expect(said).toMatch(/^kept {7}all: 5 steps, about \d+ tokens$/m);
  expect(said).toContain('(reasons) Hmm.');
});

test('tells as JSON from which spans each step was read, those of the steps for which it stands too', async () => {
  const { trajectories } = JSON.parse((await trace('run-0001', { json: true })).said);
  const [{ kept, dropped }] = trajectories;
  expect(kept.map(({ index, sources }: { index: number; sources: string[] }) => [index, sources])).toEqual([
    [0, ['span-1']],
    [2, ['span-3', 'span-2']],
    [3, ['span-4']],
    [4, ['span-5']],
  ]);
  expect(dropped).toMatchObject([{ index: 1, rule: 'retried_call', twin: 2 }]);
});

test('the documentation names every rule', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/traffic.md'), 'utf8');
  for (const { name, about } of JANITOR_RULES) expect(page).toContain(`| \`${name}\` | ${about} |`);
});

test.each([
  ['nobody', [], /^nobody: the traffic store has no such trace\n/],
  ['run-0001', ['tidy'], /^--without: expected all or one of empty_step, .*, received tidy/],
])('%s without %j is for the user to mend', async (id, without, message) => {
  const fault = await trace(id, { without }).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(UserError);
  expect(String(fault)).toMatch(new RegExp(`UserError: ${message.source.slice(1)}`));
});
