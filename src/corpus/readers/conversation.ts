import type {
  AgentPath,
  Json,
  Message,
  ObservedModelCall,
  ObservedStep,
  ObservedToolCall,
  ObservedToolOutcome,
  Part,
} from '../../trace/index.ts';

/** A tool call as an answer asks for it; `id` is null where the format gives none. */
export interface AskedCall {
  readonly id: string | null;
  readonly name: string;
  readonly arguments: Json;
}

/** What a format tells about a model call beside the conversation. */
export type AnswerFacts = Omit<ObservedModelCall, 'kind' | 'agent' | 'sources' | 'input' | 'output'>;

/** One message of a finished run. `source` is its place in the file. */
export type Turn =
  /** Said to the model, or in its name by somebody else: no model was asked. */
  | { readonly kind: 'said'; readonly message: Message; readonly source: string }
  | {
      readonly kind: 'answered';
      /** Texts and reasoning; the calls come behind them. */
      readonly parts: readonly Part[];
      readonly calls: readonly AskedCall[];
      readonly facts: AnswerFacts;
      readonly source: string;
    }
  | {
      readonly kind: 'returned';
      /** What names the call; null = the results come in the order of the calls. */
      readonly id: string | null;
      readonly name: string | null;
      readonly outcome: Exclude<ObservedToolOutcome, { kind: 'unknown' }>;
      readonly startUs: number | null;
      readonly durationMs: number | null;
      readonly source: string;
    };

export interface Conversation {
  readonly steps: readonly ObservedStep[];
  /** The text of the last answer, where it called no tool. */
  readonly output: string | null;
  readonly problems: readonly string[];
}

/** Facts of a model call of which nothing is recorded but the messages. */
export const NO_FACTS: AnswerFacts = {
  startUs: null,
  durationMs: null,
  provider: null,
  requestModel: null,
  responseModel: null,
  responseId: null,
  tools: null,
  parameters: {},
  finishReason: null,
  usage: null,
  costUsd: null,
  error: null,
};

/** Every model call holds the messages before it: their number grows with the square of the run's length. */
const MAX_INPUT_MESSAGES = 2000;

/** Calls that nothing came back for are not looked through without end. */
const MAX_OPEN = 1000;

interface Pending {
  readonly call: AskedCall;
  readonly partId: string;
  readonly step: number;
}

/**
 * The messages of a run as steps: a model call for each answer, behind it the tool calls that it asked for, each with the
 * result that names its id; results without an id belong to the latest open calls in their order.
 */
export function stepsOf(turns: readonly Turn[], agent: AgentPath): Conversation {
  const messages: Message[] = [];
  const steps: ObservedStep[] = [];
  const problems: string[] = [];
  const open: Pending[] = [];
  let calls = 0;
  for (const turn of turns) {
    if (turn.kind === 'said') {
      messages.push(turn.message);
    } else if (turn.kind === 'answered') {
      const asked = turn.calls.map((call, index): Pending => {
        calls += 1;
        return { call, partId: call.id ?? `call-${calls}`, step: steps.length + 1 + index };
      });
      const output: Message = { role: 'assistant', parts: [...turn.parts, ...asked.map(callPart)] };
      const input = messages.length <= MAX_INPUT_MESSAGES ? [...messages] : null;
      steps.push({ kind: 'model_call', agent, sources: [turn.source], input, output, ...turn.facts });
      for (const { call } of asked) steps.push(toolStep(call, agent, turn.source));
      for (const one of asked.toReversed()) open.push(one);
      messages.push(output);
    } else {
      const found = takeOpen(open, turn);
      messages.push({ role: 'tool', parts: [resultPart(turn, found)] });
      const step = found === undefined ? undefined : steps[found.step];
      if (found === undefined || step?.kind !== 'tool_call') {
        problems.push(`${turn.source}: a tool result, but no call of it before`);
        continue;
      }
      steps[found.step] = answered(step, turn);
    }
  }
  if (messages.length > MAX_INPUT_MESSAGES) {
    problems.push(`model calls behind more than ${MAX_INPUT_MESSAGES} messages are kept without their input`);
  }
  return { steps, output: finalText(turns), problems };
}

type Returned = Extract<Turn, { kind: 'returned' }>;

/** Takes the call out of the open ones, of which the last is the first of the latest answer. */
function takeOpen(open: Pending[], turn: Returned): Pending | undefined {
  for (let at = open.length - 1; at >= Math.max(0, open.length - MAX_OPEN); at--) {
    const one = open[at];
    if (one !== undefined && matches(one.call, turn)) return open.splice(at, 1)[0];
  }
  return undefined;
}

function matches(call: AskedCall, { id, name }: Returned): boolean {
  if (id !== null) return call.id === id;
  return name === null || call.name === name;
}

function toolStep(call: AskedCall, agent: AgentPath, source: string): ObservedToolCall {
  const { id, name } = call;
  const outcome = { kind: 'unknown' } as const;
  return {
    kind: 'tool_call',
    agent,
    startUs: null,
    durationMs: null,
    sources: [source],
    id,
    name,
    arguments: call.arguments,
    outcome,
  };
}

function answered(step: ObservedToolCall, { outcome, startUs, durationMs, source }: Returned): ObservedToolCall {
  return { ...step, outcome, startUs, durationMs, sources: [...step.sources, source] };
}

function callPart({ call, partId }: Pending): Part {
  return { kind: 'tool_call', id: partId, name: call.name, arguments: call.arguments };
}

function resultPart({ id, outcome }: Returned, found: Pending | undefined): Part {
  return {
    kind: 'tool_result',
    id: found?.partId ?? id ?? '',
    result: outcome.value,
    isError: outcome.kind === 'error',
  };
}

function finalText(turns: readonly Turn[]): string | null {
  const last = turns.findLast((turn) => turn.kind === 'answered');
  if (last === undefined || last.calls.length > 0) return null;
  const texts = last.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  return texts.length === 0 ? null : texts.join('\n');
}
