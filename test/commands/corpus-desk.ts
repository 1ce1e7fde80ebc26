import { Readable } from 'node:stream';
import type { Surroundings } from '../../src/commands/surroundings.ts';
import { TrafficStore } from '../../src/corpus/index.ts';
import { type ObservedStep, type ObservedTrajectory, readTrace } from '../../src/trace/index.ts';
import { asItIs } from '../corpus/traffic/open.ts';
import { AGENT, SETTINGS } from '../gate/project.ts';

/** The agent of `startProject`, asked by a conversation. */
export const CHAT_AGENT = AGENT.replace('input.text', 'input.messages.at(-1).content');

export const RULES = `slices:
  - kind: rule
    name: refunds
    when: { kind: tool_called, tool: pay_back }
  - { kind: attribute, attribute: tier, name: tier }
`;
export const CHAT_SETTINGS = `${SETTINGS}${RULES}`;

const NOON_US = Date.UTC(2026, 10, 20, 12) * 1000;
const DAY_US = 86_400_000_000;
const step = { agent: [], durationMs: 10, sources: [] } as const;

export interface Told {
  readonly n: number;
  /** Days before 2026-11-20. */
  readonly age?: number;
  readonly tool?: 'pay_back' | 'look_up' | null;
  readonly text?: string;
  readonly more?: Partial<ObservedTrajectory>;
}

/** A run of the desk: asked, a tool called, answered. */
export function deskRun({
  n,
  age = 0,
  tool = 'pay_back',
  text = `Pay back o-${n} for customer ${n * 7}`,
  more = {},
}: Told): ObservedTrajectory {
  const startUs = NOON_US - age * DAY_US + n * 1000;
  const model: ObservedStep = {
    ...{
      ...step,
      kind: 'model_call',
      provider: 'openai',
      requestModel: 'm',
      responseModel: 'm',
      responseId: null,
      startUs,
    },
    input: [
      { role: 'system', parts: [{ kind: 'text', text: 'Pay back when asked.' }] },
      { role: 'user', parts: [{ kind: 'text', text }] },
    ],
    ...{ output: null, tools: null, parameters: {}, finishReason: 'stop', usage: null, costUsd: null, error: null },
  };
  const order = `o-${n}`;
  const call: ObservedStep = {
    ...{ ...step, kind: 'tool_call', id: null, name: tool ?? '', startUs },
    ...{ arguments: { order }, outcome: { kind: 'result', value: { done: order } } },
  };
  return {
    ...{ id: `run-${String(n).padStart(4, '0')}`, format: 'test', conversationId: null, agentName: 'tiny' },
    ...{
      agentVersion: '1.0',
      userId: null,
      attributes: { tier: n % 10 === 0 ? 'gold' : 'plain' },
      startUs,
      endUs: startUs,
    },
    ...{ steps: tool === null ? [model] : [model, call], output: 'done', outcomes: [], problems: [] },
    ...more,
  };
}

export const never = new AbortController().signal;

export async function store(directory: string, runs: readonly ObservedTrajectory[]): Promise<void> {
  const projection = {
    assemble: readTrace,
    labels: () => ({ slices: [], cohorts: [] }),
    slicesVersion: 'one',
    readersVersion: 'one',
  };
  const traffic = await TrafficStore.open(directory, { projection, redactorOf: () => asItIs });
  try {
    for (const trajectory of runs) traffic.add({ kind: 'trajectory', trajectory });
    await traffic.fold(never);
  } finally {
    traffic.close();
  }
}

export interface Heard {
  readonly out: string[];
  readonly err: string[];
  readonly surroundings: Surroundings;
}

/** Surroundings that remember what was said. */
export function hearing(directory: string, now = '2026-11-22T09:00:00.000Z'): Heard {
  const heard = { out: [] as string[], err: [] as string[] };
  const surroundings = {
    ...{ directory, environment: {}, terminal: false, alone: false, width: 120, color: false, signal: never },
    stdin: () => Readable.from([]),
    print: (text: string) => heard.out.push(text),
    warn: (text: string) => heard.err.push(text),
    now: new Date(now),
  };
  return { ...heard, surroundings };
}
