import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assertStoreIsOurs, readInside, sideFiles, sideText } from '../../src/changes/index.ts';
import { UserError } from '../../src/errors.ts';
import { Repository, WORKTREE } from './repository.ts';

let repository: Repository;
let outside: string;
const at = (path: string) => join(repository.root, path);

beforeEach(() => {
  repository = new Repository();
  outside = mkdtempSync(join(tmpdir(), 'pawl-outside-'));
  writeFileSync(join(outside, 'secret.json'), 'hunter2');
});

afterEach(() => {
  repository.remove();
  rmSync(outside, { recursive: true, force: true });
});

/** Ways in which a checkout can hold something else than a file of its own. */
const traps: readonly [name: string, path: string, set: () => void][] = [
  ['a link to a file outside', 'link.json', () => symlinkSync(join(outside, 'secret.json'), at('link.json'))],
  ['a link to a file inside', 'link.json', () => symlinkSync(at('model.txt'), at('link.json'))],
  ['a link to nothing', 'link.json', () => symlinkSync(at('nothing'), at('link.json'))],
  ['a linked folder', 'folder/secret.json', () => symlinkSync(outside, at('folder'))],
  ['a linked .git', 'folder/config', () => symlinkSync(at('.git'), at('folder'))],
  ['a pipe', 'pipe.json', () => execFileSync('mkfifo', [at('pipe.json')])],
  ['a link to an endless device', 'zero.json', () => symlinkSync('/dev/zero', at('zero.json'))],
  ['a folder', 'folder.json', () => mkdirSync(at('folder.json'))],
  ['a way up', '../escape.json', () => writeFileSync(at('../escape.json'), 'hunter2')],
];

describe('a checkout that holds a trap', () => {
  afterEach(() => rmSync(at('../escape.json'), { force: true }));

  test.for(traps)('%s is refused without its contents', async ([, path, set]) => {
    set();
    const read = await readInside(repository.root, path, 100);
    expect(read).toEqual({ kind: 'refused', reason: expect.stringMatching(/^expected a (regular )?file/) });
    await expect(sideText(repository.root, WORKTREE, path)).rejects.toThrow(UserError);
  });

  test('a corpus file that is a link or a pipe gives an error instead of bytes', async () => {
    repository.commit({ 'corpus/link': 'x', 'corpus/pipe': 'x', 'corpus/plain': 'cases' });
    rmSync(at('corpus/link'));
    rmSync(at('corpus/pipe'));
    symlinkSync(join(outside, 'secret.json'), at('corpus/link'));
    execFileSync('mkfifo', [at('corpus/pipe')]);
    const files = await sideFiles(repository.root, WORKTREE, ['corpus/*']);
    const read = await Promise.allSettled(files.map(({ open }) => buffer(open())));
    expect(files.map(({ path }) => path)).toEqual(['corpus/link', 'corpus/pipe', 'corpus/plain']);
    expect(read.map((one) => (one.status === 'fulfilled' ? one.value.toString() : one.reason.message))).toEqual([
      expect.stringContaining('expected a regular file'),
      expect.stringContaining('expected a regular file'),
      'cases',
    ]);
  });

  test('an honest file is read, up to the limit and no further', async () => {
    repository.write({ 'tools/a.json': 'grüße' });
    symlinkSync(at('tools'), at('again'));
    expect(await readInside(repository.root, 'tools/a.json', 7)).toEqual({ kind: 'text', text: 'grüße' });
    expect(await readInside(repository.root, 'again/a.json', 7)).toEqual({ kind: 'text', text: 'grüße' });
    expect(await readInside(repository.root, 'tools/a.json', 6)).toMatchObject({ kind: 'refused' });
    expect(await readInside(repository.root, 'tools/b.json', 6)).toEqual({ kind: 'absent' });
    expect(await sideText(repository.root, WORKTREE, 'tools/b.json')).toBeNull();
  });
});

describe('a store inside the repository', () => {
  const judge = (store: string) => assertStoreIsOurs(repository.root, store);

  test('that git does not know is taken, as is one elsewhere or in .git', async () => {
    await judge(at('.pawl/store'));
    repository.write({ '.pawl/store/reservoir/run.jsonl': 'drawn' });
    await judge(at('.pawl/store'));
    await judge(at('.git/pawl'));
    await judge(outside);
    symlinkSync(outside, join(outside, 'link'));
    await judge(join(outside, 'link', 'store'));
  });

  test.for(['.pawl/store/reservoir/evil.jsonl', '.Pawl/Store/answers/evil.jsonl', '.pawl'])(
    'where git tracks %s is refused',
    async (path) => {
      repository.commit({ [path]: 'evil' });
      await expect(judge(at('.pawl/store'))).rejects.toThrow(UserError);
      await expect(judge(at('.pawl/store'))).rejects.toThrow(`git tracks ${path} in it`);
      await judge(at('.pawl2/store'));
    },
  );

  test('to which a link of the repository leads is refused, also where the link leads out', async () => {
    symlinkSync(outside, at('.pawl'));
    await expect(judge(at('.pawl/store'))).rejects.toThrow(/\.pawl is a link/);
    symlinkSync('.', at('self'));
    await expect(judge(at('self/store'))).rejects.toThrow(/self is a link/);
    symlinkSync(join(outside, 'nothing'), at('dangling'));
    await expect(judge(at('dangling'))).rejects.toThrow(/dangling is a link/);
  });

  test('that is reached by a link to the repository is judged as the place it is', async () => {
    repository.commit({ '.pawl/store/reservoir/evil.jsonl': 'evil' });
    symlinkSync(repository.root, join(outside, 'project'));
    await expect(judge(join(outside, 'project', '.pawl', 'store'))).rejects.toThrow(/git tracks/);
    await judge(join(outside, 'project', 'other'));
    symlinkSync(outside, at('led'));
    await expect(judge(join(outside, 'project', 'led', 'store'))).rejects.toThrow(/led is a link/);
  });
});
