import { afterEach, beforeEach, expect, test } from 'vitest';
import { findSuspects, partAt, suspectCommits } from '../../src/gate/suspects.ts';
import { GitRepository } from '../git-repository.ts';
import { SETTINGS } from './project.ts';

let repository: GitRepository;
beforeEach(() => {
  repository = new GitRepository();
});
afterEach(() => repository.remove());

const requestOf = (base: string, head: string) => ({
  ...{
    directory: repository.root,
    configPath: 'pawl.yml',
    overrides: [],
    storeDirectory: `${repository.root}/.git/store`,
  },
  ...{ environment: {}, otherSecrets: [], runName: 'test', log: () => undefined },
  ...({ base, head, slices: null, mode: 'live', bisect: true } as const),
  watch: { signal: new AbortController().signal, planned: () => undefined, ran: () => undefined },
});

test('a commit that lacks what base has changed since in its files is not judged by itself; one whose other files base changed is', async () => {
  const text = (first: string, last: string) => `${first}\n${'...\n'.repeat(20)}${last}\n`;
  repository.commit({
    'pawl.yml': SETTINGS,
    'corpus/cases.jsonl': '',
    'prompts/system.md': text('one', 'two'),
    'agent.mjs': '1\n',
  });
  repository.git('checkout', '--quiet', '-b', 'topic');
  const code = repository.commit({ 'agent.mjs': '2\n' }, { subject: 'code' });
  const prompt = repository.commit({ 'prompts/system.md': text('one', 'TWO') }, { subject: 'prompt' });
  repository.git('checkout', '--quiet', 'main');
  const base = repository.commit({ 'prompts/system.md': text('ONE', 'two') }, { subject: 'main goes on' });
  repository.git('checkout', '--quiet', 'topic');
  repository.git('merge', '--quiet', '--no-edit', 'main');
  const merged = repository.git('rev-parse', 'HEAD');
  const last = repository.commit({ 'agent.mjs': '3\n' }, { subject: 'last' });

  const request = requestOf('main', 'topic');
  const suspects = await findSuspects(request);
  expect(suspects).toMatchObject({ base, head: last });
  expect((await suspectCommits(suspects)).map(({ sha }) => sha)).toEqual([code, prompt, merged, last]);
  expect(await partAt(code, suspects, request)).toEqual({ head: code, paths: ['agent.mjs'] });
  await expect(partAt(prompt, suspects, request)).rejects.toThrow(
    `${prompt.slice(0, 10)}: base has changed prompts/system.md since this commit left it`,
  );
  for (const commit of [merged, last])
    expect(await partAt(commit, suspects, request)).toEqual({
      head: commit,
      paths: ['prompts/system.md', 'agent.mjs'],
    });
});
