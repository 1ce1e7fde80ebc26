import { execFileSync } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import { obedient, type Project, SETTINGS, someCases, startProject } from './project.ts';

let project: Project;
afterEach(() => project.close());

const pointer = (digit: string): string =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${digit.repeat(64)}\nsize 1200\n`;

const start = async (setup: string | null, files: Readonly<Record<string, string>>) => {
  const settings = setup === null ? SETTINGS : SETTINGS.replace('  command:', `  setup: ${setup}\n  command:`);
  project = await startProject({ answer: obedient, cases: someCases(2), files: { 'pawl.yml': settings, ...files } });
};

test('a prompt of which the checkouts hold only a pointer of Git LFS is no pass: both sides would run on the same nothing', async () => {
  await start(null, { 'prompts/shots.md': pointer('a') });
  project.branch('edit', { 'prompts/shots.md': pointer('b') });
  await expect(project.gate('edit')).rejects.toThrow(
    /prompts\/shots\.md on base: it changes, but .* pointer of Git LFS/,
  );
  expect(project.provider.seen).toHaveLength(0);
});

test('it is replayed where the setup brings the file, and other such files are named in the report', async () => {
  await start('cp agent.mjs prompts/shots.md', { 'prompts/shots.md': pointer('a'), 'tools/logo.png': pointer('a') });
  project.branch('edit', { 'prompts/shots.md': pointer('b'), 'tools/logo.png': pointer('b') });
  const report = await project.gate('edit');
  expect(report.verdict).toBe('pass');
  expect(JSON.stringify(report.notes)).toContain(
    'tools/logo.png changes, but the checkout holds only a pointer of Git LFS',
  );
});

test('a submodule that changes and is empty in the checkouts is no pass', async () => {
  await start(null, {});
  const bump = (name: string, digit: string): void => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', project.directory, ...args], { encoding: 'utf8' }).trim();
    git('update-index', '--add', '--cacheinfo', `160000,${digit.repeat(40)},prompts/extra`);
    const identity = ['-c', 'user.name=A Developer', '-c', 'user.email=dev@example.com'];
    const sha = git(...identity, 'commit-tree', '-p', 'main', '-m', 'bump', git('write-tree'));
    git('update-ref', `refs/heads/${name}`, sha);
  };
  bump('main', 'a');
  bump('edit', 'b');
  await expect(project.gate('edit')).rejects.toThrow(/prompts\/extra on base: it changes, but the submodule is empty/);
});
