import { performance } from 'node:perf_hooks';
import type { Case } from '../corpus/index.ts';
import { type McpContract, mcpTools, type ToolDefinition } from '../trace/index.ts';
import { type AgentPool, openAgentPool } from './agent-pool.ts';
import { type AgentSite, environmentAt, probeAgent } from './agent-site.ts';
import type { SideLaunch } from './child.ts';
import type { Gateway } from './gateway.ts';
import { endStrays, handOver, seenCheckout, wrapCommand } from './isolation.ts';
import { idsOnTheWire } from './join-telemetry.ts';
import { listedHash } from './listed-hash.ts';
import type { LiveTrial } from './live-trial.ts';
import { writeLauncher } from './mcp/launcher.ts';
import { listServers } from './mcp/listed.ts';
import { recordServers, replayServers, type SideServers } from './mcp/side-servers.ts';
import { TrialRecorder } from './recorder.ts';
import type { CallMap } from './renames.ts';
import type { SessionOptions, SideOptions, SideTools } from './session-options.ts';
import { runSetup } from './setup.ts';
import type { Lane, SharedPrefix } from './sharing.ts';
import { sideCalls } from './side-calls.ts';
import { type Leased, SideLeases } from './side-leases.ts';
import type { StandIns } from './stand-ins.ts';
import type { Tape } from './tape.ts';
import { TapeReader } from './tape-reader.ts';
import { type ToldOnBase, ToldTools } from './told-tools.ts';
import { checkAgainst, type Toolbox, toolboxOf } from './toolbox.ts';
import type { Trial } from './trial.ts';
import { openCheckout } from './worktree.ts';

/** One side's checkout with its agent processes. */
export interface OpenSide {
  readonly agentHash: string;
  readonly tools: readonly ToolDefinition[];
  /** MCP servers that were asked for their lists and did not answer. */
  readonly silentServers: readonly string[];
  /** What MCP servers said of themselves while they were recorded. */
  recordedContract(): McpContract;
  readonly notes: readonly string[];
  /** Trials that can run at once. */
  readonly places: number;
  /** So many trials are about to be run. */
  expect(trials: number): void;
  run(asked: AskedTrial): Promise<SideRun>;
  /** Any other command of the user's, started where this side's agent is: same isolation, same environment, no URLs. */
  launch(command: string): SideLaunch;
  /** Waits for what the agents' exporters may still send, where they send anything. */
  telemetrySettled(): Promise<void>;
  /** The trial as it stands at the end of the round: with its spans; a request that came after its answer errors it. */
  amend(trial: Trial): Trial;
  /** All trials of the round are amended. */
  endRound(): Promise<void>;
  close(): Promise<void>;
}

interface AskedTrial {
  readonly theCase: Case;
  readonly tape: Tape;
  readonly number: number;
  readonly lane: Lane;
  readonly prefix: SharedPrefix | null;
  readonly dry: boolean;
  /** What base told its model of its tools in this case; null = on base itself. */
  readonly toldOnBase: (() => ToldOnBase | null) | null;
}

export interface SideRun {
  readonly trial: Trial;
  /** A dry run that asked what base had not, and was stopped there. */
  readonly stoppedDry: boolean;
}

/** What the sides of a session have in common. */
interface SharedBySides {
  readonly gateway: Gateway;
  readonly parentDir: string;
  readonly standIns: StandIns;
  /** Base's, once it is open: in its terms the recordings are. */
  readonly recordedTools: readonly ToolDefinition[] | null;
}

