import type { Case } from '../corpus/index.ts';
import type { McpContract, ToolDefinition } from '../trace/index.ts';
import type { AgentSpec, Isolation, ToolPolicy } from './agent.ts';
import type { LiveTools } from './live-tools.ts';
import type { ModelBackend } from './model-endpoint.ts';
import type { CallMap } from './renames.ts';
import type { Side } from './trial.ts';
import type { CheckoutSource, Repository } from './worktree.ts';

export interface SessionOptions {
  readonly repository: Repository;
  readonly cases: readonly Case[];
  /** Ids of cases that only head has. Their tapes answer them; what head wrote there tells other cases nothing of a tool. */
  readonly addedCases?: ReadonlySet<string>;
  readonly sides: readonly SideOptions[];
  readonly backend: ModelBackend;
  readonly isolation: Isolation;
  /** Variables that hold the providers' keys. */
  readonly keyNames: readonly string[];
  readonly tools: ToolPolicy;
  /** Seeds the order of trials, of every round anew; the same seed and answers give the same run. */
  readonly seed: string;
  /** Only a job on main keeps base trials for later ones. */
  readonly keepBaseTrials: boolean;
  /** So many stored base trials of each case are read, though there may be more; null = all. */
  readonly reservoirs: ReadonlyMap<string, number> | null;
  /** Heads that are compared with each other share what they draw under one name; left out = each draws its own. */
  readonly headLane?: string;
  /** Recording asks the user's real tools; null = tools are frozen, as in every run of the gate. */
  readonly recording: LiveTools | null;
  readonly log: (line: string) => void;
}

export interface SideOptions {
  readonly side: Side;
  readonly source: CheckoutSource;
  readonly spec: AgentSpec;
  /** Identity of the agent's files and start commands on this side. */
  readonly agentHash: string;
  /** Reads the side's tool definitions from its checkout, after `setup` (which may generate them). */
  readonly readTools: (repo: string) => Promise<SideTools>;
  readonly renames: CallMap;
}

/** What a side's files say of its tools, and what could not be read of them. */
export interface SideTools {
  readonly tools: readonly ToolDefinition[];
  /** What its MCP servers said of themselves when they were recorded. */
  readonly contract: McpContract;
  readonly problems: readonly string[];
}
