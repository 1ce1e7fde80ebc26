import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import pLimit from 'p-limit';
import type { Case } from '../corpus/index.ts';
import { UserError } from '../errors.ts';
import { emptyContract, type McpContract, type ToolDefinition } from '../trace/index.ts';
import type { AgentSpec, Isolation, ToolPolicy } from './agent.ts';
import { openGateway } from './gateway.ts';
import type { LiveTools } from './live-tools.ts';
import type { ModelBackend } from './model-endpoint.ts';
import type { CallMap } from './renames.ts';
import { isOfItsTime, isSample } from './sample.ts';
import { pairUp } from './schedule.ts';
import { answersOf, type Lane, prefixOf, type SharedPrefix } from './sharing.ts';
import { type OpenSide, openSide, type SideLaunch, type SideRun } from './side.ts';
import { StandIns } from './stand-ins.ts';
import { type Tape, tapeOf, tapeRules } from './tape.ts';
import type { Side, Trial, TrialRequest } from './trial.ts';
import { type CheckoutSource, makeCheckoutParent, type Repository } from './worktree.ts';

export interface SessionOptions {
  readonly repository: Repository;
  readonly cases: readonly Case[];
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
  /** Runs the trials, base before head within a pair (head shares base's prefix), pairs in seeded random order. */
  run(requests: readonly TrialRequest[], watch: RunWatch): Promise<readonly RanTrial[]>;
  close(): Promise<void>;
}

export interface RunWatch {
  readonly onTrial: (ran: RanTrial) => void;
  readonly signal: AbortSignal;
}

