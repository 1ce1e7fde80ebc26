import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { agentHistory } from '../../src/changes/index.ts';
import { GitRepository } from '../git-repository.ts';
import { rules } from './repository.ts';

let repository: GitRepository;
beforeEach(() => {
  repository = new GitRepository();
});
afterEach(() => repository.remove());

const history = () => agentHistory(repository.root, 'HEAD', { ...rules, prompts: ['prompts/*.md'] }, 0);

describe('the commits that touched the agent', () => {
  test('are told by their fields, whatever characters their subjects hold', async () => {
    const first = repository.commit({ 'prompts/a.md': 'a\n' }, { subject: 'first' });
    const subject = `second \u0002${first}`;
    const files = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`prompts/${at}.md`, 'b\n']));
    const second = repository.commit(files, { subject });
    const last = repository.commit({ 'prompts/a.md': 'c\n' }, { subject: 'third' });
    expect((await history()).map(({ sha, parent, subject, paths }) => [sha, parent, subject, paths])).toEqual([
      [last, second, 'third', ['prompts/a.md']],
      [second, first, subject, Object.keys(files)],
      [first, null, 'first', ['prompts/a.md']],
    ]);
  });

  test('are also those that move a file away from it, or to it', async () => {
    const text = 'Pay back what was paid.\n'.repeat(9);
    repository.commit({ 'prompts/a.md': text, 'attic/old.md': 'x\n' }, { subject: 'first' });
    repository.commit({ 'prompts/a.md': null, 'attic/a.md': text }, { subject: 'away' });
    repository.commit({ 'prompts/b.md': text, 'attic/a.md': null }, { subject: 'back' });
    expect((await history()).map(({ subject, paths }) => [subject, paths])).toEqual([
      ['back', ['prompts/b.md']],
      ['away', ['prompts/a.md']],
      ['first', ['prompts/a.md']],
    ]);
  });

  test('stand for what a merge brings', async () => {
    const first = repository.commit({ 'prompts/a.md': 'a\n' }, { subject: 'first' });
    repository.git('checkout', '--quiet', '-b', 'topic');
    const topic = repository.commit({ 'prompts/b.md': 'b\n' }, { subject: 'topic' });
    repository.git('checkout', '--quiet', '-b', 'other', first);
    const other = repository.commit({ 'prompts/c.md': 'c\n' }, { subject: 'other' });
    repository.git('checkout', '--quiet', '-b', 'trunk', first);
    repository.commit({ 'README.md': 'x\n' }, { subject: 'trunk' });
    repository.git('merge', '--quiet', '--no-edit', '-m', 'octopus', topic, other);
    expect((await history()).map(({ subject, paths }) => [subject, paths])).toEqual([
      ['octopus', ['prompts/b.md', 'prompts/c.md']],
      ['first', ['prompts/a.md']],
    ]);
  });
});
