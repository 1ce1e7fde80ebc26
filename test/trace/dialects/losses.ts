import type { Message } from '../../../src/trace/index.ts';
import type { Desk, DeskStep } from './desk.ts';

type ModelStep = Extract<DeskStep, { kind: 'model_call' }>;
type ToolStep = Extract<DeskStep, { kind: 'tool_call' }>;

function models(change: (step: ModelStep, index: number) => Partial<ModelStep>): (desk: Desk) => Desk {
  return (desk) => ({
    ...desk,
    steps: desk.steps.map((step, index) => (step.kind === 'model_call' ? { ...step, ...change(step, index) } : step)),
  });
}

function tools(change: (step: ToolStep) => Partial<ToolStep>): (desk: Desk) => Desk {
  return (desk) => ({
    ...desk,
    steps: desk.steps.map((step) => (step.kind === 'tool_call' ? { ...step, ...change(step) } : step)),
  });
}

function attributesWithout(name: string): (desk: Desk) => Desk {
  return (desk) => ({
    ...desk,
    attributes: Object.fromEntries(Object.entries(desk.attributes).filter(([key]) => key !== name)),
  });
}

function withoutCallIds(message: Message): Message {
  const parts = message.parts.map((part) =>
    part.kind === 'tool_call' || part.kind === 'tool_result' ? { ...part, id: '' } : part,
  );
  return { ...message, parts };
}

/**
 * What a dialect may be unable to say, as a change of the run that every dialect tells. A fixture's losses are exact: one
 * that is not lost fails its test just as one that is lost unsaid.
 */
export const LOSSES = {
  'agent name': (desk) => ({
    ...desk,
    agentName: null,
    steps: desk.steps.map((step) => ({ ...step, agent: [] })),
  }),
  // Claude Code is the agent, whatever it is used for.
  'own agent name': (desk) => ({
    ...desk,
    agentName: 'claude-code',
    steps: desk.steps.map((step) => ({ ...step, agent: ['claude-code'] })),
  }),
  // The service's version stands for it.
  'agent version': (desk) => ({ ...desk, agentVersion: '1.4.2' }),
  conversation: (desk) => ({ ...desk, conversationId: null }),
  user: (desk) => ({ ...desk, userId: null }),
  'user attributes': attributesWithout('tier'),
  'final answer': (desk) => ({ ...desk, output: null }),
  evaluations: (desk) => ({ ...desk, outcomes: [] }),
  provider: models(() => ({ provider: null })),
  'request model': models(() => ({ requestModel: null })),
  'response model': models(() => ({ responseModel: null })),
  'response id': models(() => ({ responseId: null })),
  'model input': models(() => ({ input: null })),
  'model input but the question': models(({ input }, index) => ({
    input: index === 0 ? (input?.slice(1, 2) ?? null) : null,
  })),
  'system instructions': models(({ input }) => ({ input: input?.filter(({ role }) => role !== 'system') ?? null })),
  'model output': models(() => ({ output: null })),
  // Gemini's have none.
  'call ids in messages': models(({ input, output }) => ({
    input: input?.map(withoutCallIds) ?? null,
    output: output === null ? null : withoutCallIds(output),
  })),
  'tool definitions': models(() => ({ tools: null })),
  'request parameters': models(() => ({ parameters: {} })),
  'finish reasons': models(() => ({ finishReason: null })),
  'token counts': models(() => ({ usage: null })),
  'cached tokens': models(({ usage }) => ({ usage: usage === null ? null : { ...usage, cachedInputTokens: 0 } })),
  'tool call ids': tools(() => ({ id: null })),
  'tool arguments': tools(() => ({ arguments: null })),
  'tool results': tools(() => ({ outcome: { kind: 'unknown' } })),
  'tool latency': tools(() => ({ durationMs: null })),
  // Messages do not tell an error from a result.
  'tool errors': tools(({ outcome }) => ({
    outcome: outcome.kind === 'unknown' ? outcome : { kind: 'result', value: outcome.value },
  })),
} satisfies Record<string, (desk: Desk) => Desk>;

export type Loss = keyof typeof LOSSES;

export function withLosses(desk: Desk, losses: readonly Loss[]): Desk {
  return losses.reduce((left, loss) => LOSSES[loss](left), desk);
}
