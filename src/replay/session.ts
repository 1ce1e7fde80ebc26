import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Case } from '../corpus/index.ts';
import { UserError } from '../errors.ts';
import { emptyContract, type McpContract, type ToolDefinition } from '../trace/index.ts';
import type { AgentSpec, Isolation, ToolPolicy } from './agent.ts';
import { openGateway } from './gateway.ts';
import type { LiveTools } from './live-tools.ts';
import type { ModelBackend } from './model-endpoint.ts';
import { agentNetwork } from './network.ts';
import type { CallMap } from './renames.ts';
import { Runner } from './runner.ts';
import { isSample } from './sample.ts';
import { type OpenSide, openSide, type SideLaunch } from './side.ts';
import { StandIns } from './stand-ins.ts';
import type { GivenAnswer } from './stored.ts';
import type { Side, Trial, TrialRequest } from './trial.ts';
import { type CheckoutSource, makeCheckoutParent, type Repository } from './worktree.ts';

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

/** A trial, and whether it was drawn in an earlier job. */
export interface RanTrial {
  readonly trial: Trial;
  readonly stored: boolean;
  /** A dry run that was stopped where it asked what base had not: it shows what is shared, and is no sample. */
  readonly probe: boolean;
}

/** Both sides, ready to run trials. */
export interface Session {
  readonly isolation: Isolation;
  /** Problems of the sides' tool schemas, and what else the report must say; more come as trials run. */
  readonly notes: readonly string[];
  /** How many base trials of the case, numbered from 1 without a gap, an earlier job left in the store. */
  storedTrials(caseId: string): number;
  /** Whether a trial is a sample of its side that later runs may stand on. */
  keeps(trial: Trial): boolean;
  /** A command of the user's own, started in the isolation of base's agent, in base's checkout. */
  launchOnBase(command: string): SideLaunch;
  toolsOf(side: Side): readonly ToolDefinition[];
  /** What MCP servers said of themselves while they were recorded. */
  recordedContract(): McpContract;
  /** More cases, as recording makes them of what the agent has answered. */
  take(cases: readonly Case[]): void;
  /** Runs the trials, base before head within a pair (head shares base's prefix), pairs in seeded random order. */
  run(requests: readonly TrialRequest[], watch: RunWatch): Promise<readonly RanTrial[]>;
  /** Trials of an earlier session, whose answers are at hand: what runs now may follow them as if they had run here. */
  remember(trials: readonly Trial[]): void;
  /** What was drawn for a trial of this session, for a session elsewhere. */
  answersGiven(trial: Trial): readonly GivenAnswer[];
  close(): Promise<void>;
}

export interface RunWatch {
  readonly onTrial: (ran: RanTrial) => void;
  readonly signal: AbortSignal;
}

export async function openSession(options: SessionOptions): Promise<Session> {
  const parent = await makeCheckoutParent(options.repository, tmpdir());
  const defects: unknown[] = [];
  const gateway = await openGateway(options.backend, (error) => defects.push(error), await agentNetwork(options));
  const sides = new Map<Side, OpenSide>();
  const close = async (): Promise<void> => {
    for (const side of sides.values()) await side.close();
    await gateway.close();
    await rm(parent, { recursive: true, force: true });
  };
  const launchOnBase = (command: string): SideLaunch => {
    const base = sides.get('base');
    if (base === undefined) throw new Error('there is no base among the sides');
    return base.launch(command);
  };
  const shared = { gateway, parentDir: parent, standIns: new StandIns(launchOnBase) };
  try {
    for (const side of options.sides) {
      const recordedTools = sides.get('base')?.tools ?? null;
      sides.set(side.side, await openSide(options, side, { ...shared, recordedTools }));
    }
    refuseBrokenServers(options, sides);
  } catch (error) {
    await close();
    throw error;
  }
  const runner = new Runner(options, sides, defects);
  return {
    isolation: options.isolation,
    get notes() {
      return [...sides.values()].flatMap((side) => side.notes);
    },
    storedTrials: (caseId) => runner.storedTrials(caseId),
    keeps: isSample,
    launchOnBase,
    toolsOf: (side) => sides.get(side)?.tools ?? [],
    recordedContract: () => sides.get('base')?.recordedContract() ?? emptyContract,
    take: (cases) => runner.take(cases),
    run: (requests, watch) => runner.run(requests, watch),
    remember: (trials) => runner.remember(trials),
    answersGiven: (trial) => runner.answersGiven(trial),
    close,
  };
}

/**
 * A server that answers on base and not on head is broken by head: what was recorded of it would hide that.
 * @throws UserError
 */
function refuseBrokenServers({ sides }: SessionOptions, open: ReadonlyMap<Side, OpenSide>): void {
  const [base, head] = [open.get('base'), open.get('head')];
  const onBase = sides.find(({ side }) => side === 'base')?.spec.mcpServers ?? {};
  const answers = (name: string): boolean => {
    const spec = onBase[name];
    return spec?.kind === 'command' && spec.listed === 'each_side' && base?.silentServers.includes(name) === false;
  };
  const broken = (head?.silentServers ?? []).filter(answers);
  if (broken.length === 0) return;
  throw new UserError(
    broken.map((name) => ({
      where: `mcp.servers.${name}`,
      message: `it answers on base, and on head it does not: ${head?.notes.find((note) => note.includes(name)) ?? ''}`,
      hint: 'mend it on head, or set list: recording where it need not be asked',
    })),
  );
}
