import type { Attributes, Json, ObservedStep, ObservedTrajectory, Span } from '../../../src/trace/index.ts';
import { span, type ToldSpan } from '../dialects/telling.ts';

type Place = Pick<ToldSpan, 'parent' | 'startMs' | 'endMs'> & Partial<ToldSpan>;

export function agent(id: string, name: string, place: Place): Span {
  return span({
    id,
    name,
    ...place,
    attributes: { ...operation('invoke_agent', { 'gen_ai.agent.name': name }), ...place.attributes },
  });
}

export function chat(id: string, said: { input?: Json; output?: Json }, place: Place): Span {
  const messages = {
    ...(said.input === undefined ? {} : { 'gen_ai.input.messages': said.input }),
    ...(said.output === undefined ? {} : { 'gen_ai.output.messages': [said.output] }),
  };
  return span({ id, name: 'chat', ...place, attributes: { ...operation('chat', messages), ...place.attributes } });
}

export function tool(id: string, call: { id?: string; name: string; args?: Json; result?: Json }, place: Place): Span {
  const attributes = {
    'gen_ai.tool.name': call.name,
    ...(call.id === undefined ? {} : { 'gen_ai.tool.call.id': call.id }),
    ...(call.args === undefined ? {} : { 'gen_ai.tool.call.arguments': call.args }),
    ...(call.result === undefined ? {} : { 'gen_ai.tool.call.result': call.result }),
  };
  return span({
    id,
    name: 'tool',
    ...place,
    attributes: { ...operation('execute_tool', attributes), ...place.attributes },
  });
}

export function other(id: string, place: Place): Span {
  return span({ id, name: 'GET /', scope: 'http', attributes: {}, ...place });
}

function operation(name: string, attributes: Attributes): Attributes {
  return { 'gen_ai.operation.name': name, ...attributes };
}

export function user(text: string) {
  return { role: 'user', parts: [{ type: 'text', content: text }] };
}

export function says(text: string) {
  return { role: 'assistant', parts: [{ type: 'text', content: text }] };
}

export function asks(...calls: { id?: string; name: string; arguments: Json }[]) {
  return { role: 'assistant', parts: calls.map((call) => ({ type: 'tool_call', ...call })) };
}

export function answers(id: string | undefined, response: Json) {
  return { role: 'tool', parts: [{ type: 'tool_call_response', ...(id === undefined ? {} : { id }), response }] };
}

/** A step in a few words: `chat -> text`, `get_order {"a":1} = "x"`. */
export function brief(step: ObservedStep): string {
  if (step.kind === 'model_call') return `chat ${step.sources.join('+')}`;
  const { outcome } = step;
  const came =
    outcome.kind === 'unknown' ? '?' : `${outcome.kind === 'error' ? 'error ' : ''}${JSON.stringify(outcome.value)}`;
  return `${step.name} ${JSON.stringify(step.arguments)} = ${came}`;
}

export function briefly(trajectory: ObservedTrajectory | undefined): string[] {
  return trajectory?.steps.map(brief) ?? [];
}
