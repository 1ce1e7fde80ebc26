import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { type CheckoutSource, makeCheckoutParent, openCheckout, type Repository } from '../../src/replay/worktree.ts';
import { GitRepository } from '../git-repository.ts';

let place: string;
let user: GitRepository;
let repository: Repository;
let first: string;

const git = (...args: string[]) => user.git(...args);
const write = (path: string, text: string) => user.write({ [path]: text });

function filesIn(root: string): string[] {
  const all = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = all
    .filter((one) => !one.isDirectory())
    .map((one) => join(one.parentPath, one.name).slice(root.length + 1));
  return files.filter((path) => path !== '.git').sort();
}

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'pawl-test-'));
  mkdirSync(join(place, 'user'));
  user = new GitRepository(join(place, 'user'));
  repository = { path: user.root, parentEnvironment: { PATH: process.env.PATH, HOME: place } };
  write('agent/run.sh', '#!/bin/sh');
  chmodSync(join(user.root, 'agent/run.sh'), 0o755);
  first = user.commit({
    'agent/prompt.md': 'one',
    'old/gone.txt': 'x',
    'moved/inner.txt': 'x',
    '.gitignore': 'ignored.txt\n',
  });
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

async function open(source: CheckoutSource) {
  const parentDir = await makeCheckoutParent(repository, place);
  return { parentDir, checkout: await openCheckout({ repository, side: 'base', source, parentDir }) };
}

it.each(['commit', 'worktree'] as const)('a checkout of a %s holds what a sparse checkout leaves out', async (kind) => {
  git('sparse-checkout', 'set', '--no-cone', '/*', '!/agent/', '!/moved/');
  write('moved/inner.txt', 'written all the same');
  expect(existsSync(join(user.root, 'agent/prompt.md'))).toBe(false);
  const { checkout } = await open(kind === 'commit' ? { kind, sha: first } : { kind });
  expect(readFileSync(join(checkout.repo, 'agent/prompt.md'), 'utf8')).toBe('one');
  expect(statSync(join(checkout.repo, 'agent/run.sh')).mode & 0o111).not.toBe(0);
  expect(readFileSync(join(checkout.repo, 'moved/inner.txt'), 'utf8')).toBe(
    kind === 'commit' ? 'x' : 'written all the same',
  );
  await checkout.close();
  expect(existsSync(join(user.root, 'agent/prompt.md'))).toBe(false);
});

