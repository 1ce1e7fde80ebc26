import { afterEach, describe, expect, test } from 'vitest';
import { conversationsInWords } from '../../src/gate/conversations.ts';
import { type Message, obedientToTheLast, startRecording, turn } from '../commands/proxy-recording.ts';
import { aCase } from '../score/build.ts';
import { AGENT, type Project, startProject } from './project.ts';

let project: Project | null = null;
afterEach(() => project?.close());

/** The tiny agent, for conversations. */
const CONVERSING = AGENT.replace("{ role: 'user', content: input.text }", '...input.messages');

const TEACHER_FORCED = 'conversations are replayed teacher_forced: 2 turns of 1 conversations';

describe('a recorded conversation', () => {
  test('is replayed turn by turn with its history as recorded, and says so', { timeout: 120_000 }, async () => {
    project = await startProject({
      answer: (request) => {
        const said = obedientToTheLast(request);
        const system = JSON.stringify((request.body.messages as object[])[0]);
        return 'text' in said && system.includes('Say much') ? { text: 'all is done' } : said;
      },
      files: { 'agent.mjs': CONVERSING },
      cases: [],
    });
    const { client, end } = await startRecording(project);
    const messages: Message[] = [];
    await turn(client, messages, 'Pay back o-1');
    await turn(client, messages, 'And now pay back o-2');
    await end();
    project.commit({});
    project.branch('wordy', { 'prompts/system.md': 'Say much. Parameter: order.\n' });
    const before = project.provider.seen.length;
    const report = await project.gate('wordy');
    expect(report).toMatchObject({ verdict: 'pass', corpus: { cases: 2 } });
    expect(report.run.warnings).toContainEqual(expect.stringContaining(TEACHER_FORCED));
    const spoken = project.provider.seen.slice(before).flatMap(({ body }) => {
      return (body.messages as { role: string; content: string; tool_calls?: object }[])
        .filter(({ role, tool_calls: calls }) => role === 'assistant' && calls === undefined)
        .map(({ content }) => content);
    });
    // What head would have said in the first turn never reaches the second.
    expect(new Set(spoken)).toEqual(new Set(['done']));
  });

  test('blocks where its second turn breaks, and names that turn', { timeout: 120_000 }, async () => {
    project = await startProject({
      answer: (request) => {
        const messages = request.body.messages as { role: string; content: string }[];
        const forgets = messages[0]?.content.includes('Forget') === true && messages.length > 2;
        return forgets && messages.at(-1)?.content.includes('And now') ? { text: 'what?' } : obedientToTheLast(request);
      },
      files: { 'agent.mjs': CONVERSING },
      cases: [],
    });
    const { client, end } = await startRecording(project);
    for (let number = 1; number <= 8; number += 1) {
      const messages: Message[] = [];
      await turn(client, messages, `Pay back o-${number}`);
      await turn(client, messages, `And now pay back o-${number + 100}`);
    }
    await end();
    project.commit({});
    project.branch('forgetful', { 'prompts/system.md': 'Forget. Parameter: order.\n' });
    const report = await project.gate('forgetful');
    expect(report.verdict).toBe('block');
    const fell = report.cases.filter(({ verdict }) => verdict === 'broken' || verdict === 'suspect');
    expect(fell).toHaveLength(8);
    expect(fell.map(({ caseId }) => caseId).filter((id) => !id.endsWith('-2'))).toEqual([]);
  });
});

const said = (...contents: string[]) => ({
  messages: contents.map((content, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content })),
});

describe('the turns of conversations', () => {
  test.each([
    ['one-turn cases of one task', [said('a'), said('b'), said('a')], []],
    ['no messages', [{ text: 'a' }], []],
    ['the turns of one, and one beside it', [said('a'), said('a', 'x', 'b'), said('c')], ['2 turns of 1 conv']],
    ['two of one task', [said('a'), said('a', 'x', 'b'), said('c'), said('c', 'x', 'd')], ['4 turns of 2 conv']],
    ['one whose first turn is elsewhere', [said('a', 'x', 'b')], ['1 turns of 1 conv']],
  ])('are counted where there are %s', (_, inputs, words) => {
    const cases = inputs.map((input, index) => aCase({ id: String(index), cluster: 'task', input }));
    expect(conversationsInWords(cases)).toEqual(words.map((text) => expect.stringContaining(text)));
  });
});