export async function openSession(options: SessionOptions): Promise<Session> {
  const parent = await makeCheckoutParent(options.repository, tmpdir());
  const defects: unknown[] = [];
  const gateway = await openGateway(options.backend, (error) => defects.push(error));
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
    run: (requests, watch) => runner.run(requests, watch),
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
/** Base trials of a case beyond these are not read. */
const RESERVOIR_MAX = 50;

class Runner {
  readonly #options: SessionOptions;
  readonly #sides: ReadonlyMap<Side, OpenSide>;
  readonly #defects: readonly unknown[];
  readonly #cases: ReadonlyMap<string, { theCase: Case; tape: Tape }>;
  /** Trials of this session that others follow, by side. */
  readonly #ran: Readonly<Record<Side, Map<string, Trial>>> = { base: new Map(), head: new Map() };
  readonly #reservoirs = new Map<string, number>();
  #rounds = 0;

  constructor(options: SessionOptions, sides: ReadonlyMap<Side, OpenSide>, defects: readonly unknown[]) {
    this.#options = options;
    this.#sides = sides;
    this.#defects = defects;
    const rules = tapeRules(options.tools, sides.get('base')?.tools ?? []);
    this.#cases = new Map(options.cases.map((theCase) => [theCase.id, { theCase, tape: tapeOf(theCase, rules) }]));
  }

  async run(requests: readonly TrialRequest[], watch: RunWatch): Promise<readonly RanTrial[]> {
    const places = Math.max(...[...this.#sides.values()].map((side) => side.places));
    const limit = pLimit(places);
    const ran: RanTrial[] = [];
    this.#rounds += 1;
    for (const [name, side] of this.#sides)
      side.expect(requests.filter((request) => request.side === name && !this.#isStored(request)).length);
    const pairs = pairUp(requests, `${this.#options.seed} ${this.#rounds}`);
    await Promise.all(
      pairs.map((pair) =>
        limit(async () => {
          for (const request of pair) {
            if (watch.signal.aborted || this.#defects.length > 0) return;
            const one = await this.#runOne(request);
            ran.push(one);
            watch.onTrial(one);
          }
        }),
      ),
    );
    if (this.#defects.length > 0) throw this.#defects[0];
    await Promise.all([...this.#sides.values()].map((side) => side.telemetrySettled()));
    const settled = ran.map((one) => ({
      ...one,
      trial: this.#sides.get(one.trial.side)?.amend(one.trial) ?? one.trial,
    }));
    await Promise.all([...this.#sides.values()].map((side) => side.endRound()));
    if (this.#options.keepBaseTrials) this.#keep(settled);
    this.#options.backend.store.flush();
    return settled;
  }

  storedTrials(caseId: string): number {
    const theCase = this.#cases.get(caseId)?.theCase;
    const side = this.#sides.get('base');
    if (theCase === undefined || side === undefined || this.#options.recording !== null) return 0;
    const known = this.#reservoirs.get(caseId);
    if (known !== undefined) return known;
    let last = 0;
    while (last < RESERVOIR_MAX && this.#storedTrial(last + 1, theCase, side) !== null) last += 1;
    this.#reservoirs.set(caseId, last);
    return last;
  }

  async #runOne(request: TrialRequest): Promise<RanTrial> {
    const found = this.#cases.get(request.caseId);
    const side = this.#sides.get(request.side);
    if (found === undefined || side === undefined)
      throw new Error(`asked for a trial of an unknown case or side: ${request.caseId} ${request.side}`);
    const stored = this.#fromReservoir(request, found.theCase, side);
    if (stored !== null) {
      this.#ran.base.set(trialKey(request), stored);
      return { trial: stored, stored: true, probe: false };
    }
    const { trial, stoppedDry } = await this.#draw(request, found, side);
    if (!stoppedDry) this.#ran[request.side].set(trialKey(request), trial);
    return { trial, stored: false, probe: stoppedDry };
  }

  #draw(request: TrialRequest, found: { theCase: Case; tape: Tape }, side: OpenSide): Promise<SideRun> {
    const { number, dry = false } = request;
    return side.run({ ...found, number, lane: this.#lane(request), prefix: this.#prefix(request), dry });
  }

  /** Head follows base's trial of its number; a base trial that is drawn anew does so as far as head's trial did. */
  #prefix({ caseId, side, number, resampleOf }: TrialRequest): SharedPrefix | null {
    const followed = side === 'head' ? number : resampleOf;
    if (followed === undefined) return null;
    const key = trialKey({ caseId, number: followed });
    const base = this.#ran.base.get(key);
    const head = this.#ran.head.get(key);
    if (side === 'base' && (base === undefined || head === undefined))
      throw new Error(`base cannot be drawn anew after trial ${followed} of ${caseId}: it has not run on both sides`);
    if (base === undefined) return null;
    const prefix = prefixOf(base, this.#lane({ caseId, side: 'base', number: followed }));
    if (side === 'head' || head === undefined) return prefix;
    return { ...prefix, requestKeys: prefix.requestKeys.slice(0, head.answers.shared) };
  }

  /** Only at the end of a round: a late request or a defect can still spoil a trial that has answered. */
  #keep(ran: readonly RanTrial[]): void {
    for (const { trial, stored } of ran) {
      const theCase = this.#cases.get(trial.caseId)?.theCase;
      const side = this.#sides.get(trial.side);
      if (stored || theCase === undefined || side === undefined || !isSample(trial) || isOfItsTime(trial)) continue;
      this.#options.backend.store.putTrial({ agentHash: side.agentHash, caseHash: theCase.contentHash, trial });
    }
  }

  #isStored(request: TrialRequest): boolean {
    return this.#lane(request).kind === 'trunk' && request.number <= this.storedTrials(request.caseId);
  }

  #fromReservoir(request: TrialRequest, theCase: Case, side: OpenSide): Trial | null {
    return this.#lane(request).kind === 'trunk' ? this.#storedTrial(request.number, theCase, side) : null;
  }

  /** A stored base trial counts when agent and case are the same, and while the answers it stands on are at hand. */
  #storedTrial(number: number, theCase: Case, side: OpenSide): Trial | null {
    const { store } = this.#options.backend;
    const { id: caseId, contentHash: caseHash } = theCase;
    const trial = store.trial({ agentHash: side.agentHash, caseHash, caseId, number })?.trial ?? null;
    if (trial === null || isOfItsTime(trial)) return null;
    return answersOf(trial, { kind: 'trunk' }).every((key) => store.has(key)) ? trial : null;
  }

  #lane(request: TrialRequest): Lane {
    if (this.#options.recording !== null) return { kind: 'recording' };
    const head = this.#sides.get('head');
    if (request.side === 'head' && head !== undefined) return { kind: 'head', agentHash: head.agentHash };
    if (head === undefined || request.number <= this.storedTrials(request.caseId)) return { kind: 'trunk' };
    return { kind: 'fresh', agentHash: head.agentHash };
  }
}

function trialKey(request: { caseId: string; number: number }): string {
  return `${request.number} ${request.caseId}`;
}
