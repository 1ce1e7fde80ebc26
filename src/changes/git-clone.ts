import { runGit } from './git-process.ts';

/** What a clone says of itself and of where it comes from. */
export interface CloneFacts {
  /** Of git; null = it could not be started. */
  readonly gitVersion: string | null;
  readonly shallow: boolean;
  /** URL of `origin`, null = there is none. */
  readonly origin: string | null;
  /** The branch that `origin` merges into; null = the clone does not know. */
  readonly defaultBranch: string | null;
}

export async function cloneFacts(repo: string): Promise<CloneFacts> {
  const said = async (...args: readonly string[]): Promise<string | null> => {
    const { exitCode, stdout } = await runGit(args, { repo });
    const text = stdout.toString('utf8').trim();
    return exitCode === 0 && text !== '' ? text : null;
  };
  const version = await said('version');
  const head = await said('symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD');
  return {
    gitVersion: version?.replace(/^git version /, '') ?? null,
    shallow: (await said('rev-parse', '--is-shallow-repository')) === 'true',
    origin: await said('remote', 'get-url', 'origin'),
    defaultBranch: head?.replace(/^refs\/remotes\/origin\//, '') ?? null,
  };
}
