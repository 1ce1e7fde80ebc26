import type { AgentSite } from '../agent-site.ts';
import { secretsOf } from '../environment.ts';
import { handOver } from '../isolation.ts';
import { copyCheckout, type Repository } from '../worktree.ts';

/**
 * Where servers that get secrets run while they are recorded: on a copy of the checkout, as the user of the side that a
 * recording does not have, or in a sandbox of their own. So the agent can neither read their environment nor change the
 * files that they are started from. null = no server gets a secret, or nothing is isolated here.
 */
export async function openApart(site: AgentSite, repository: Repository): Promise<AgentSite | null> {
  const needed = Object.values(site.spec.mcpServers).some((spec) => secretsOf(site, spec).length > 0);
  if (!needed || site.isolation.kind === 'none') return null;
  const checkout = await copyCheckout(repository, site.checkout);
  try {
    await handOver(site.isolation, checkout);
    return { ...site, checkout };
  } catch (error) {
    await checkout.close();
    throw error;
  }
}
