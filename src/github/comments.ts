import { firstAccepted, type GitHub, refusalOf, whyOf } from './client.ts';
import type { CommentState } from './plan.ts';
import type { CommentPlan, StandingComment } from './sticky.ts';

/** Of GITHUB_TOKEN. It is an installation's token, and those may not ask who they are (403). */
const ACTIONS_BOT = 'github-actions[bot]';

/** Never throws: what cannot be read is a reason. */
export async function readComments(github: GitHub, issue: number): Promise<CommentState> {
  const { octokit, owner, repo } = github;
  try {
    const comments: StandingComment[] = [];
    // Page by page: octokit's own pagination takes a 409 for an empty list, and a second comment would be created.
    for (let page = 1, more = true; more; page += 1) {
      const parameters = { owner, repo, issue_number: issue, per_page: 100, page };
      const { data, headers } = await octokit.rest.issues.listComments(parameters);
      comments.push(...data.map(({ id, user, body }) => ({ id, author: user?.login ?? null, body: body ?? '' })));
      more = headers.link?.includes('rel="next"') === true;
    }
    return { kind: 'read', identity: await whoAmI(octokit), comments };
  } catch (error) {
    return { kind: 'unavailable', why: whyOf(error) };
  }
}

/** The account whose token it is. */
export async function whoAmI(octokit: GitHub['octokit']): Promise<string> {
  try {
    return (await octokit.rest.users.getAuthenticated()).data.login;
  } catch (error) {
    if (refusalOf(error).status === 403) return ACTIONS_BOT;
    throw error;
  }
}

/** Returns what could not be done, empty when all was. Never throws. */
export async function writeComment(github: GitHub, issue: number, plan: CommentPlan): Promise<readonly string[]> {
  try {
    const ours = await writeText(github, issue, plan);
    const outcomes = await Promise.all([...plan.remove, ...ours].map((id) => removeComment(github, id)));
    return outcomes.flatMap((why) => (why === null ? [] : [why]));
  } catch (error) {
    return [whyOf(error)];
  }
}

/** Returns further comments of ours that the answer brought to light. */
async function writeText(github: GitHub, issue: number, plan: CommentPlan): Promise<readonly number[]> {
  const { octokit, owner, repo } = github;
  const create = (body: string) => octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body });
  switch (plan.kind) {
    case 'keep':
      return [];
    case 'create': {
      const author = (await firstAccepted(plan.bodies, create)).data.user?.login ?? plan.identity;
      return author === plan.identity ? [] : (plan.suspects.get(author) ?? []);
    }
    case 'update': {
      const update = (body: string) => octokit.rest.issues.updateComment({ owner, repo, comment_id: plan.id, body });
      try {
        await firstAccepted(plan.bodies, update);
      } catch (error) {
        if (refusalOf(error).status !== 404) throw error;
        await firstAccepted(plan.bodies, create);
      }
      return [];
    }
    default:
      return plan satisfies never;
  }
}

/** One that is gone already is as good as removed. */
async function removeComment({ octokit, owner, repo }: GitHub, id: number): Promise<string | null> {
  try {
    await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
    return null;
  } catch (error) {
    return refusalOf(error).status === 404 ? null : `older comment ${id} not deleted: ${whyOf(error)}`;
  }
}
