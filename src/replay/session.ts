import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import pLimit from 'p-limit';
import type { Case } from '../corpus/index.ts';
import type { ToolDefinition } from '../trace/index.ts';
import type { AgentSpec, Isolation, MissPolicy } from './agent.ts';
import { openGateway } from './gateway.ts';
import type { ModelBackend } from './model-endpoint.ts';
import type { CallMap } from './renames.ts';
import { pairUp } from './schedule.ts';
import { type Lane, prefixOf } from './sharing.ts';
import { type OpenSide, openSide, type SideLaunch } from './side.ts';
import type { StoredTrial } from './stored.ts';
import { type Tape, tapeOf } from './tape.ts';
import type { LiveTools } from './tool-endpoint.ts';
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
  readonly onMiss: MissPolicy;
  readonly isReadOnly: (tool: string) => boolean;
  /** Numbers up to here are base's own samples, shared by every gate run; above lie the confirming ones. */
  readonly trunkNumbers: number;
  /** Seeds the order of trials; the same seed and answers give the same run. */
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

/** What a side's tool files define, and what could not be read of them. */
export interface SideTools {
  readonly tools: readonly ToolDefinition[];
  readonly problems: readonly string[];
}

/** A trial, and whether it was drawn in an earlier job. */
export interface RanTrial {
  readonly trial: Trial;
  readonly stored: boolean;
}

/** Both sides, ready to run trials. */
export interface Session {
  readonly isolation: Isolation;
  /** Problems of the sides' tool schemas, and what else the report must say. */
  readonly notes: readonly string[];
  /** How many base trials of the case, numbered from 1 without a gap, an earlier job left in the store. */
  storedTrials(caseId: string): number;
  /** Whether a trial is a sample of its side that later runs may stand on. */
  keeps(trial: Trial): boolean;
  /** A command of the user's own, started in the isolation of base's agent, in base's checkout. */
  launchOnBase(command: string): SideLaunch;
  toolsOf(side: Side): readonly ToolDefinition[];
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
  try {
    for (const side of options.sides) sides.set(side.side, await openSide(options, side, gateway, parent));
  } catch (error) {
    await close();
    throw error;
  }
  const runner = new Runner(options, sides, defects);
  return {
    isolation: options.isolation,
    notes: [...sides.values()].flatMap((side) => side.notes),
    storedTrials: (caseId) => runner.storedTrials(caseId),
    keeps: isSample,
    launchOnBase: (command) => {
      const base = sides.get('base');
      if (base === undefined) throw new Error('the session has no base');
      return base.launch(command);
    },
    toolsOf: (side) => sides.get(side)?.tools ?? [],
    run: (requests, watch) => runner.run(requests, watch),
    close,
  };
}

class Runner {
  readonly #options: SessionOptions;
  readonly #sides: ReadonlyMap<Side, OpenSide>;
  readonly #defects: readonly unknown[];
  readonly #cases: ReadonlyMap<string, { theCase: Case; tape: Tape }>;
  readonly #baseTrials = new Map<string, Trial>();

  constructor(options: SessionOptions, sides: ReadonlyMap<Side, OpenSide>, defects: readonly unknown[]) {
    this.#options = options;
    this.#sides = sides;
    this.#defects = defects;
    this.#cases = new Map(options.cases.map((theCase) => [theCase.id, { theCase, tape: tapeOf(theCase) }]));
  }

  async run(requests: readonly TrialRequest[], watch: RunWatch): Promise<readonly RanTrial[]> {
    const places = Math.max(...[...this.#sides.values()].map((side) => side.places));
    const limit = pLimit(places);
    const ran: RanTrial[] = [];
    const pairs = pairUp(requests, this.#options.seed);
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
    this.#options.backend.store.flush();
    return ran.map((one) => ({ ...one, trial: this.#sides.get(one.trial.side)?.amend(one.trial) ?? one.trial }));
  }

  storedTrials(caseId: string): number {
    const theCase = this.#cases.get(caseId)?.theCase;
    const side = this.#sides.get('base');
    if (theCase === undefined || side === undefined || this.#options.recording !== null) return 0;
    const { trunkNumbers } = this.#options;
    const numbers = new Set(this.#storedOf(theCase, side).map(({ trial }) => trial.number));
    let last = 0;
    while (last < trunkNumbers && numbers.has(last + 1)) last += 1;
    return last;
  }

  async #runOne(request: TrialRequest): Promise<RanTrial> {
    const found = this.#cases.get(request.caseId);
    const side = this.#sides.get(request.side);
    if (found === undefined || side === undefined)
      throw new Error(`asked for a trial of an unknown case or side: ${request.caseId} ${request.side}`);
    const stored = this.#fromReservoir(request, found.theCase, side);
    const trial = stored ?? (await this.#draw(request, found, side));
    if (request.side === 'base') this.#baseTrials.set(trialKey(request), trial);
    return { trial, stored: stored !== null };
  }

  async #draw(request: TrialRequest, found: { theCase: Case; tape: Tape }, side: OpenSide): Promise<Trial> {
    const base = request.side === 'head' ? this.#baseTrials.get(trialKey(request)) : undefined;
    const prefix = base === undefined ? null : prefixOf(base, this.#lane({ ...request, side: 'base' }));
    const trial = await side.run({ ...found, number: request.number, lane: this.#lane(request), prefix });
    if (this.#options.keepBaseTrials && isSample(trial)) {
      const { agentHash } = side;
      this.#options.backend.store.putTrial({ agentHash, caseHash: found.theCase.contentHash, trial });
    }
    return trial;
  }

  /** A stored base trial counts when agent and case are the same, and while the answers it stands on are at hand. */
  #fromReservoir(request: TrialRequest, theCase: Case, side: OpenSide): Trial | null {
    if (this.#lane(request).kind !== 'trunk') return null;
    const stored = this.#storedOf(theCase, side).find((one) => one.trial.number === request.number);
    return stored?.trial ?? null;
  }

  #storedOf(theCase: Case, side: OpenSide): readonly StoredTrial[] {
    const { store } = this.#options.backend;
    return store.trials(side.agentHash, theCase.contentHash).filter(({ trial }) => trial.caseId === theCase.id);
  }

  #lane(request: TrialRequest): Lane {
    if (this.#options.recording !== null) return { kind: 'recording' };
    const head = this.#sides.get('head');
    if (request.side === 'head' && head !== undefined) return { kind: 'head', agentHash: head.agentHash };
    if (request.number <= this.#options.trunkNumbers || head === undefined) return { kind: 'trunk' };
    return { kind: 'fresh', agentHash: head.agentHash };
  }
}

/** A trial that pawl or the provider cut short says nothing about base and must be drawn again. */
function isSample(trial: Trial): boolean {
  return (
    !['provider_failed', 'late_request', 'not_covered'].includes(trial.end.kind) && trial.standing !== 'not_covered'
  );
}

function trialKey(request: { caseId: string; number: number }): string {
  return `${request.number} ${request.caseId}`;
}
