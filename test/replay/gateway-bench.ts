import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenAI } from 'openai';
import type { ToolRenames } from '../../src/changes/index.ts';
import type { Case } from '../../src/corpus/index.ts';
import type { ToolPolicy } from '../../src/replay/agent.ts';
import { type Lease, openGateway } from '../../src/replay/gateway.ts';
import type { LiveTrial } from '../../src/replay/live-trial.ts';
import { McpReplay } from '../../src/replay/mcp/replay.ts';
import type { ModelMode } from '../../src/replay/model-endpoint.ts';
import { TrialRecorder } from '../../src/replay/recorder.ts';
import { callMapOf } from '../../src/replay/renames.ts';
import { type Lane, requestKeysOf } from '../../src/replay/sharing.ts';
import { StandIns } from '../../src/replay/stand-ins.ts';
import { openStore } from '../../src/replay/store.ts';
import { tapeOf, tapeRules } from '../../src/replay/tape.ts';
import { TapeReader } from '../../src/replay/tape-reader.ts';
import { toolboxOf } from '../../src/replay/toolbox.ts';
import type { Side, Trial } from '../../src/replay/trial.ts';
import { openUpstream, type Upstream, type UpstreamOptions } from '../../src/replay/upstream.ts';
import { emptyContract, type JsonObject, type OtlpContent } from '../../src/trace/index.ts';
import { aCase } from '../score/build.ts';
import { type DrawingProvider, startDrawingProvider, type TestProvider } from './provider.ts';
import { inShell, toolPolicy } from './tool-policy.ts';

export interface Running {
  readonly lease: Lease;
  readonly stopped: string[];
  readonly warnings: Set<string>;
  end(): Trial;
}

interface StartOptions {
  readonly base?: Trial;
  readonly number?: number;
  readonly tools?: Partial<ToolPolicy>;
  readonly standIns?: StandIns;
  readonly theCase?: Case;
  readonly dry?: boolean;
}

/** A gateway between trials that the test starts and a provider whose answers it counts. */
export interface GatewayBench<P extends TestProvider = DrawingProvider> {
  readonly provider: P;
  /** The requests that came when their trial was over. */
  readonly late: readonly string[];
  /** What the agents' exporters sent, a request each. */
  readonly telemetry: readonly OtlpContent[];
  start(side?: Side, options?: StartOptions): Running;
  /** The store is in its folder `store`. */
  readonly directory: string;
  storeProblems(): readonly string[];
  /** Closes all but the store's files, and opens a new gateway and provider on them. */
  reopen(mode: ModelMode): Promise<GatewayBench<P>>;
  close(): Promise<void>;
}

export async function openGatewayBench(): Promise<GatewayBench> {
  return openGatewayBenchWith(startDrawingProvider);
}

export async function openGatewayBenchWith<P extends TestProvider>(
  startProvider: () => Promise<P>,
  patience: Patience = { attempts: 1, timeoutMs: 60_000 },
): Promise<GatewayBench<P>> {
  return openBench(mkdtempSync(join(tmpdir(), 'pawl-gateway-')), 'live', startProvider, patience);
}

/** How often a request is made, and how long each may take. */
type Patience = Pick<UpstreamOptions, 'attempts' | 'timeoutMs'>;

