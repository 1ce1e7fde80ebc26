import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readInputs } from '../../src/commands/record-inputs.ts';
import { parseCaseLine } from '../../src/corpus/index.ts';
import { AGENT, type Answer, type Project, startProject } from './project.ts';
import { recordInto } from './record.ts';

let project: Project | null = null;
afterEach(async () => {
  await project?.close();
  project = null;
});

/** The tiny agent, for conversations. */
const CONVERSING = AGENT.replace("{ role: 'user', content: input.text }", '...input.messages');

/** Says which turn it is in; wants a tool that is not there when it is told to fail. */
const counting: Answer = ({ body }) => {
  const messages = body.messages as { role: string; content: string }[];
  if (messages.at(-1)?.content === 'Fail') return { tool: 'pay_back', arguments: { order: 'o-1' } };
  return { text: `answer ${messages.filter(({ role }) => role === 'user').length}` };
};

const said = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const parsed = parseCaseLine(line);
      if (parsed.kind !== 'case') throw new Error(parsed.reason);
      const { id, cluster, input, recordings } = parsed.case;
      const { messages } = input as { messages: { content: string }[] };
      return [id, cluster, messages.map(({ content }) => content).join(' | '), recordings.length];
    });

test('a conversation is recorded turn by turn, each a case with its history and the conversation for its cluster', async () => {
  project = await startProject({ answer: counting, files: { 'agent.mjs': CONVERSING }, cases: [] });
  const inputs = [
    { id: 'trip', turns: ['Hello', 'To Rome', 'Thanks'] },
    { id: 'alone', input: { messages: [{ role: 'user', content: 'Hi' }] } },
    { id: 'short', turns: ['Hey'] },
  ];
  expect(await recordInto(project, 'corpus/cases.jsonl', inputs, { recordings: '2' })).toBe(0);
  expect(said(project.read('corpus/cases.jsonl'))).toEqual([
    ['trip-1', 'trip', 'Hello', 2],
    ['trip-2', 'trip', 'Hello | answer 1 | To Rome', 2],
    ['trip-3', 'trip', 'Hello | answer 1 | To Rome | answer 2 | Thanks', 2],
    ['alone', null, 'Hi', 2],
    ['short-1', 'short', 'Hey', 2],
  ]);
  project.commit({ 'corpus/cases.jsonl': project.read('corpus/cases.jsonl') });
  project.branch('other', { 'prompts/system.md': 'Be brief.\n' });
  const report = await project.gate('other');
  expect(report.run.warnings).toContainEqual(expect.stringContaining('teacher_forced: 3 turns of 1 conversations'));
});

test('a conversation ends with the turn that is not answered, and what was not asked is said', async () => {
  project = await startProject({ answer: counting, files: { 'agent.mjs': CONVERSING }, cases: [] });
  const warned: string[] = [];
  const inputs = [{ id: 'trip', turns: ['Hello', 'Fail', 'Thanks', 'Bye'] }];
  expect(await recordInto(project, 'corpus/cases.jsonl', inputs, { warn: (text) => warned.push(text) })).toBe(4);
  expect(said(project.read('corpus/cases.jsonl'))).toEqual([['trip-1', 'trip', 'Hello', 1]]);
  expect(warned).toContainEqual(expect.stringMatching(/^trip-2: not recorded: /));
  expect(warned).toContainEqual('trip: not recorded: 2 more turns, since trip-2 was not');
});

test('turns that are none, or stand beside what is each turn’s own, are refused with their line', async () => {
  project = await startProject({ answer: counting, cases: [] });
  const file = join(project.directory, 'in.jsonl');
  const lines = [
    { id: 'a', turns: [] },
    { id: 'b', turns: ['x', 1] },
    { id: 'c', turns: ['x'], input: {}, expectations: [] },
  ];
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  const refused = readInputs(file);
  await expect(refused).rejects.toThrow(/in\.jsonl:1: turns: expected[\s\S]*in\.jsonl:2: turns: expected/);
  await expect(refused).rejects.toThrow('in.jsonl:3: input, expectations: not beside turns');
});
