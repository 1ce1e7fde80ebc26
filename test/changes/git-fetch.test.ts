import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fetchHistory, mergeBase } from '../../src/changes/index.ts';
import { GitRepository } from '../git-repository.ts';

let remote: GitRepository;
let fork: string;
let base: string;
let head: string;
const clones: string[] = [];

/** main and a branch, each so many commits past the commit that they share. */
beforeAll(() => {
  remote = new GitRepository();
  // As GitHub has it: a commit may be asked for by its hash.
  remote.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  fork = remote.commit({ 'a.txt': 'shared' });
  for (let index = 0; index < 60; index += 1) remote.git('commit', '--quiet', '--allow-empty', '-m', `main ${index}`);
  base = remote.git('rev-parse', 'HEAD');
  remote.git('checkout', '--quiet', '-b', 'change', fork);
  head = remote.commit({ 'a.txt': 'changed' });
  remote.git('checkout', '--quiet', 'main');
});

afterAll(() => remote.remove());

afterEach(() => {
  for (const clone of clones.splice(0)) rmSync(clone, { recursive: true, force: true });
});

function cloned(...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'pawl-clone-'));
  clones.push(folder);
  remote.git('clone', '--quiet', ...options, pathToFileURL(remote.root).href, folder);
  return folder;
}

/** A remote that is not there any more: whoever asks it fails. */
function cutOff(clone: string): void {
  remote.git('-C', clone, 'remote', 'set-url', 'origin', '/nowhere');
}

describe('the history that a gate needs', () => {
  it('is fetched step by step into a shallow clone, until the merge base is there', async () => {
    const clone = cloned('--depth=1');
    expect(await fetchHistory(clone, base, head)).toEqual([
      'the clone is shallow: fetched 50 commits of history',
      'the clone is shallow: fetched 500 commits of history',
    ]);
    expect(await mergeBase(clone, base, head)).toBe(fork);
  });

  it('is left alone where it is there', async () => {
    const clone = cloned('--no-single-branch');
    cutOff(clone);
    expect(await fetchHistory(clone, base, head)).toEqual([]);
  });

  it('is fetched for a commit that a whole clone lacks', async () => {
    const clone = cloned('--single-branch');
    expect(await fetchHistory(clone, base, head)).toEqual(['fetched missing commits']);
    expect(await mergeBase(clone, base, head)).toBe(fork);
  });

  it('is fetched for a branch of origin by its name', async () => {
    const clone = cloned('--depth=1', '--branch=change');
    await fetchHistory(clone, 'origin/main', head);
    expect(await mergeBase(clone, base, head)).toBe(fork);
  });

  it('that the remote does not have is said, and nothing is thrown', async () => {
    const clone = cloned('--depth=1');
    expect(await fetchHistory(clone, 'e'.repeat(40), head)).toEqual([
      expect.stringMatching(/^git fetch did not work: .*e{40}/s),
    ]);
    cutOff(clone);
    expect(await fetchHistory(clone, base, head)).toEqual([expect.stringMatching(/^git fetch did not work: /)]);
  });

  it('of two branches that share none is not asked for again and again', async () => {
    remote.git('checkout', '--quiet', '--orphan', 'alien');
    const alien = remote.commit({ 'b.txt': 'alien' });
    const clone = cloned('--no-single-branch');
    expect(await fetchHistory(clone, base, alien)).toEqual([]);
  });

  it.each(['--upload-pack=touch x', 'origin/../x', 'HEAD~1 x', ''])('hands git no name such as %j', async (name) => {
    const clone = cloned('--depth=1');
    cutOff(clone);
    expect(await fetchHistory(clone, name, name)).toEqual([]);
  });
});
