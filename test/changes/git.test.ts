import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFilesAt, mergeBase, readFileAt, resolveCommit, treeHash } from '../../src/changes/index.ts';
import { UserError } from '../../src/errors.ts';
import { Repository, rules, WORKTREE } from './repository.ts';

let repo: Repository;

beforeEach(() => {
  repo = new Repository();
});

afterEach(() => repo.remove());

async function userError(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return error instanceof UserError ? error.message : '';
}

describe('a commit is resolved', () => {
  it('from a branch, a tag, a short hash and HEAD to its full hash', async () => {
    repo.git('tag', '--annotate', '--message', 'x', 'v1');
    for (const ref of ['main', 'HEAD', 'v1', repo.first.slice(0, 8), repo.first])
      expect(await resolveCommit(repo.root, ref)).toBe(repo.first);
  });

  it('from a name that begins with a dash, which is no option', async () => {
    repo.git('update-ref', 'refs/heads/--git-dir', repo.first);
    expect(await resolveCommit(repo.root, '--git-dir')).toBe(repo.first);
    expect(await userError(resolveCommit(repo.root, '--all'))).toContain('received "--all"');
  });

  it('or the message says what is missing and what to do', async () => {
    const message = await userError(resolveCommit(repo.root, 'origin/none'));
    expect(message).toContain('received "origin/none"');
    expect(message).toContain('git fetch');
    expect(await userError(resolveCommit(repo.root, ''))).toContain('received ""');
    expect(await userError(resolveCommit(repo.root, 'main\0'))).toContain('expected a commit');
    expect(await userError(resolveCommit(repo.root, 'HEAD:src'))).toContain('expected a commit');
  });

  it('or the message says that the clone is shallow', async () => {
    repo.commit({ 'src/a.ts': 'let a = 2;\n' });
    const clone = mkdtempSync(join(tmpdir(), 'pawl-shallow-'));
    repo.git('clone', '--quiet', '--depth=1', `file://${repo.root}`, clone);
    expect(await userError(resolveCommit(clone, repo.first))).toContain(
      'shallow clone: fetch the whole history (fetch-depth: 0',
    );
    rmSync(clone, { recursive: true });
  });

  it('or the message says that there is no repository, or no folder', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'pawl-empty-'));
    expect(await userError(resolveCommit(empty, 'main'))).toContain('run pawl in a git checkout');
    expect(await userError(resolveCommit(join(empty, 'none'), 'main'))).toContain('could not run');
    rmSync(empty, { recursive: true });
  });

  it('in the repository named, whatever another git process has set', async () => {
    process.env.GIT_DIR = '/nowhere';
    try {
      expect(await resolveCommit(repo.root, 'main')).toBe(repo.first);
    } finally {
      delete process.env.GIT_DIR;
    }
  });
});

describe('a filter of the repository', () => {
  it('sees no variable of the caller but PATH and HOME', async () => {
    const seen = join(repo.root, '.git/seen');
    repo.git('config', 'filter.spy.clean', `env > '${seen}'; cat`);
    repo.write({ '.gitattributes': '*.txt filter=spy\n', 'model.txt': 'gpt-5\n' });
    process.env.PLANTED_KEY = 'sk-planted';
    try {
      await treeHash(repo.root, WORKTREE, rules);
    } finally {
      delete process.env.PLANTED_KEY;
    }
    const environment = readFileSync(seen, 'utf8');
    expect(environment).toContain(`PATH=`);
    expect(environment).not.toContain('planted');
  });
});

describe('the merge base', () => {
  it('is the commit from which both sides have come', async () => {
    const onMain = repo.commit({ 'src/b.ts': '1' });
    repo.git('checkout', '--quiet', '-b', 'feature', repo.first);
    const onFeature = repo.commit({ 'src/c.ts': '1' });
    expect(await mergeBase(repo.root, onMain, onFeature)).toBe(repo.first);
  });

  it('is missing between unrelated histories, which the message says', async () => {
    repo.git('checkout', '--quiet', '--orphan', 'other');
    const other = repo.commit({ x: '1' });
    expect(await userError(mergeBase(repo.root, repo.first, other))).toContain('have no merge base');
  });
});

describe('a file at a commit', () => {
  it('is its text as committed, or null where there is none', async () => {
    repo.write({ 'src/a.ts': 'not committed' });
    expect(await readFileAt(repo.root, repo.first, 'src/a.ts')).toBe('let a = 1;\n');
    expect(await readFileAt(repo.root, repo.first, 'src/none.ts')).toBeNull();
    expect(await readFileAt(repo.root, repo.first, 'src')).toBeNull();
    expect(await readFileAt(repo.root, repo.first, '../outside')).toBeNull();
  });

  it('that is binary or too large is an error, not an empty file', async () => {
    const sha = repo.commit({ binary: Buffer.from([1, 0, 2]), large: 'x'.repeat(1024 * 1024 + 1) });
    expect(await userError(readFileAt(repo.root, sha, 'binary'))).toContain('binary at');
    expect(await userError(readFileAt(repo.root, sha, 'large'))).toContain('at most 1 MiB');
  });

  it('is listed where a glob takes it and none takes it out', async () => {
    const sha = repo.commit({ 'src/.hidden.ts': '', 'src/a.test.ts': '' });
    expect(await listFilesAt(repo.root, sha, ['src/*.ts', '!**/*.test.ts'])).toEqual(['src/.hidden.ts', 'src/a.ts']);
  });
});

describe('the identity of an agent version', () => {
  const hash = (sha: string): Promise<string> => treeHash(repo.root, { kind: 'commit', sha }, rules);

  it('changes with code, prompts, pins, modes and names, and with nothing else', async () => {
    const before = await hash(repo.first);
    expect(await hash(repo.commit({ 'docs/a.md': 'x', 'corpus/a': 'x', 'pawl.yml': 'x' }))).toBe(before);
    const seen = new Set([before]);
    seen.add(await hash(repo.commit({ 'src/a.ts': 'let a = 2;\n' })));
    seen.add(await hash(repo.commit({ 'prompts/a.md': 'Be rude.\n' })));
    seen.add(await hash(repo.commit({ 'model.txt': 'gpt-5\n' })));
    chmodSync(join(repo.root, 'src/a.ts'), 0o755);
    seen.add(await hash(repo.commit({})));
    renameSync(join(repo.root, 'src/a.ts'), join(repo.root, 'src/b.ts'));
    seen.add(await hash(repo.commit({})));
    expect(seen.size).toBe(6);
  });

  it('is that of the commit which the working tree would make', async () => {
    repo.write({ 'src/new.ts': 'x', 'src/a.ts': 'let a = 3;\n' });
    const uncommitted = await treeHash(repo.root, WORKTREE, rules);
    expect(uncommitted).not.toBe(await hash(repo.first));
    expect(await hash(repo.commit({}))).toBe(uncommitted);
  });
});