describe('a checkout of a commit', () => {
  it('has the files of that commit, beside a home and a folder for temporary files', async () => {
    write('agent/prompt.md', 'two');
    git('commit', '--quiet', '-am', 'second');
    const { parentDir, checkout } = await open({ kind: 'commit', sha: first });
    expect(readFileSync(join(checkout.repo, 'agent/prompt.md'), 'utf8')).toBe('one');
    expect(readdirSync(checkout.root).sort()).toEqual(['home', 'repo', 'tmp']);
    expect([checkout.home, checkout.tmp, checkout.repo].every((path) => path.startsWith(`${parentDir}/base/`))).toBe(
      true,
    );
    expect(statSync(parentDir).mode & 0o777).toBe(0o711);
    expect(execFileSync('git', ['-C', checkout.repo, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim()).toBe(first);
  });

  it('runs no hook of the repository', async () => {
    const ran = join(place, 'hook-ran');
    writeFileSync(join(repository.path, '.git/hooks/post-checkout'), `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 });
    git('checkout', '--quiet', '--detach');
    expect(existsSync(ran)).toBe(true);
    rmSync(ran);
    await open({ kind: 'commit', sha: first });
    expect(existsSync(ran)).toBe(false);
  });

  it('is gone when it is closed, from the disk and from the list of worktrees', async () => {
    const { parentDir, checkout } = await open({ kind: 'commit', sha: first });
    const readOnly = join(checkout.home, 'module-cache');
    mkdirSync(readOnly);
    writeFileSync(join(readOnly, 'file'), '');
    chmodSync(readOnly, 0o555);
    expect(git('worktree', 'list').split('\n')).toHaveLength(2);
    await checkout.close();
    expect(git('worktree', 'list').split('\n')).toHaveLength(1);
    expect(existsSync(parentDir)).toBe(false);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('that is not here is a problem for the user, and leaves nothing', async () => {
    const parentDir = await makeCheckoutParent(repository, place);
    const source = { kind: 'commit', sha: 'a'.repeat(40) } as const;
    const error = await openCheckout({ repository, side: 'base', source, parentDir }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toMatch(/cannot check out a{40} for base: .*\n {2}.*fetch-depth: 0/);
    expect(readdirSync(parentDir)).toEqual([]);
    expect(git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  it('that git has no place to note is not blamed on the clone', async () => {
    const parentDir = await makeCheckoutParent(repository, place);
    rmSync(join(repository.path, '.git/worktrees'), { recursive: true, force: true });
    writeFileSync(join(repository.path, '.git/worktrees'), '');
    const source = { kind: 'commit', sha: first } as const;
    const opened = openCheckout({ repository, side: 'base', source, parentDir });
    const error = await opened.catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(`cannot check out ${first} for base`);
    expect(String(error)).not.toContain('fetch-depth');
  });

  it('is never a name or half a hash', async () => {
    const parentDir = await makeCheckoutParent(repository, place);
    for (const sha of ['main', '--orphan', first.slice(0, 39)]) {
      const opened = openCheckout({ repository, side: 'base', source: { kind: 'commit', sha }, parentDir });
      await expect(opened).rejects.toThrow('expected a full commit hash');
    }
  });
});

describe('a checkout of the working tree', () => {
  it('has tracked and untracked files as they stand, and no ignored ones', async () => {
    write('agent/prompt.md', 'edited');
    write('agent/new tool.json', '{}');
    write('ignored.txt', 'x');
    rmSync(join(repository.path, 'old'), { recursive: true });
    symlinkSync('../agent/prompt.md', join(repository.path, 'agent/link.md'));
    const statusBefore = git('status', '--porcelain');
    const { checkout } = await open({ kind: 'worktree' });
    expect(filesIn(checkout.repo)).toEqual([
      '.gitignore',
      'agent/link.md',
      'agent/new tool.json',
      'agent/prompt.md',
      'agent/run.sh',
      'moved/inner.txt',
    ]);
    expect(readFileSync(join(checkout.repo, 'agent/prompt.md'), 'utf8')).toBe('edited');
    expect(readlinkSync(join(checkout.repo, 'agent/link.md'))).toBe('../agent/prompt.md');
    expect(statSync(join(checkout.repo, 'agent/run.sh')).mode & 0o111).toBe(0o111);
    expect(git('status', '--porcelain')).toBe(statusBefore);
    await checkout.close();
    expect(existsSync(checkout.root)).toBe(false);
  });

  it('writes nothing through a link that took the place of a folder', async () => {
    const outside = join(place, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'inner.txt'), 'not of this repository');
    rmSync(join(repository.path, 'moved'), { recursive: true });
    symlinkSync(outside, join(repository.path, 'moved'));
    const { checkout } = await open({ kind: 'worktree' });
    expect(lstatSync(join(checkout.repo, 'moved')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(outside, 'inner.txt'), 'utf8')).toBe('not of this repository');
  });

  it('leaves out repositories within the repository', async () => {
    mkdirSync(join(repository.path, 'vendor'));
    execFileSync('git', ['-C', join(repository.path, 'vendor'), 'init', '--quiet']);
    write('vendor/file.txt', 'x');
    const { checkout } = await open({ kind: 'worktree' });
    expect(filesIn(checkout.repo).filter((path) => path.startsWith('vendor'))).toEqual([]);
  });
});

describe('what a killed run left', () => {
  /** No process has this id: Linux gives none above 2 to the power of 22. */
  const DEAD_PID = 2 ** 22 + 1;

  it('is removed by the next run: folders and worktrees, ours and of ended processes only', async () => {
    const dead = join(place, `pawl-checkouts-${DEAD_PID}-aBc123`);
    const alive = join(place, `pawl-checkouts-${process.ppid}-aBc123`);
    const foreign = join(place, 'pawl-checkouts-of-mine');
    for (const parent of [dead, alive, foreign]) {
      mkdirSync(join(parent, 'base'), { recursive: true });
      git('worktree', 'add', '--quiet', '--detach', join(parent, 'base/repo'), first);
    }
    await makeCheckoutParent(repository, place);
    expect([dead, alive, foreign].map((path) => existsSync(path))).toEqual([false, true, true]);
    const listed = git('worktree', 'list', '--porcelain');
    expect([dead, alive, foreign].map((path) => listed.includes(path))).toEqual([false, true, true]);
  });

  it('is not followed where it is a link', async () => {
    const precious = join(place, 'precious');
    mkdirSync(precious);
    symlinkSync(precious, join(place, `pawl-checkouts-${DEAD_PID}-aBc123`));
    await makeCheckoutParent(repository, place);
    expect(existsSync(precious)).toBe(true);
  });
});
