import type { LineAnnotation } from '../report/index.ts';
import type { CheckPlan } from './check.ts';
import { firstAccepted, type GitHub, whyOf } from './client.ts';

/** Returns what could not be done, empty when all was. Never throws. */
export async function writeCheck({ octokit, owner, repo }: GitHub, plan: CheckPlan): Promise<readonly string[]> {
  const [first = [], ...rest] = plan.batches;
  try {
    const { id, summary } = await firstAccepted(plan.summaries, async (text) => {
      const { data } = await octokit.rest.checks.create({
        owner,
        repo,
        name: plan.name,
        head_sha: plan.headSha,
        details_url: plan.detailsUrl,
        status: 'completed',
        conclusion: plan.conclusion,
        output: { title: plan.title, summary: text, annotations: first.map(annotation) },
      });
      return { id: data.id, summary: text };
    });
    // Each request adds its annotations to those that stand; in order, so that GitHub's limits on writing are kept.
    for (const batch of rest) {
      const output = { title: plan.title, summary, annotations: batch.map(annotation) };
      await octokit.rest.checks.update({ owner, repo, check_run_id: id, output });
    }
    return [];
  } catch (error) {
    return [whyOf(error)];
  }
}

function annotation({ path, start, end, level, title, message }: LineAnnotation) {
  return { path, start_line: start, end_line: end, annotation_level: level, title, message };
}
