import { expect, test } from 'vitest';
import { knownFormats, readerNamed } from '../../../src/corpus/index.ts';
import { jsonLines, readText } from './read-file.ts';

const RUN = {
  suite_name: 'banking',
  pipeline_name: 'gpt-4o',
  user_task_id: 'user_task_0',
  messages: [
    { role: 'user', content: 'hello' },
    { role: 'assistant', content: 'hi', tool_calls: null },
  ],
  utility: true,
};

test('JSON Lines, a JSON list, a list on one line and one document give the same trajectories', () => {
  const one = readText(jsonLines(RUN));
  const runs = [RUN, { ...RUN, user_task_id: 'user_task_1' }];
  const two = readText(jsonLines(...runs));
  expect(one).toMatchObject({ format: 'agentdojo', problems: [] });
  expect(two.trajectories.map(({ attributes }) => attributes.user_task_id)).toEqual(['user_task_0', 'user_task_1']);
  const same = (text: string): unknown => readText(text).trajectories.map(({ id }) => id);
  const ids = two.trajectories.map(({ id }) => id);
  expect(same(JSON.stringify(runs, null, 2))).toEqual(ids);
  expect(same(JSON.stringify(runs))).toEqual(ids);
  expect(same(`[\n${runs.map((run) => JSON.stringify(run)).join(',\n')}\n]\n`)).toEqual(ids);
  expect(same(JSON.stringify(RUN, null, 2))).toEqual(ids.slice(0, 1));
});

test('a line that is torn or no object is a problem with its place, and its neighbours are read', () => {
  const torn = JSON.stringify(RUN).slice(0, 40);
  const { trajectories, problems } = readText(`${torn}\n\n${jsonLines(RUN, 7, RUN)}${torn}`);
  expect(trajectories).toHaveLength(2);
  expect(problems).toEqual([
    { place: 'line 1', reason: expect.stringMatching(/^no JSON: /), kind: 'no_json' },
    { place: 'line 4', reason: 'expected a JSON object, received 7' },
    { place: 'line 6', reason: expect.stringMatching(/^no JSON: /), kind: 'no_json' },
  ]);
});

test('a line that is not UTF-8 is a problem', () => {
  const { trajectories, problems } = readText(Buffer.concat([Buffer.from(jsonLines(RUN)), Buffer.of(0xff, 10)]));
  expect(trajectories).toHaveLength(1);
  expect(problems).toEqual([{ place: 'line 2', reason: 'expected UTF-8, received other bytes' }]);
});

test('what is of no known format is told record by record, and nothing of it is guessed', () => {
  const { format, trajectories, problems } = readText(jsonLines(...Array.from({ length: 30 }, (_, n) => ({ n }))));
  expect({ format, trajectories }).toEqual({ format: null, trajectories: [] });
  expect(problems).toHaveLength(30);
  expect(problems[29]).toEqual({ place: 'line 30', reason: 'no known format, it has the members n' });
});

test('records before the first known one are problems of its format', () => {
  const { format, trajectories, problems } = readText(jsonLines({ note: 'export of May' }, RUN));
  expect({ format, read: trajectories.length, places: problems.map(({ place }) => place) }).toEqual({
    format: 'agentdojo',
    read: 1,
    places: ['line 1'],
  });
});

test('an empty file, text and a torn document hold no record, and say so', () => {
  expect(readText('\n \n').problems).toEqual([{ place: '', reason: 'holds no record' }]);
  expect(readText('hello\nworld').problems).toEqual([
    { place: '', reason: expect.stringMatching(/^neither JSON Lines nor one JSON document: /) },
  ]);
  expect(readText(JSON.stringify(RUN, null, 2).slice(0, -3)).problems).toHaveLength(1);
});

test('values nested too deep are refused', () => {
  const deep = `{"suite_name":${'['.repeat(5000)}${']'.repeat(5000)}}`;
  expect(readText(deep).problems).toEqual([
    { place: 'line 1', reason: 'expected at most 200 levels of nesting, received more' },
  ]);
});

test('a format can be named; an unknown name is answered with the known ones', () => {
  expect(readText(jsonLines({ n: 1 }), readerNamed('agentdojo', '--format')).problems).toEqual([
    { place: 'line 1', reason: 'expected suite_name, user_task_id, utility, messages, received none' },
  ]);
  expect(() => readerNamed('agentdoj', '--format')).toThrow('did you mean agentdojo?');
  expect(knownFormats()).toContain('agentdojo: JSON of');
});