export async function openSide(options: SessionOptions, side: SideOptions, shared: SharedBySides): Promise<OpenSide> {
  const { repository, isolation, keyNames } = options;
  const { parentDir, gateway } = shared;
  const checkout = await openCheckout({ repository, side: side.side, source: side.source, parentDir });
  try {
    if (Object.keys(side.spec.mcpServers).length > 0) await writeLauncher(checkout);
    await handOver(isolation, checkout);
    const { parentEnvironment } = repository;
    const site: AgentSite = {
      spec: side.spec,
      checkout,
      isolation,
      network: gateway.network,
      parentEnvironment,
      keyNames,
    };
    if (side.spec.setup !== null) options.log(`setting up ${side.side}: ${side.spec.setup}`);
    await runSetup(site, options.log);
    await probeAgent(site);
    const read = await side.readTools(checkout.repo);
    if (options.recording !== null) {
      const servers = await recordServers(site, repository);
      return new RunningSide(options, side, site, { ...read, silent: [], unlisted: [], servers }, shared);
    }
    const { contract, silent, notes } = await listServers(site, read.contract);
    // Nothing that a server left behind may help the agent out of its network.
    if (Object.keys(side.spec.mcpServers).length > 0) await endStrays(isolation, side.side);
    const listed = { ...side, agentHash: listedHash(side.agentHash, read.contract, contract) };
    const names = new Set(mcpTools(contract).map(({ name }) => name));
    const unlisted = mcpTools(read.contract).flatMap(({ name }) => (names.has(name) ? [] : [name]));
    const servers = replayServers(contract, options.cases);
    const now = { ...read, contract, silent, unlisted, servers, problems: [...read.problems, ...notes] };
    return new RunningSide(options, listed, site, now, shared);
  } catch (error) {
    await checkout.close();
    throw error;
  }
}

interface ListedTools extends SideTools {
  readonly silent: readonly string[];
  /** Tools that the recording's servers have and this side's do not. */
  readonly unlisted: readonly string[];
  readonly servers: SideServers;
}

/** Why a dry run is stopped, told from every other reason. */
const DRY = 'a dry run ends where it asks what base did not';
const STRAY =
  'the agent wrote to stdout between two trials, where only answers may stand, and its process was replaced';

class RunningSide implements OpenSide {
  readonly agentHash: string;
  readonly tools: readonly ToolDefinition[];
  readonly silentServers: readonly string[];
  readonly places: number;
  readonly #problems: readonly string[];
  readonly #warned = new Map<string, Set<string>>();
  #strays = 0;
  readonly #options: SessionOptions;
  readonly #side: SideOptions;
  readonly #site: AgentSite;
  readonly #root: string;
  readonly #toolbox: Toolbox;
  readonly #calls: CallMap;
  readonly #standIns: StandIns;
  readonly #pool: AgentPool;
  readonly #servers: SideServers;
  readonly #leases: SideLeases;

