import {
  type AgentCommit,
  agentHistory,
  changedFiles,
  type Factor,
  factorsOf,
  mergeBase,
  repositoryRoot,
  resolveCommit,
} from '../changes/index.ts';
import type { Overrides, Settings } from '../config/index.ts';
import { cut, UserError } from '../errors.ts';
import type { ModelMode } from '../replay/index.ts';
import { noSettings, planGate, settingsAt } from './plan.ts';
import type { GateWatch, ReplayRequest } from './request.ts';

export interface AttributeRequest extends ReplayRequest {
  readonly base: string;
  /** A commit; what is not committed has no commits to tell apart. */
  readonly head: string;
  readonly slices: readonly string[] | null;
  readonly mode: ModelMode;
  /** Looks for the commit, whatever the number of factors. */
  readonly bisect: boolean;
  readonly watch: GateWatch;
}

/** Two commits and what lies between them. */
export interface Suspects {
  readonly repository: string;
  /** Full hashes; base is where both have come from. */
  readonly base: string;
  readonly head: string;
  readonly settings: Settings;
  readonly factors: readonly Factor[];
  /** The request's, with one look: every combination gets the same trials. */
  readonly overrides: Overrides;
}

/** Some of the files of a commit, to stand upon base. */
export interface Part {
  readonly head: string;
  /** Paths that are as in `head`. */
  readonly paths: readonly string[];
}

/** @throws UserError where base has no settings */
export async function findSuspects(request: AttributeRequest): Promise<Suspects> {
  const repository = await repositoryRoot(request.directory);
  if (request.head === 'WORKTREE')
    throw new UserError({ where: '--head', message: 'expected a commit', hint: 'commit the changes first' });
  const head = await resolveCommit(repository, request.head);
  const base = await mergeBase(repository, await resolveCommit(repository, request.base), head);
  const settings = await settingsAt(repository, { kind: 'commit', sha: base }, request);
  if (settings === null) throw noSettings(request.configPath, base.slice(0, 12));
  const isFixed = request.overrides.some(({ name }) => name === 'trials');
  const trials = { name: 'trials', value: String(Math.max(...settings.policy.looks)), where: '--trials' } as const;
  const overrides = isFixed ? request.overrides : [...request.overrides, trials];
  return {
    repository,
    base,
    head,
    settings,
    factors: await factorsTo(head, { ...request, repository, base }),
    overrides,
  };
}

/** What the gate finds affecting between base and this commit, by what it is. */
async function factorsTo(
  head: string,
  { repository, base, ...request }: AttributeRequest & Pick<Suspects, 'repository' | 'base'>,
): Promise<readonly Factor[]> {
  const { settings, changes } = await planGate({ ...request, base, head, today: null, slices: null });
  const files = await changedFiles(repository, base, { kind: 'commit', sha: head });
  return factorsOf(files, changes.affecting, settings.changes);
}

/** The commits between both that touched the agent, oldest first; a merge stands for what it brings. */
export async function suspectCommits({ repository, base, head, settings }: Suspects): Promise<readonly AgentCommit[]> {
  return (await agentHistory(repository, `${base}..${head}`, settings.changes, 0)).toReversed();
}

/**
 * The agent as it is at a commit, to stand upon base.
 * @throws UserError where the commit has a file without what base has changed in it since: that is no work of the commit's
 */
export async function partAt(commit: string, suspects: Suspects, request: AttributeRequest): Promise<Part> {
  const { repository, base } = suspects;
  const factors = await factorsTo(commit, { ...request, repository, base });
  const paths = factors.flatMap((factor) => factor.paths);
  const origin = await mergeBase(repository, base, commit);
  const since = await changedFiles(repository, origin, { kind: 'commit', sha: base });
  const behind = since.flatMap(({ path, oldPath }) => [path, oldPath ?? path]).find((path) => paths.includes(path));
  if (behind === undefined) return { head: commit, paths };
  const message = `base has changed ${cut(behind, 200)} since this commit left it: upon base it cannot be judged`;
  throw new UserError({ where: commit.slice(0, 10), message, hint: null });
}
