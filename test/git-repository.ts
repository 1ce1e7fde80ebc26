import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files of a repository by path; null removes one. */
export type Files = Readonly<Record<string, string | Buffer | null>>;

/** Who commits, without what the developer's own git is set to (signing, hooks, ignored files), and nothing tidied up after it. */
const ENVIRONMENT = {
  ...process.env,
  GIT_AUTHOR_NAME: 'A Developer',
  GIT_AUTHOR_EMAIL: 'dev@example.com',
  GIT_COMMITTER_NAME: 'A Developer',
  GIT_COMMITTER_EMAIL: 'dev@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'maintenance.auto',
  GIT_CONFIG_VALUE_0: 'false',
};

/** What `git init` makes: written by hand in a fraction of its time. */
const EMPTY: Files = {
  HEAD: 'ref: refs/heads/main\n',
  config: '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n\tlogallrefupdates = true\n',
  'info/exclude': '',
};
const EMPTY_FOLDERS = ['hooks', 'objects/info', 'objects/pack', 'refs/heads', 'refs/tags'];

/** A real repository in a temporary folder, on an empty branch `main`. */
export class GitRepository {
  readonly root: string;
  readonly #date: string | null;

  /** `root`, which must be there, or a new folder. `date` = when all is committed, so that the same content has the same hash. */
  constructor(root = mkdtempSync(join(tmpdir(), 'pawl-test-')), date: string | null = null) {
    this.root = root;
    this.#date = date;
    for (const folder of EMPTY_FOLDERS) mkdirSync(join(root, '.git', folder), { recursive: true });
    writeFiles(join(root, '.git'), EMPTY);
  }

  git(...args: string[]): string {
    return this.#run('git', args, {});
  }

  #run(file: string, args: readonly string[], more: Readonly<Record<string, string>>, input?: Buffer): string {
    const options = {
      cwd: this.root,
      env: { ...ENVIRONMENT, ...more },
      input,
      encoding: 'utf8',
      stdio: 'pipe',
    } as const;
    return execFileSync(file, args, options).trim();
  }

  write(files: Files): void {
    writeFiles(this.root, files);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** Writes the files, commits all that the working tree has and returns the full sha. */
  commit(
    files: Files,
    { subject = 'change', date = this.#date }: { subject?: string; date?: string | null } = {},
  ): string {
    this.write(files);
    const dated = date === null ? {} : { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    return this.#run('sh', ['-c', COMMIT, 'sh', subject], dated);
  }

  /** A commit upon main with these files under a name of its own; index and working tree stay as they are. */
  branch(name: string, files: Files): void {
    const now = Math.floor((this.#date === null ? Date.now() : Date.parse(this.#date)) / 1000);
    const head = `commit refs/heads/${name}\ncommitter A Developer <dev@example.com> ${now} +0000\n${data('change')}from refs/heads/main^0\n`;
    const changes = Object.entries(files).map(([path, content]) =>
      content === null
        ? Buffer.from(`D ${path}\n`)
        : Buffer.concat([Buffer.from(`M 100644 inline ${path}\n`), data(content)]),
    );
    this.#run('git', ['fast-import', '--quiet'], {}, Buffer.concat([Buffer.from(head), ...changes]));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** One process for this one, which may be large, to start. */
const COMMIT = 'git add --all && git commit --quiet --allow-empty --message "$1" && git rev-parse HEAD';

function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    if (content === null) rmSync(file, { force: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
}

/** Bytes as `git fast-import` reads them. */
function data(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}
