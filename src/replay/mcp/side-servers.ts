import type { Case } from '../../corpus/index.ts';
import { emptyContract, type McpContract } from '../../trace/index.ts';
import { type AgentSite, startServerAt } from '../agent-site.ts';
import type { Repository } from '../worktree.ts';
import { openApart, secretsOf } from './apart.ts';
import { McpRecording } from './recording.ts';
import { McpReplay } from './replay.ts';
import type { McpService } from './service.ts';
import { type McpTape, mcpTapeOf } from './tape.ts';

/** What stands for the MCP servers of one side, and what real ones said of themselves where they were recorded. */
export interface SideServers {
  readonly service: McpService;
  recorded(): McpContract;
  notes(): readonly string[];
  /** No server runs any more. */
  close(): Promise<void>;
}

/** Nothing is started: answers come from the contract and the cases. */
export function replayServers(contract: McpContract, cases: readonly Case[]): SideServers {
  let tape: McpTape | null = null;
  const allCases = (): McpTape => {
    tape ??= mcpTapeOf(cases);
    return tape;
  };
  const service = new McpReplay(contract, allCases);
  return { service, recorded: () => emptyContract, notes: () => [], close: async () => undefined };
}

/** The real servers, as the side's settings start them; those that get secrets apart from the agent. */
export async function recordServers(site: AgentSite, repository: Repository): Promise<SideServers> {
  const apart = await openApart(site, repository);
  const service = new McpRecording({
    specs: site.spec.mcpServers,
    start: (spec) =>
      startServerAt(apart !== null && secretsOf(site, spec).length > 0 ? apart : site, spec, 'with_secrets'),
    secret: (name) => site.parentEnvironment[name] ?? null,
  });
  return {
    service,
    recorded: () => service.contract,
    notes: () => service.notes,
    close: async () => apart?.checkout.close(),
  };
}
