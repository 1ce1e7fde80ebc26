import { type GitHub, refusalOf, whyOf } from './client.ts';

/** What GitHub asks for before it merges into a branch, as far as the token may see it. */
interface RequiredChecks {
  readonly required: readonly string[];
  readonly mergeQueue: boolean;
}

/** Of rulesets and of branch protection together. Says in words what it could not learn. */
export async function requiredChecks(
  { octokit, owner, repo }: GitHub,
  branch: string,
): Promise<RequiredChecks | { readonly why: string }> {
  try {
    const [rules, protection] = await Promise.all([
      octokit.paginate(octokit.rest.repos.getBranchRules, { owner, repo, branch, per_page: 100 }),
      octokit.rest.repos.getBranch({ owner, repo, branch }),
    ]);
    const ofRules = rules.flatMap((rule) =>
      rule.type === 'required_status_checks'
        ? (rule.parameters?.required_status_checks ?? []).map(({ context }) => context)
        : [],
    );
    const ofProtection = protection.data.protection?.required_status_checks?.contexts ?? [];
    return {
      required: [...new Set([...ofRules, ...ofProtection])].sort(),
      mergeQueue: rules.some(({ type }) => type === 'merge_queue'),
    };
  } catch (error) {
    const { status } = refusalOf(error);
    const hint = status === 404 ? ` (no branch ${branch}, or the token may not see it)` : '';
    return { why: `${whyOf(error)}${hint}` };
  }
}
