import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files of a repository by path; null removes one. */
export type Files = Readonly<Record<string, string | Buffer | null>>;

/** Who commits, without what the developer's own git is set to (signing, hooks, ignored files). */
const ENVIRONMENT = {
  ...process.env,
  GIT_AUTHOR_NAME: 'A Developer',
  GIT_AUTHOR_EMAIL: 'dev@example.com',
  GIT_COMMITTER_NAME: 'A Developer',
  GIT_COMMITTER_EMAIL: 'dev@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};

/** A real repository in a temporary folder, on an empty branch `main`. */
export class GitRepository {
  readonly root: string;

  /** `root`, which must be there, or a new folder. */
  constructor(root = mkdtempSync(join(tmpdir(), 'pawl-test-'))) {
    this.root = root;
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...args: string[]): string {
    return this.#run(args, {});
  }

  #run(args: readonly string[], more: Readonly<Record<string, string>>): string {
    const env = { ...ENVIRONMENT, ...more };
    return execFileSync('git', args, { cwd: this.root, env, encoding: 'utf8', stdio: 'pipe' }).trim();
  }

  write(files: Files): void {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.root, path);
      if (content === null) rmSync(file, { force: true });
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    }
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** Writes the files, commits all that the working tree has and returns the full sha. */
  commit(files: Files, { subject = 'change', date }: { subject?: string; date?: string } = {}): string {
    this.write(files);
    this.git('add', '--all');
    const dated = date === undefined ? {} : { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    this.#run(['commit', '--quiet', '--allow-empty', '--message', subject], dated);
    return this.git('rev-parse', 'HEAD');
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
