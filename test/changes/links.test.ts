import { symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changedFiles, findChanges, namesOverLinks, treeHash } from '../../src/changes/index.ts';
import { Repository, rules } from './repository.ts';

let repo: Repository;

beforeEach(() => {
  repo = new Repository();
});

afterEach(() => repo.remove());

function link(path: string, target: string): void {
  symlinkSync(target, join(repo.root, path));
}

const commit = (sha: string) => ({ kind: 'commit', sha }) as const;

/** What head's files mean, and whether head is another version of the agent. */
async function between(base: string, head: string) {
  const names = await namesOverLinks(repo.root, [commit(base), commit(head)]);
  const found = findChanges(await changedFiles(repo.root, base, commit(head)), rules, names);
  const [a, b] = await Promise.all([base, head].map((sha) => treeHash(repo.root, commit(sha), rules)));
  return { affecting: found.affecting.map(({ kind, path }) => [kind, path]), isOther: a !== b };
}

describe('a file that the agent reaches over a link', () => {
  it('is a prompt of the agent where the link stands where prompts are', async () => {
    link('prompts/shared.md', '../common/shared.md');
    const base = repo.commit({ 'common/shared.md': 'Be kind.\n', 'common/other.md': 'x\n' });
    const head = repo.commit({ 'common/shared.md': 'Be rude.\n' });
    expect(await between(base, head)).toEqual({ affecting: [['prompt', 'common/shared.md']], isOther: true });
    const elsewhere = repo.commit({ 'common/other.md': 'y\n' });
    expect(await between(head, elsewhere)).toEqual({ affecting: [], isOther: false });
  });

  it('is found through linked folders, links to links and what a link pointed to before', async () => {
    link('current', 'v1');
    link('prompts/main.md', '../current/main.md');
    link('src/lib', '../shared');
    const base = repo.commit({ 'v1/main.md': 'one\n', 'v2/main.md': 'two\n', 'shared/deep/a.ts': 'a\n' });
    const library = repo.commit({ 'shared/deep/a.ts': 'b\n' });
    expect(await between(base, library)).toEqual({ affecting: [['code', 'shared/deep/a.ts']], isOther: true });
    unlinkSync(join(repo.root, 'current'));
    link('current', 'v2');
    const turned = repo.commit({});
    expect(await between(library, turned)).toEqual({ affecting: [['prompt', 'current']], isOther: true });
  });

  it('is none where the link leads out of the repository, nowhere or round in a circle', async () => {
    link('src/out', '../../elsewhere');
    link('src/abs', '/etc');
    link('src/gone', 'nothing-here');
    link('src/self', '.');
    link('src/round', 'round');
    const base = repo.commit({ 'etc/hosts': 'a\n' });
    const head = repo.commit({ 'etc/hosts': 'b\n' });
    expect(await between(base, head)).toEqual({ affecting: [], isOther: false });
  });
});
