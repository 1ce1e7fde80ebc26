import { connect, type GitHub, type Patience, refusalOf, whyOf } from './client.ts';
import { whoAmI } from './comments.ts';
import type { IssueWish } from './incident-issue.ts';
import type { RepositoryAddress } from './remote-url.ts';

export interface IssuePlace extends RepositoryAddress {
  readonly token: string;
}

const LABEL = 'pawl-incident';

interface StandingIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: string;
}

/** Issues of incidents: each has one, which is written in place. */
export async function openIssues(
  place: IssuePlace,
  patience: Patience,
): Promise<{ write: (wish: IssueWish) => Promise<{ number: number | null; why: string | null }> }> {
  const github = await connect(place.token, place, patience);
  let standing: Promise<readonly StandingIssue[]> | null = null;
  return {
    // Never throws for what GitHub does: other incidents have issues too.
    write: async (wish) => {
      try {
        standing ??= ownIssues(github);
        return { number: await writeIssue(github, wish, await standing), why: null };
      } catch (error) {
        return { number: null, why: `its issue was not written: ${whyOf(error)}` };
      }
    },
  };
}

/** Anybody can copy a marker into an issue, so only those of the token's own account are ours. */
async function ownIssues({ octokit, owner, repo }: GitHub): Promise<readonly StandingIssue[]> {
  const identity = await whoAmI(octokit);
  const issues: StandingIssue[] = [];
  for (let page = 1, more = true; more; page += 1) {
    const parameters = { owner, repo, state: 'all', labels: LABEL, per_page: 100, page } as const;
    const { data, headers } = await octokit.rest.issues.listForRepo(parameters);
    for (const { number, title, body, state, user, pull_request } of data)
      if (user?.login === identity && pull_request === undefined)
        issues.push({ number, title, body: body ?? '', state });
    more = headers.link?.includes('rel="next"') === true;
  }
  return issues;
}

/**
 * The issue that an incident is known to have, where it is not among those with our label. `away`: people have deleted it, moved
 * it to another repository, or made it one of their own. null = it never was ours.
 */
async function unlisted({ octokit, owner, repo }: GitHub, wish: IssueWish): Promise<StandingIssue | 'away' | null> {
  if (wish.number === null) return null;
  try {
    const { data } = await octokit.rest.issues.get({ owner, repo, issue_number: wish.number });
    const { number, title, body, state, user } = data;
    // One that was moved is followed to where it is now.
    if (number !== wish.number || !data.repository_url.toLowerCase().endsWith(`/${owner}/${repo}`.toLowerCase()))
      return 'away';
    const issue = { number, title, body: body ?? '', state };
    // Under this number we made it: no need to know the token's account, which that of another app does not tell.
    if (isMarked(issue, wish)) return issue;
    return user?.login === (await whoAmI(octokit)) ? 'away' : null;
  } catch (error) {
    const { status } = refusalOf(error);
    if (status === 404 || status === 410) return 'away';
    throw error;
  }
}

function isMarked({ body }: StandingIssue, { marker }: IssueWish): boolean {
  return body.split(/\r?\n/, 1)[0] === marker;
}

/** Returns the issue's number; null = there is none and none is needed. What people took away stays away. */
async function writeIssue(github: GitHub, wish: IssueWish, standing: readonly StandingIssue[]): Promise<number | null> {
  const { octokit, owner, repo } = github;
  const { title, body, state } = wish;
  const listed =
    standing.find(({ number }) => number === wish.number) ?? standing.find((issue) => isMarked(issue, wish));
  const known = listed ?? (await unlisted(github, wish));
  if (known === 'away') return wish.number;
  if (known === null) {
    if (state === 'closed') return null;
    const { data } = await octokit.rest.issues.create({ owner, repo, title, body, labels: [LABEL] });
    return data.number;
  }
  // A creation whose answer was lost was asked for again.
  for (const twin of standing.filter((one) => one !== known && one.state === 'open' && isMarked(one, wish))) {
    const change = { state: 'closed', state_reason: 'not_planned' } as const;
    await octokit.rest.issues.update({ owner, repo, issue_number: twin.number, ...change });
  }
  const says = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();
  if (known.title === title && known.state === state && says(known.body) === says(body)) return known.number;
  const reason = wish.stateReason === null ? {} : { state_reason: wish.stateReason };
  const change = { owner, repo, issue_number: known.number, title, body, state, ...reason };
  try {
    await octokit.rest.issues.update(change);
  } catch (error) {
    if (refusalOf(error).status !== 410) throw error; // deleted since
  }
  return known.number;
}
