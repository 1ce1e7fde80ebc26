import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Case } from '../corpus/index.ts';
import { UserError } from '../errors.ts';
import { emptyContract, type McpContract, type ToolDefinition } from '../trace/index.ts';
import type { Isolation } from './agent.ts';
import type { SideLaunch } from './child.ts';
import { openGateway } from './gateway.ts';
import { agentNetwork } from './network.ts';
import { type RanTrial, Runner, type RunWatch } from './runner.ts';
import { isSample } from './sample.ts';
import type { SessionOptions } from './session-options.ts';
import { type OpenSide, openSide } from './side.ts';
import { StandIns } from './stand-ins.ts';
import type { GivenAnswer } from './stored.ts';
import type { Side, Trial, TrialRequest } from './trial.ts';
import { makeCheckoutParent } from './worktree.ts';

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