  constructor(options: SessionOptions, side: SideOptions, site: AgentSite, read: ListedTools, shared: SharedBySides) {
    this.agentHash = side.agentHash;
    this.silentServers = read.silent;
    this.places = side.spec.concurrency * side.spec.inflight;
    this.#options = options;
    this.#side = side;
    this.#site = site;
    this.tools = [...read.tools, ...mcpTools(read.contract)];
    this.#standIns = shared.standIns;
    const { toolbox, problems } = toolboxOf(this.tools);
    this.#toolbox = toolbox;
    const recordedTools = shared.recordedTools ?? this.tools;
    this.#calls = sideCalls({ map: side.renames, unlisted: read.unlisted, tools: this.tools, recordedTools });
    this.#problems = [...read.problems, ...problems];
    this.#root = seenCheckout(site.isolation, site.checkout).root;
    this.#servers = read.servers;
    this.#leases = new SideLeases({
      gateway: shared.gateway,
      service: this.#servers.service,
      eachTrialItsOwn: side.spec.inflight > 1,
      onLate: (slot) => this.#pool.restart(slot),
    });
    this.#pool = openAgentPool({
      site,
      processUrls: (process) => this.#leases.ofProcess(process).lease.urls,
      onStray: () => {
        this.#strays += 1;
      },
    });
  }

  get notes(): readonly string[] {
    const warnings = [...this.#warned].map(([text, trials]) => `${text} (${trials.size} trials)`);
    const strays = this.#strays === 0 ? [] : [`${STRAY} (${this.#strays} times)`];
    return [...this.#problems, ...this.#servers.notes(), ...warnings, ...strays, ...this.#leases.notes].map(
      (note) => `${this.#side.side}: ${note}`,
    );
  }

  expect(trials: number): void {
    this.#pool.expect(trials);
  }

  async run(asked: AskedTrial): Promise<SideRun> {
    const identity = { caseId: asked.theCase.id, side: this.#side.side, number: asked.number };
    const recorder = new TrialRecorder({ ...identity, lane: asked.lane, prefix: asked.prefix });
    const stopper = new AbortController();
    const live = this.#liveTrial(asked, recorder, stopper);
    const startedAtMs = performance.now();
    const trialKey = keyOf(identity);
    const held: { by: Leased | null; fromUs: number } = { by: null, fromUs: 0 };
    const result = await this.#pool.run({
      id: `${asked.theCase.id}#${asked.number}`,
      input: asked.theCase.input,
      timeoutMs: this.#side.spec.trialTimeoutMs,
      start: (slot) => {
        held.by = this.#leases.forTrial(slot, trialKey);
        held.fromUs = nowUs();
        held.by.lease.bind(live);
        if (held.by.gap !== null) {
          recorder.notCovered(held.by.gap);
          live.stop(held.by.gap);
        }
        return held.by.lease.urls;
      },
      signal: stopper.signal,
    });
    held.by?.lease.unbind();
    const trial = recorder.finish(result.end, result.output, Math.round(performance.now() - startedAtMs));
    held.by?.telemetry.held({
      trialKey,
      fromUs: held.fromUs,
      toUs: nowUs(),
      ids: () => idsOnTheWire(trial.trajectory),
    });
    // Another process, or another pair of URLs, is another client: nobody comes back to what this one opened.
    if (this.#side.spec.protocol === 'exec' || this.#side.spec.inflight > 1) await held.by?.lease.endSessions();
    return { trial, stoppedDry: stopper.signal.aborted && stopper.signal.reason === DRY };
  }

  recordedContract(): McpContract {
    return this.#servers.recorded();
  }

  launch(command: string): SideLaunch {
    return {
      ...wrapCommand(this.#site.isolation, command, this.#site.checkout, '.'),
      env: environmentAt(this.#site, null),
    };
  }

  telemetrySettled(): Promise<void> {
    return this.#leases.telemetrySettled();
  }

  amend(trial: Trial): Trial {
    return this.#leases.amend(trial, keyOf(trial));
  }

  endRound(): Promise<void> {
    return this.#leases.endRound();
  }

  async close(): Promise<void> {
    await this.#pool.close();
    await this.#leases.close();
    await this.#servers.close();
    await this.#site.checkout.close();
  }

  #liveTrial(asked: AskedTrial, recorder: TrialRecorder, stopper: AbortController): LiveTrial {
    return {
      theCase: asked.theCase,
      recorder,
      tape: new TapeReader(asked.tape),
      toolbox: this.#toolbox,
      told: asked.toldOnBase === null ? null : new ToldTools(asked.toldOnBase, checkAgainst),
      renames: this.#calls,
      policy: this.#options.tools,
      standIns: this.#standIns,
      liveTools: this.#options.recording,
      ownSettled: new Map(),
      root: this.#root,
      warn: (text) => {
        const trials = this.#warned.get(text) ?? new Set();
        this.#warned.set(text, trials.add(keyOf({ caseId: asked.theCase.id, number: asked.number })));
      },
      dry: asked.dry,
      isStopped: () => stopper.signal.aborted,
      stop: (reason) => {
        recorder.seal();
        stopper.abort(reason);
      },
      stopDry: () => {
        recorder.seal();
        stopper.abort(DRY);
      },
    };
  }
}

function keyOf(trial: { caseId: string; number: number }): string {
  return `${trial.number} ${trial.caseId}`;
}

/** On the clock that spans are on. */
function nowUs(): number {
  return Date.now() * 1000;
}
