import type { ChangeRules } from './change.ts';
import { isShallow } from './git.ts';
import { gitOutput } from './git-process.ts';
import { agentMatcher } from './rules.ts';

/** A commit that touched the agent, as it arrived on its branch. */
export interface AgentCommit {
  readonly sha: string;
  /** Milliseconds since the Unix epoch: when it was committed there, which is when it was merged. */
  readonly atMs: number;
  readonly author: string;
  /** Its first parent; null = there is none in this clone. */
  readonly parent: string | null;
  readonly subject: string;
  readonly paths: readonly string[];
}

const BEGIN = '\x02';
const FIELDS = `${BEGIN}%H%x00%ct%x00%an%x00%P%x00%s%x00`;
const BEGINNING = new RegExp(`^${BEGIN}(?:[0-9a-f]{40}|[0-9a-f]{64})$`);

/** Commits on the first-parent line of `ref` (merges stand for what they bring) that touched the agent's files, newest first. */
export async function agentHistory(
  repo: string,
  ref: string,
  rules: ChangeRules,
  sinceMs: number,
): Promise<readonly AgentCommit[]> {
  // To git a small number of seconds is a time of today.
  const since = sinceMs <= 0 ? [] : [`--since=${Math.floor(sinceMs / 1000)}`];
  const args = [
    'log',
    '--first-parent',
    '-m',
    '--name-only',
    '--no-renames', // of a file that is moved both names count: it may have left the agent, or come to it
    '--no-show-signature',
    '-z',
    `--format=${FIELDS}`,
    ...since,
    '--end-of-options',
    ref,
  ];
  const isAgents = agentMatcher(rules);
  return commitsIn((await gitOutput(args, { repo })).toString('utf8')).flatMap((commit) => {
    const paths = commit.paths.filter(isAgents);
    return paths.length === 0 ? [] : [{ ...commit, paths }];
  });
}

/** Fields are told by their place: names and subjects may hold any character but NUL. */
function commitsIn(log: string): readonly AgentCommit[] {
  const fields = log.split('\0');
  const commits: AgentCommit[] = [];
  for (let at = 0; at < fields.length; ) {
    const [begin = '', seconds = '', author = '', parents = '', subject = ''] = fields.slice(at, at + 5);
    at += 5;
    const paths: string[] = [];
    for (; at < fields.length && !BEGINNING.test(fields[at] ?? ''); at += 1) {
      const name = (fields[at] ?? '').replace(/^\n/, '');
      if (name !== '') paths.push(name);
    }
    if (!BEGINNING.test(begin)) continue; // what follows the last commit
    const sha = begin.slice(BEGIN.length);
    commits.push({ sha, atMs: 1000 * Number(seconds), author, parent: parents.split(' ')[0] || null, subject, paths });
  }
  return commits;
}

/** false = nothing was ever committed here. */
export async function hasCommits(repo: string): Promise<boolean> {
  return (await gitOutput(['rev-list', '--max-count=1', '--all'], { repo })).length > 0;
}

/** `unknown`: the clone is shallow, and what lies before it may have had the file. */
export type PathHistory = 'never' | 'touched' | 'unknown';

/** Whether any commit that `sha`, a full hash, can reach ever added, changed or removed the file. */
export async function pathHistory(repo: string, sha: string, path: string): Promise<PathHistory> {
  const args = ['rev-list', '--max-count=1', '--full-history', '--end-of-options', sha, '--', path];
  if ((await gitOutput(args, { repo })).toString('utf8').trim() !== '') return 'touched';
  return (await isShallow(repo)) ? 'unknown' : 'never';
}
