import type { Condition, SliceDefinition } from '../../../src/corpus/index.ts';
import { slicerOf } from '../../../src/corpus/index.ts';
import type { ObservedStep, ObservedTrajectory } from '../../../src/trace/index.ts';

export interface Told {
  readonly id?: string;
  readonly text?: string;
  readonly tools?: readonly (string | { readonly name: string; readonly failed: boolean })[];
  readonly attributes?: ObservedTrajectory['attributes'];
  readonly answer?: string;
  readonly passed?: boolean | null;
}

const step = { agent: [], startUs: null, durationMs: null, sources: [] } as const;

/** A run of one model call, then tools, then an answer. */
export function run({
  id = 'run-1',
  text = 'Hello',
  tools = [],
  attributes = {},
  answer,
  passed,
}: Told): ObservedTrajectory {
  const calls = tools.map((tool): ObservedStep => {
    const { name, failed } = typeof tool === 'string' ? { name: tool, failed: false } : tool;
    const outcome = failed ? { kind: 'error' as const, value: 'no' } : { kind: 'result' as const, value: {} };
    return { ...step, kind: 'tool_call', id: null, name, arguments: {}, outcome };
  });
  const asked: ObservedStep = {
    ...step,
    ...{ kind: 'model_call', provider: null, requestModel: 'm', responseModel: null, responseId: null, tools: null },
    input: [{ role: 'user', parts: [{ kind: 'text', text }] }],
    ...{ output: null, parameters: {}, finishReason: null, usage: null, costUsd: null, error: null },
  };
  return {
    ...{ id, format: 'test', conversationId: null, agentName: null, agentVersion: null, userId: null, attributes },
    ...{ startUs: null, endUs: null, steps: [asked, ...calls], output: answer ?? null, problems: [] },
    outcomes: passed === undefined ? [] : [{ name: 'reward', value: 1, passed, source: 'reward', explanation: null }],
  };
}

export function slicer(...definitions: readonly SliceDefinition[]) {
  return slicerOf({ definitions, clusters: null, withinTime: (act) => act() });
}

/** The names of the slices that a run is in. */
export function namesOf(told: Told, ...definitions: readonly SliceDefinition[]): string[] {
  return slicer(...definitions)
    .slicesOf(run(told))
    .map(({ name }) => name);
}

export function rule(when: Condition): SliceDefinition {
  return { kind: 'rule', name: 'it', when };
}
