import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { afterEach, describe, expect, test } from 'vitest';
import type { Case } from '../../src/corpus/index.ts';
import type { McpServerSpec } from '../../src/replay/agent.ts';
import type { McpContract } from '../../src/trace/index.ts';
import { aCase } from '../score/build.ts';
import { connect, everything, openMcpRecording, openMcpReplay, startEverything } from './mcp-bench.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** What a client gets of the official server, one method after the other. */
async function exercise(client: Client): Promise<readonly unknown[]> {
  const call = (name: string, args: object) => client.callTool({ name, arguments: { ...args } });
  const { resources } = await client.listResources();
  const ref = { type: 'ref/prompt' as const, name: 'completable-prompt' };
  return [
    client.getServerCapabilities(),
    client.getServerVersion(),
    client.getInstructions(),
    await client.ping(),
    await client.listTools(),
    await call('echo', { message: 'hello' }),
    await call('get-sum', { a: 2, b: 40 }),
    await call('no-such-tool', {}),
    await call('get-structured-content', { location: 'Chicago' }),
    await call('get-tiny-image', {}),
    await client.callTool(
      { name: 'trigger-long-running-operation', arguments: { duration: 0.1, steps: 2 } },
      undefined,
      {
        onprogress: () => undefined,
      },
    ),
    await client.listPrompts(),
    await client.getPrompt({ name: 'simple-prompt' }),
    await client.getPrompt({ name: 'no-such-prompt' }).catch((error: unknown) => String(error)),
    resources,
    await client.listResourceTemplates(),
    await client.readResource({ uri: resources[0]?.uri ?? '' }),
    await client.complete({ ref, argument: { name: 'department', value: 'E' } }),
    await client.setLoggingLevel('error'),
  ];
}

interface Recorded {
  readonly contract: McpContract;
  readonly theCase: Case;
  readonly said: readonly unknown[];
}

async function record(spec: McpServerSpec, by: 'http' | 'stdio'): Promise<Recorded> {
  const bench = await openMcpRecording({ everything: spec });
  try {
    const client = await connect(bench.lease, 'everything', by);
    const said = await exercise(client);
    await client.close();
    const { trajectory, end } = bench.end();
    expect(end.kind).toBe('answered');
    const steps = trajectory.steps.flatMap((step) => {
      if (step.kind !== 'tool_call' || step.outcome.kind === 'missing') return [];
      const name = step.name.replace(/^everything\./, '');
      return [{ kind: step.kind, name, arguments: step.arguments, outcome: step.outcome }];
    });
    const mcp = trajectory.mcp ?? [];
    return {
      said,
      contract: bench.service.contract,
      theCase: aCase({ id: 'c', recordings: [{ steps, output: null, mcp }] }),
    };
  } finally {
    await bench.close();
  }
}

describe('the official server, recorded', () => {
  test('as a command and through the command that stands for it, is replayed without it, to the same word', async () => {
    const recorded = await record(everything, 'stdio');
    expect(recorded.theCase.recordings[0]?.steps.map((step) => step.kind === 'tool_call' && step.outcome.kind)).toEqual(
      ['result', 'result', 'error', 'result', 'result', 'result'],
    );
    expect(recorded.theCase.recordings[0]?.mcp?.map(({ method }) => method)).toEqual([
      'prompts/get',
      'prompts/get',
      'resources/read',
      'completion/complete',
    ]);
    for (const by of ['stdio', 'http'] as const) {
      const bench = await openMcpReplay(recorded.contract, recorded.theCase);
      closers.push(bench.close);
      const client = await connect(bench.lease, 'everything', by);
      expect(await exercise(client)).toEqual(recorded.said);
      await client.close();
      expect(bench.end()).toMatchObject({ standing: 'hermetic', divergence: null });
      expect([bench.stopped, bench.late]).toEqual([[], []]);
    }
  });

  test('behind a URL and over HTTP, is replayed when it is gone, to the same word', async () => {
    const { spec, stop } = await startEverything();
    const recorded = await record(spec, 'http').finally(stop);
    const bench = await openMcpReplay(recorded.contract, recorded.theCase);
    closers.push(bench.close);
    const client = await connect(bench.lease, 'everything', 'http');
    expect(await exercise(client)).toEqual(recorded.said);
    await client.close();
    expect(bench.end()).toMatchObject({ standing: 'hermetic', trajectory: { steps: { length: 6 } } });
  });
});
