import { chmodSync, readdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changedFiles, findChanges, treeHash } from '../../src/changes/index.ts';
import { Repository, rules, WORKTREE } from './repository.ts';

let repo: Repository;

beforeEach(() => {
  repo = new Repository();
});

afterEach(() => repo.remove());

describe('what differs between base and head', () => {
  it('has both texts and a status', async () => {
    rmSync(join(repo.root, 'model.txt'));
    const sha = repo.commit({ 'src/a.ts': 'let a = 2;\n', 'src/b.ts': 'new\n' });
    expect(await changedFiles(repo.root, repo.first, { kind: 'commit', sha })).toEqual([
      { path: 'model.txt', oldPath: null, status: 'removed', baseText: 'gpt-4\n', headText: null },
      { path: 'src/a.ts', oldPath: null, status: 'modified', baseText: 'let a = 1;\n', headText: 'let a = 2;\n' },
      { path: 'src/b.ts', oldPath: null, status: 'added', baseText: null, headText: 'new\n' },
    ]);
  });

  it('is nothing between a commit and itself', async () => {
    expect(await changedFiles(repo.root, repo.first, { kind: 'commit', sha: repo.first })).toEqual([]);
    expect(await changedFiles(repo.root, repo.first, WORKTREE)).toEqual([]);
  });

  it('finds a renamed file, edited on the way', async () => {
    const lines = Array.from({ length: 20 }, (_, i) => `line ${i}`).join('\n');
    const from = repo.commit({ 'prompts/long.md': lines });
    renameSync(join(repo.root, 'prompts/long.md'), join(repo.root, 'prompts/b.md'));
    const sha = repo.commit({ 'prompts/b.md': `${lines}\nmore` });
    const files = await changedFiles(repo.root, from, { kind: 'commit', sha });
    expect(files).toEqual([
      {
        path: 'prompts/b.md',
        oldPath: 'prompts/long.md',
        status: 'renamed',
        baseText: lines,
        headText: `${lines}\nmore`,
      },
    ]);
  });

  const HOSTILE = [
    'src/a b',
    'src/a\nb',
    'src/"quoted"',
    "src/it's",
    '-rf',
    '--output=x',
    'src/tab\t',
    ':(top)x',
    'src/ä😀',
    '*',
  ];

  it.each([
    ['committed', false],
    ['in the working tree', true],
  ])('keeps hostile file names as they are, %s', async (_, uncommitted) => {
    const files = Object.fromEntries(HOSTILE.map((name) => [name, `text of ${name}`]));
    const head = uncommitted ? WORKTREE : ({ kind: 'commit', sha: repo.commit(files) } as const);
    repo.write(files);
    const found = await changedFiles(repo.root, repo.first, head);
    expect(Object.fromEntries(found.map(({ path, headText }) => [path, headText]))).toEqual(files);
  });

  it('reads text that is no UTF-8 with replacement characters, also in a file name', async () => {
    repo.write({ 'src/latin.txt': Buffer.from([0x63, 0x61, 0x66, 0xe9]) });
    writeFileSync(Buffer.concat([Buffer.from(join(repo.root, 'src/')), Buffer.from([0xe9])]), 'named');
    const found = await changedFiles(repo.root, repo.first, WORKTREE);
    expect(found.map(({ path, headText }) => [path, headText])).toEqual([
      ['src/latin.txt', 'caf\uFFFD'],
      ['src/\uFFFD', 'named'],
    ]);
  });

  it('has no text of what is binary, larger than 1 MiB or a link', async () => {
    repo.write({
      'src/bin': Buffer.from([1, 0, 2]),
      'src/large': 'x'.repeat(1024 * 1024 + 1),
      // More than is read at once
      'src/larger': 'x'.repeat(9 * 1024 * 1024),
      'src/most': 'x'.repeat(1024 * 1024),
    });
    symlinkSync('/etc/passwd', join(repo.root, 'src/link'));
    const found = await changedFiles(repo.root, repo.first, WORKTREE);
    expect(found.map(({ path, headText }) => [path, headText?.length ?? null])).toEqual([
      ['src/bin', null],
      ['src/large', null],
      ['src/larger', null],
      ['src/link', null],
      ['src/most', 1024 * 1024],
    ]);
  });

  it('counts a change of the file mode', async () => {
    chmodSync(join(repo.root, 'src/a.ts'), 0o755);
    expect((await changedFiles(repo.root, repo.first, WORKTREE)).map(({ path, status }) => [path, status])).toEqual([
      ['src/a.ts', 'modified'],
    ]);
  });

  it('refuses anything but a full hash', async () => {
    await expect(changedFiles(repo.root, 'main', WORKTREE)).rejects.toThrow('expected a full commit hash');
    await expect(changedFiles(repo.root, repo.first, { kind: 'commit', sha: '--output=x' })).rejects.toThrow(
      'full commit hash',
    );
  });
});

