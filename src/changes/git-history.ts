import type { ChangeRules } from './change.ts';
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

const FIELDS = '%x02%H%x00%ct%x00%an%x00%P%x00%s%x00';

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
    '-z',
    `--format=${FIELDS}`,
    ...since,
    '--end-of-options',
    ref,
  ];
  const isAgents = agentMatcher(rules);
  return (await gitOutput(args, { repo }))
    .toString('utf8')
    .split('\x02')
    .slice(1)
    .flatMap((text) => {
      const [sha = '', seconds = '', author = '', parents = '', subject = '', ...names] = text.split('\0');
      const paths = names.map((name) => name.replace(/^\n/, '')).filter((name) => name !== '' && isAgents(name));
      return paths.length === 0
        ? []
        : [{ sha, atMs: 1000 * Number(seconds), author, parent: parents.split(' ')[0] || null, subject, paths }];
    });
}

/** `unknown`: the clone is shallow, and what lies before it may have had the file. */
export type PathHistory = 'never' | 'touched' | 'unknown';

/** Whether any commit that `sha`, a full hash, can reach ever added, changed or removed the file. */
export async function pathHistory(repo: string, sha: string, path: string): Promise<PathHistory> {
  const args = ['rev-list', '--max-count=1', '--full-history', '--end-of-options', sha, '--', path];
  if ((await gitOutput(args, { repo })).toString('utf8').trim() !== '') return 'touched';
  const shallow = (await gitOutput(['rev-parse', '--is-shallow-repository'], { repo })).toString('utf8').trim();
  return shallow === 'true' ? 'unknown' : 'never';
}
