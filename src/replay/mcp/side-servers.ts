import { join } from 'node:path';
import type { Case } from '../../corpus/index.ts';
import { emptyContract, type McpContract } from '../../trace/index.ts';
import type { AgentSpec, McpServerSpec } from '../agent.ts';
import { type AgentSite, hideSecrets, startServerAt } from '../agent-site.ts';
import { type Child, startChild } from '../child.ts';
import { secretsOf } from '../environment.ts';
import type { Repository } from '../worktree.ts';
import { openApart } from './apart.ts';
import { type BesideTrials, McpRecording } from './recording.ts';
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
    beside: null,
  });
  return {
    service,
    recorded: () => service.contract,
    notes: () => service.notes,
    close: async () => apart?.checkout.close(),
  };
}

/**
 * The real servers beside an agent that pawl does not run: as pawl's own user, in the repository, with the variables that
 * their settings name.
 */
export function serversBeside(
  { mcpServers, root }: Pick<AgentSpec, 'mcpServers' | 'root'>,
  { path, parentEnvironment }: Repository,
  beside: BesideTrials,
): SideServers {
  const start = (spec: McpServerSpec & { readonly kind: 'command' }): Child => {
    const given = [...OWN_VARIABLES, ...spec.environment].flatMap((name) => {
      const value = parentEnvironment[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    const secrets = spec.environment.flatMap((name) => parentEnvironment[name] || []);
    const launch = { file: '/bin/sh', args: ['-c', spec.command], cwd: join(path, root) };
    return hideSecrets(startChild(launch, Object.fromEntries(given)), secrets);
  };
  const secret = (name: string): string | null => parentEnvironment[name] ?? null;
  const service = new McpRecording({ specs: mcpServers, start, secret, beside });
  return {
    service,
    recorded: () => service.contract,
    notes: () => service.notes,
    close: async () => undefined,
  };
}

const OWN_VARIABLES = ['PATH', 'HOME', 'TMPDIR', 'LANG'];
