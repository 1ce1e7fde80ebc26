import type {
  Json,
  JsonObject,
  Message,
  ObservedModelCall,
  ObservedStep,
  ObservedToolCall,
} from '../../trace/index.ts';
import { argumentsOf, isJsonObject } from '../../trace/index.ts';
import { inspectMessage, inspectResult, inspectTools, inspectUsage, withAttachments } from './inspect-messages.ts';
import { msBetween, textOf, usOf } from './parts.ts';

/** A message of a role that Inspect does not have: counted, never lost in silence. */
const UNKNOWN: Message = { role: 'user', parts: [{ kind: 'other', type: 'message of an unknown role' }] };

interface InspectSpan {
  readonly parent: string | null;
  readonly type: string | null;
  readonly name: string | null;
}

interface Placed {
  readonly event: JsonObject;
  readonly source: string;
}

/**
 * The steps of a sample as its transcript tells them: each model call with what was sent, each tool call with its result.
 * What a scorer asked of a model is no step of the agent. null = the log keeps no transcript of model calls.
 */
export function stepsOfEvents(sample: JsonObject, path: string): ObservedStep[] | null {
  const attachments = isJsonObject(sample.attachments) ? sample.attachments : {};
  const { messages: pool } = isJsonObject(sample.events_data) ? sample.events_data : {};
  const events = flattened(sample.events, path);
  const spans = spansOf(events);
  const steps: ObservedStep[] = [];
  const open: OpenCalls = new Map();
  let scorers = 0;
  for (const { event, source } of events) {
    scorers += scorerStep(event);
    const agent = scorers > 0 || event.pending === true ? null : agentOf(event.span_id, spans);
    if (agent === null) continue;
    if (event.event === 'model') {
      const { input, output, tools, ...rest } = event;
      const sent = withAttachments(pooled(input, rest.input_refs, Array.isArray(pool) ? pool : []), attachments);
      const call = modelCall(
        { ...rest, input: sent, output: withAttachments(output ?? null, attachments) },
        agent,
        source,
      );
      steps.push({ ...call, tools: inspectTools(tools) });
      for (const one of asked(call)) askFor(steps, open, one);
    } else if (event.event === 'tool') {
      const { id, result, error, arguments: args } = event;
      const own = withAttachments(
        { result: result ?? null, error: error ?? null, arguments: args ?? null },
        attachments,
      );
      takeTool(steps, open, toolCall({ ...event, ...(isJsonObject(own) ? own : {}) }, textOf(id), agent, source));
    }
  }
  return steps.some(({ kind }) => kind === 'model_call') ? steps : null;
}

/** The events in order, with those that older logs hold inside a tool's or a subtask's event. */
function flattened(events: Json | undefined, path: string): Placed[] {
  return (Array.isArray(events) ? events : []).flatMap((event, index): Placed[] => {
    if (!isJsonObject(event)) return [];
    const source = `${path}[${index}]`;
    return [{ event, source }, ...flattened(event.events, `${source}.events`)];
  });
}

function spansOf(events: readonly Placed[]): ReadonlyMap<string, InspectSpan> {
  return new Map(
    events.flatMap(({ event }) => {
      const id = event.event === 'span_begin' ? textOf(event.id) : null;
      const span = { parent: textOf(event.parent_id), type: textOf(event.type), name: textOf(event.name) };
      return id === null ? [] : [[id, span] as const];
    }),
  );
}

/** Before there were spans: 1 where a scorer begins, -1 where it ends. */
function scorerStep({ event, type, action }: JsonObject): number {
  if (event !== 'step' || type !== 'scorer') return 0;
  return action === 'begin' ? 1 : -1;
}

const MAX_SPANS = 100;
/** Calls of one id. */
const MAX_OPEN = 100;