async function openBench<P extends TestProvider>(
  directory: string,
  mode: ModelMode,
  startProvider: () => Promise<P>,
  patience: Patience,
): Promise<GatewayBench<P>> {
  const provider = await startProvider();
  const store = openStore(join(directory, 'store'), 'run');
  const upstream = openUpstreamTo(provider, patience);
  const gateway = await openGateway({ mode, store, upstream, ignored: [], asking: new Map() }, (error) => {
    throw error;
  });
  const late: string[] = [];
  const mcp = new McpReplay(emptyContract, () => new Map());
  const telemetry: OtlpContent[] = [];
  const stop = async (): Promise<void> => {
    await gateway.close();
    upstream.close();
    store.close();
    await provider.close();
  };
  return {
    provider,
    late,
    telemetry,
    start: (side = 'base', options = {}) =>
      startTrial(
        gateway.lease(
          { late: (what) => late.push(what), telemetry: (content) => telemetry.push(content), gap: () => undefined },
          mcp,
        ),
        side,
        options,
      ),
    directory,
    storeProblems: () => store.problems,
    reopen: async (newMode) => {
      await stop();
      return openBench(directory, newMode, startProvider, patience);
    },
    close: async () => {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function openUpstreamTo(provider: TestProvider, patience: Patience): Upstream {
  return openUpstream({
    providers: [
      {
        name: 'openai',
        wires: ['openai-chat', 'openai-responses', 'openai-embeddings'],
        baseUrl: provider.url,
        keyEnvironment: 'A',
        limits: { requestsPerMinute: null, tokensPerMinute: null },
      },
      {
        name: 'anthropic',
        wires: ['anthropic-messages'],
        baseUrl: provider.url.replace('/v1', ''),
        keyEnvironment: 'B',
        limits: { requestsPerMinute: null, tokensPerMinute: null },
      },
    ],
    keys: { openai: 'sk-openai', anthropic: 'sk-anthropic' },
    ...patience,
    maxWaitMs: 10,
    breaker: { failures: 1000, coolDownMs: 1000, probes: 1 },
  });
}

const payments = aCase({
  id: 'c',
  recordings: [
    {
      steps: [
        {
          kind: 'tool_call',
          name: 'pay',
          arguments: { order: 'o-1' },
          outcome: { kind: 'result', value: { ok: true } },
        },
        { kind: 'tool_call', name: 'pay', arguments: { order: 'o-2' }, outcome: { kind: 'error', value: 'too late' } },
      ],
      output: null,
    },
  ],
});

function startTrial(lease: Lease, side: Side, options: StartOptions): Running {
  const { base, number = 1, tools = {}, theCase = payments, dry = false } = options;
  const policy = toolPolicy(tools);
  const lane: Lane = side === 'base' ? { kind: 'trunk' } : { kind: 'head', agentHash: 'h' };
  const lead = base === undefined ? null : { number: base.number, requestKeys: requestKeysOf(base) };
  const prefix = lead === null ? null : { ...lead, lane: { kind: 'trunk' } as const };
  const recorder = new TrialRecorder({ caseId: 'c', side, number, lane, prefix });
  const stopped: string[] = [];
  const warnings = new Set<string>();
  const live: LiveTrial = {
    theCase,
    recorder,
    tape: new TapeReader(tapeOf(theCase, tapeRules(policy, []))),
    toolbox: toolboxFor(side),
    told: null,
    renames: callMapOf(side === 'base' ? { renames: [], addedTools: [], removedTools: [] } : HEAD_RENAMES),
    liveTools: null,
    ownSettled: new Map(),
    policy,
    standIns: options.standIns ?? new StandIns(inShell),
    root: '/somewhere/base',
    warn: (text) => warnings.add(text),
    dry,
    isStopped: () => stopped.length > 0,
    stop: (reason) => {
      recorder.seal();
      stopped.push(reason);
    },
    stopDry: () => {
      recorder.seal();
      stopped.push('dry');
    },
  };
  lease.bind(live);
  const end = (): Trial => {
    lease.unbind();
    return recorder.finish({ kind: 'answered' }, 'bye', 1);
  };
  return { lease, stopped, warnings, end };
}

/** Head has renamed a parameter of "pay" and added "fly". */
const HEAD_RENAMES: ToolRenames = {
  renames: [{ headTool: 'pay', baseTool: 'pay', parameters: { order_ref: 'order' }, addedOptional: [] }],
  addedTools: ['fly'],
  removedTools: ['walk'],
};

function toolboxFor(side: Side): LiveTrial['toolbox'] {
  const parameter = side === 'base' ? 'order' : 'order_ref';
  const { toolbox } = toolboxOf([
    {
      name: 'pay',
      description: null,
      parameters: {
        type: 'object',
        properties: { [parameter]: { type: 'string' } },
        required: [parameter],
        additionalProperties: false,
      },
    },
    { name: 'fly', description: null, parameters: { type: 'object' } },
  ]);
  return toolbox;
}

export const ask = (content: string, more: object = {}) => ({
  model: 'm',
  messages: [{ role: 'user' as const, content }],
  ...more,
});

export async function post(url: string, body: object): Promise<{ status: number; body: JsonObject }> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as JsonObject };
}

export const client = (running: Running): OpenAI => new OpenAI({ apiKey: 'dummy', baseURL: running.lease.urls.openai });
