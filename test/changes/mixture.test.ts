import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ChangeRules, changedFiles, commitMixture, factorsOf, findChanges } from '../../src/changes/index.ts';
import { type Files, GitRepository } from '../git-repository.ts';

const RULES: ChangeRules = {
  agent: ['agent/**', 'prompts/**', 'tools/**', 'models.json'],
  prompts: ['prompts/*.md'],
  tools: ['tools/*.json'],
  corpus: ['corpus/**'],
  config: ['pawl.yml'],
  pins: [{ name: 'model', file: 'models.json', at: { kind: 'json_pointer', pointer: '/model' } }],
};
const TOOL = JSON.stringify({ name: 'pay', description: 'Pays', parameters: { type: 'object', properties: {} } });
const BASE: Files = {
  'agent/main.py': 'base\n',
  'agent/run.sh': '#!/bin/sh\n',
  'prompts/system.md': 'A prompt that is long enough to be known again.\nSecond line.\n',
  'tools/pay.json': TOOL,
  'models.json': '{"model": "a", "retries": 1}',
  'corpus/cases.jsonl': '',
  'README.md': 'base\n',
};

let repository: GitRepository;
let base: string;
beforeEach(() => {
  repository = new GitRepository();
  base = repository.commit(BASE);
});
afterEach(() => repository.remove());

async function factorsAt(head: string) {
  const files = await changedFiles(repository.root, base, { kind: 'commit', sha: head });
  return factorsOf(files, findChanges(files, RULES).affecting, RULES);
}

describe('what can be swapped', () => {
  test('is the agent’s files by what they are, and nothing else', async () => {
    const head = repository.commit({
      'agent/main.py': 'head\n',
      'prompts/system.md': 'Another prompt.\n',
      'tools/pay.json': TOOL.replace('Pays', 'Pays back'),
      'models.json': '{"model": "b", "retries": 1}',
      'corpus/cases.jsonl': '{}\n',
      'README.md': 'head\n',
    });
    expect(await factorsAt(head)).toEqual([
      { name: 'prompts', paths: ['prompts/system.md'] },
      { name: 'tools', paths: ['tools/pay.json'] },
      { name: 'model pins', paths: ['models.json'] },
      { name: 'code', paths: ['agent/main.py'] },
    ]);
  });

  test('goes with the code where a file holds more than its pin', async () => {
    const head = repository.commit({ 'models.json': '{"model": "b", "retries": 2}' });
    expect(await factorsAt(head)).toEqual([{ name: 'code', paths: ['models.json'] }]);
  });

  test('has both names of a renamed file, and a tool that moved to another file whole', async () => {
    const head = repository.commit({
      'prompts/system.md': null,
      'prompts/main.md': String(BASE['prompts/system.md']),
      'tools/pay.json': null,
      'tools/all.json': JSON.stringify([JSON.parse(TOOL)]),
    });
    expect(await factorsAt(head)).toEqual([
      { name: 'prompts', paths: ['prompts/main.md', 'prompts/system.md'] },
      { name: 'tools', paths: ['tools/all.json', 'tools/pay.json'] },
    ]);
  });
});

describe('base with some of head', () => {
  const mixed = (head: string, paths: readonly string[]) => commitMixture(repository.root, { base, head, paths });
  const listed = (commit: string) => repository.git('ls-tree', '-r', '--name-only', commit).split('\n');
  const shown = (commit: string, path: string) => repository.git('show', `${commit}:${path}`);

  test('has head’s files where they are named: changed, new, gone, executable, a folder in a file’s place', async () => {
    repository.git('update-index', '--chmod=+x', 'agent/run.sh');
    repository.git('commit', '--quiet', '--message', 'executable');
    repository.git('reset', '--quiet', '--hard');
    const head = repository.commit({
      'agent/main.py': null,
      'agent/main.py/__init__.py': 'package\n',
      'prompts/system.md': 'Another prompt.\n',
      'tools/pay.json': null,
      'tools/new "ü".json': TOOL,
      'README.md': 'head\n',
    });
    const paths = [
      'agent/main.py',
      'agent/main.py/__init__.py',
      'agent/run.sh',
      'tools/new "ü".json',
      'tools/pay.json',
    ];
    const commit = await mixed(head, paths);
    repository.git('config', 'core.quotePath', 'false');
    expect(repository.git('diff', '--name-only', '-z', commit, head).split('\0').filter(Boolean)).toEqual([
      'README.md',
      'prompts/system.md',
    ]);
    expect(repository.git('rev-parse', `${commit}^`)).toBe(base);
    expect(shown(commit, 'prompts/system.md')).toContain('A prompt that is long enough');
    expect(listed(commit)).not.toContain('tools/pay.json');
  });

  test('is the same commit whenever it is made, and leaves index, branches and working tree alone', async () => {
    const head = repository.commit({ 'agent/main.py': 'head\n', 'README.md': 'head\n' });
    repository.write({ 'agent/main.py': 'not committed\n', 'README.md': 'staged\n' });
    repository.git('add', 'README.md');
    const state = () => [
      repository.git('status', '--porcelain'),
      repository.git('for-each-ref'),
      repository.git('ls-files', '--stage'),
    ];
    const before = state();
    const commit = await mixed(head, ['agent/main.py']);
    expect(await mixed(head, ['agent/main.py'])).toBe(commit);
    expect(state()).toEqual(before);
    expect(shown(commit, 'agent/main.py')).toBe('head');
    expect(shown(commit, 'README.md')).toBe('base');
  });
});
