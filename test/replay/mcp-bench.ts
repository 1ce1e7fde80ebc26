import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Case } from '../../src/corpus/index.ts';
import type { McpServerSpec } from '../../src/replay/agent.ts';
import { startChild } from '../../src/replay/child.ts';
import { type Lease, openGateway } from '../../src/replay/gateway.ts';
import type { LiveTrial } from '../../src/replay/live-trial.ts';
import { McpRecording } from '../../src/replay/mcp/recording.ts';
import { McpReplay } from '../../src/replay/mcp/replay.ts';
import type { McpService } from '../../src/replay/mcp/service.ts';
import { mcpTapeOf } from '../../src/replay/mcp/tape.ts';
import { TrialRecorder } from '../../src/replay/recorder.ts';
import { unmapped } from '../../src/replay/renames.ts';
import { StandIns } from '../../src/replay/stand-ins.ts';
import { tapeOf, tapeRules } from '../../src/replay/tape.ts';
import { TapeReader } from '../../src/replay/tape-reader.ts';
import { toolboxOf } from '../../src/replay/toolbox.ts';
import type { Trial } from '../../src/replay/trial.ts';
import { type McpContract, mcpTools } from '../../src/trace/index.ts';
import { aCase } from '../score/build.ts';
import { toolPolicy } from './tool-policy.ts';

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'src/cli.ts');
const EVERYTHING = join(ROOT, 'node_modules/@modelcontextprotocol/server-everything/dist/index.js');

/** The official server, as a command. */
export const everything: McpServerSpec & { kind: 'command' } = {
  kind: 'command',
  command: `'${process.execPath}' '${EVERYTHING}' stdio`,
  environment: [],
  listed: 'each_side',
};

/** The official server behind Streamable HTTP, and how to end it. */
export async function startEverything(): Promise<{ spec: McpServerSpec; stop: () => void }> {
  for (;;) {
    const port = await freePort();
    const child = spawn(process.execPath, [EVERYTHING, 'streamableHttp'], {
      env: { PORT: String(port) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const isThere = await new Promise<boolean>((resolve) => {
      child.stderr.on('data', (text: Buffer) => String(text).includes('listening') && resolve(true));
      child.once('exit', () => resolve(false));
    });
    const spec = { kind: 'url', url: `http://127.0.0.1:${port}/mcp`, headers: {} } as const;
    if (isThere) return { spec, stop: () => child.kill('SIGKILL') };
    // Somebody else was quicker to take the port, and it has ended.
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export interface McpBench {
  readonly lease: Lease;
  readonly late: readonly string[];
  readonly gaps: readonly string[];
  readonly stopped: readonly string[];
  bind(): void;
  unbind(): void;
  end(): Trial;
  close(): Promise<void>;
}

/** A trial with its real servers. */
export async function openMcpRecording(specs: Readonly<Record<string, McpServerSpec>>) {
  const service = new McpRecording({
    specs,
    start: ({ command }) =>
      startChild({ file: '/bin/sh', args: ['-c', command], cwd: ROOT }, { PATH: process.env.PATH ?? '' }),
    beside: null,
    secret: (name) => ({ SECRET: 'sesame', BROKEN: 'open\nsesame' })[name] ?? null,
  });
  const bench = await openBench(service, aCase({ id: 'c' }), 'stop', true);
  return { ...bench, service };
}

/** A trial of this case with no server anywhere. */
export function openMcpReplay(contract: McpContract, theCase: Case, onMiss: 'stop' | 'error' = 'stop') {
  return openBench(new McpReplay(contract, () => mcpTapeOf([theCase])), theCase, onMiss, false, contract);
}

async function openBench(
  service: McpService,
  theCase: Case,
  onMiss: 'stop' | 'error',
  isRecording: boolean,
  contract: McpContract = { exchanges: [] },
): Promise<McpBench> {
  const unused = () => {
    throw new Error('no model is asked here');
  };
  const backend = { mode: 'live', ignored: [], asking: new Map(), store: unused, upstream: unused } as const;
  const gateway = await openGateway(backend as never, (error) => {
    throw error;
  });
  const policy = toolPolicy({ onMiss: () => ({ kind: onMiss }) });
  const late: string[] = [];
  const gaps: string[] = [];
  const stopped: string[] = [];
  const lease = gateway.lease(
    { late: (what) => late.push(what), telemetry: () => undefined, gap: (reason) => gaps.push(reason) },
    service,
  );
  const recorder = new TrialRecorder({ caseId: 'c', side: 'base', number: 1, lane: { kind: 'trunk' }, prefix: null });
  const trial: LiveTrial = {
    theCase,
    recorder,
    tape: new TapeReader(tapeOf(theCase, tapeRules(policy, []))),
    toolbox: toolboxOf(mcpTools(contract)).toolbox,
    told: null,
    renames: unmapped,
    policy,
    standIns: new StandIns(unused),
    liveTools: isRecording ? async () => ({ kind: 'failed', message: 'not asked' }) : null,
    ownSettled: new Map(),
    root: '/somewhere',
    warn: () => undefined,
    dry: false,
    isStopped: () => stopped.length > 0,
    stop: (reason) => {
      recorder.seal();
      stopped.push(reason);
    },
    stopDry: () => undefined,
  };
  lease.bind(trial);
  return {
    lease,
    late,
    gaps,
    stopped,
    bind: () => lease.bind(trial),
    unbind: () => lease.unbind(),
    end: () => recorder.finish({ kind: 'answered' }, 'bye', 1),
    close: async () => {
      await lease.end();
      await gateway.close();
    },
  };
}

/** The official client, over HTTP or through the command that stands for a server. */
export async function connect(lease: Lease, server: string, by: 'http' | 'stdio'): Promise<Client> {
  const client = new Client({ name: 'agent', version: '1' });
  const transport =
    by === 'http'
      ? new StreamableHTTPClientTransport(new URL(`${lease.urls.mcp}/${server}`))
      : new StdioClientTransport({
          command: process.execPath,
          args: [CLI, 'mcp', server],
          env: { PAWL_MCP_URL: lease.urls.mcp },
        });
  await client.connect(transport as never);
  return client;
}