/** The agents around a span, outermost first; null = it belongs to a scorer. */
function agentOf(id: Json | undefined, spans: ReadonlyMap<string, InspectSpan>): string[] | null {
  const names: string[] = [];
  let span = spans.get(textOf(id) ?? '');
  for (let above = 0; span !== undefined && above < MAX_SPANS; above += 1) {
    if (span.type === 'scorers' || span.type === 'scorer') return null;
    if (span.type === 'agent' && span.name !== null) names.unshift(span.name);
    span = spans.get(span.parent ?? '');
  }
  return names;
}

/** What was sent: ranges of the sample's pool of messages, from and to (exclusive), else the messages themselves. */
function pooled(input: Json | undefined, refs: Json | undefined, pool: readonly Json[]): Json {
  if (!Array.isArray(refs)) return input ?? [];
  return refs.flatMap((range) => {
    const [from, to] = Array.isArray(range) ? range : [];
    return typeof from === 'number' && typeof to === 'number' ? pool.slice(from, to) : [];
  });
}

function modelCall(event: JsonObject, agent: readonly string[], source: string): ObservedModelCall {
  const { model, input, output, config, timestamp, completed, error } = event;
  const answer = isJsonObject(output) ? output : {};
  const [choice] = Array.isArray(answer.choices) ? answer.choices : [];
  const { message, stop_reason } = isJsonObject(choice) ? choice : {};
  const usage = isJsonObject(answer.usage) ? answer.usage : {};
  const requestModel = textOf(model);
  return {
    kind: 'model_call',
    agent,
    startUs: usOf(timestamp),
    durationMs: msBetween(usOf(timestamp), usOf(completed)),
    sources: [source],
    provider: requestModel?.includes('/') === true ? requestModel.slice(0, requestModel.indexOf('/')) : null,
    requestModel,
    responseModel: textOf(answer.model),
    responseId: null,
    input: Array.isArray(input) ? input.map((one) => inspectMessage(one) ?? UNKNOWN) : null,
    output: inspectMessage(message ?? null),
    tools: null,
    parameters: isJsonObject(config) ? config : {},
    finishReason: textOf(stop_reason),
    usage: inspectUsage(answer.usage),
    costUsd: typeof usage.total_cost === 'number' ? usage.total_cost : null,
    error: textOf(error) ?? textOf(answer.error),
  };
}

/** The calls that an answer asks for, each until its own event tells what came of it. */
function asked({ agent, output, sources }: ObservedModelCall): ObservedToolCall[] {
  return (output?.parts ?? []).flatMap((part): ObservedToolCall[] => {
    if (part.kind !== 'tool_call') return [];
    const { id, name } = part;
    const facts = { startUs: null, durationMs: null, sources, outcome: { kind: 'unknown' } } as const;
    return [{ kind: 'tool_call', agent, id, name, arguments: part.arguments, ...facts }];
  });
}

function toolCall(event: JsonObject, id: string | null, agent: readonly string[], source: string): ObservedToolCall {
  const { result, isError } = inspectResult(event);
  return {
    kind: 'tool_call',
    agent,
    startUs: usOf(event.timestamp),
    durationMs: msBetween(usOf(event.timestamp), usOf(event.completed)),
    sources: [source],
    id,
    name: textOf(event.function) ?? '',
    arguments: argumentsOf(event.arguments),
    outcome: { kind: isError ? 'error' : 'result', value: result },
  };
}

/** Where the calls stand that no event has told the result of, by id; the latest last. */
type OpenCalls = Map<string | null, number[]>;

function askFor(steps: ObservedStep[], open: OpenCalls, call: ObservedToolCall): void {
  open.set(call.id, [...(open.get(call.id) ?? []), steps.length].slice(-MAX_OPEN));
  steps.push(call);
}

/** In the place of the latest call of that id that is still open, else behind what there is. */
function takeTool(steps: ObservedStep[], open: OpenCalls, call: ObservedToolCall): void {
  const at = open.get(call.id)?.pop();
  const asked = at === undefined ? undefined : steps[at];
  if (at === undefined || asked === undefined) steps.push(call);
  else steps[at] = { ...call, sources: [...asked.sources, ...call.sources] };
}
