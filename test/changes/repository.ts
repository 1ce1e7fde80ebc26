import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ChangeRules } from '../../src/changes/index.ts';

export const WORKTREE = { kind: 'worktree' } as const;
export const rules: ChangeRules = {
  agent: ['src/**'],
  prompts: ['prompts/*.md'],
  tools: [],
  corpus: ['corpus/*'],
  config: ['pawl.yml'],
  pins: [{ name: 'm', file: 'model.txt', at: { kind: 'pattern', pattern: '(.+)' } }],
};

type Files = Readonly<Record<string, string | Buffer>>;

/** A real repository in a temporary folder, with one commit. */
export interface Repository {
  readonly root: string;
  readonly first: string;
  git(...args: string[]): string;
  write(files: Files): void;
  /** Writes the files and commits all that the working tree has. */
  commit(files: Files): string;
  close(): void;
}

export function openRepository(): Repository {
  const root = mkdtempSync(join(tmpdir(), 'pawl-git-'));
  const git = (...args: string[]): string => {
    const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...identity, ...args], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  };
  const write = (files: Files): void => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };
  const commit = (files: Files): string => {
    write(files);
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', 'x');
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet', '--initial-branch=main');
  const first = commit({ 'prompts/a.md': 'Be kind.\nBe brief.\n', 'src/a.ts': 'let a = 1;\n', 'model.txt': 'gpt-4\n' });
  const close = (): void => rmSync(root, { recursive: true, force: true });
  return { root, first, git, write, commit, close };
}