describe('the working tree as head', () => {
  it('has edited, staged, deleted and new files, but no ignored ones', async () => {
    const from = repo.commit({ '.gitignore': 'secret.env\n', 'src/staged.ts': 'old\n' });
    repo.write({
      'src/staged.ts': 'new\n',
      'secret.env': 'KEY',
      'src/new.ts': 'new file\n',
      'src/a.ts': 'let a = 9;\n',
    });
    repo.git('add', 'src/staged.ts');
    rmSync(join(repo.root, 'model.txt'));
    const found = await changedFiles(repo.root, from, WORKTREE);
    expect(found.map(({ path, status, headText }) => [path, status, headText])).toEqual([
      ['model.txt', 'removed', null],
      ['src/a.ts', 'modified', 'let a = 9;\n'],
      ['src/new.ts', 'added', 'new file\n'],
      ['src/staged.ts', 'modified', 'new\n'],
    ]);
  });

  it('sees an edit that left length and time as they were, in the moment in which the index was written', async () => {
    repo.git('config', 'core.trustctime', 'false');
    repo.write({ 'src/a.ts': 'let a = 2;\n' });
    const now = new Date(1_700_000_000_000);
    utimesSync(join(repo.root, 'src/a.ts'), now, now);
    const sha = repo.commit({});
    utimesSync(join(repo.root, '.git/index'), now, now);
    repo.write({ 'src/a.ts': 'let a = 3;\n' });
    utimesSync(join(repo.root, 'src/a.ts'), now, now);
    expect((await changedFiles(repo.root, sha, WORKTREE)).map(({ headText }) => headText)).toEqual(['let a = 3;\n']);
  });

  it('leaves index, objects and stage of the repository as they were, and runs no hook of it', async () => {
    repo.write({ 'src/new.ts': 'new', '.git/hooks/post-index-change': '#!/bin/sh\ntouch ran\n' });
    chmodSync(join(repo.root, '.git/hooks/post-index-change'), 0o755);
    const state = (): string => [repo.git('status', '--porcelain'), repo.git('count-objects')].join('\n');
    const before = state();
    rmSync(join(repo.root, 'ran'), { force: true });
    await changedFiles(repo.root, repo.first, WORKTREE);
    await treeHash(repo.root, WORKTREE, rules);
    expect(readdirSync(repo.root)).not.toContain('ran');
    expect(state()).toBe(before);
  });

  it('is read from its root, also from a folder in it and under an odd path', async () => {
    const odd = join(repo.root, 'odd: "name"');
    repo.git('clone', '--quiet', repo.root, odd);
    writeFileSync(join(odd, 'model.txt'), 'gpt-5\n');
    expect((await changedFiles(join(odd, 'src'), repo.first, WORKTREE)).map(({ path }) => path)).toEqual(['model.txt']);
  });

  it('may be a linked worktree', async () => {
    repo.git('worktree', 'add', '--quiet', '--detach', join(repo.root, '.wt'), repo.first);
    writeFileSync(join(repo.root, '.wt/model.txt'), 'gpt-5\n');
    expect((await changedFiles(join(repo.root, '.wt'), repo.first, WORKTREE)).map(({ path }) => path)).toEqual([
      'model.txt',
    ]);
  });
});

it('a pull request that touches nothing of the agent is not affected, by real git', async () => {
  const docs = await changedFiles(repo.root, repo.first, { kind: 'commit', sha: repo.commit({ 'docs/a.md': 'x' }) });
  expect(findChanges(docs, rules).notAffected).toContain('1 file differs (docs/a.md)');
  const prompt = await changedFiles(repo.root, repo.first, {
    kind: 'commit',
    sha: repo.commit({ 'prompts/a.md': 'Be kind.\n' }),
  });
  const found = findChanges(prompt, rules);
  expect(found.notAffected).toBeNull();
  expect(found.affecting).toEqual([
    {
      kind: 'prompt',
      path: 'prompts/a.md',
      status: 'modified',
      oldPath: null,
      lines: [{ kind: 'removed', line: 2, text: 'Be brief.' }],
    },
  ]);
});
