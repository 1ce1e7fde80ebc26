import type { ObservedModelCall, ObservedToolCall } from '../observed.ts';
import type { Draft, TraceNode } from './nodes.ts';

export type ToolDraft = Draft & { step: ObservedToolCall };

/** One draft a span that is a step; `nodes` are sorted, parents before their children. */
export function draftsOf(nodes: readonly TraceNode[]): Draft[] {
  const drafts: Draft[] = [];
  for (const node of nodes) {
    const above = node.parent?.step ?? null;
    const draft = draftOf(node, above);
    node.step = draft ?? above;
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
}

function draftOf(node: TraceNode, above: Draft | null): Draft | null {
  const { span, reading, agents } = node;
  if (reading === null || reading.span.kind === 'agent' || reading.span.kind === 'framework') return null;
  const durationMs = span.endUs < span.startUs ? null : (span.endUs - span.startUs) / 1000;
  const sources = [span.spanId];
  const step = { ...reading.span, agent: agents, startUs: span.startUs, durationMs, sources };
  return { step, node, above, sources, mergedInto: null, isFrame: false };
}

export function isTool(draft: Draft): draft is ToolDraft {
  return draft.step.kind === 'tool_call';
}

export function runTogether({ node: { span: a } }: Draft, { node: { span: b } }: Draft): boolean {
  return a.startUs <= b.endUs && b.startUs <= a.endUs;
}

/** The draft that a merged one has become part of. */
export function target(draft: Draft): Draft {
  let last = draft;
  while (last.mergedInto !== null) last = last.mergedInto;
  return last;
}

export function merge(outer: Draft, inner: Draft): void {
  inner.mergedInto = outer;
  for (const source of inner.sources) outer.sources.push(source);
  if (outer.step.kind === 'model_call' && inner.step.kind === 'model_call') {
    outer.step = mergedModelCall(outer.step, inner.step);
  } else if (outer.step.kind === 'tool_call' && inner.step.kind === 'tool_call') {
    outer.step = mergedToolCall(outer.step, inner.step);
  }
}

/**
 * What the inner span says stands nearer to the wire; the outer one has the time with all retries. But some tracers write
 * a whole conversation as one text, and lose an answer's calls: then the outer span has the messages.
 */
function mergedModelCall(outer: ObservedModelCall, inner: ObservedModelCall): ObservedModelCall {
  const isOneText = inner.input?.length === 1 && (outer.input?.length ?? 0) > 1;
  const losesCalls = callsIn(inner) < callsIn(outer);
  return {
    ...outer,
    provider: inner.provider ?? outer.provider,
    requestModel: inner.requestModel ?? outer.requestModel,
    responseModel: inner.responseModel ?? outer.responseModel,
    responseId: inner.responseId ?? outer.responseId,
    ...(inner.systemFingerprint === undefined ? {} : { systemFingerprint: inner.systemFingerprint }),
    input: isOneText ? outer.input : (inner.input ?? outer.input),
    output: losesCalls ? outer.output : (inner.output ?? outer.output),
    tools: inner.tools ?? outer.tools,
    parameters: { ...outer.parameters, ...inner.parameters },
    finishReason: inner.finishReason ?? outer.finishReason,
    usage: inner.usage ?? outer.usage,
    costUsd: inner.costUsd ?? outer.costUsd,
    error: outer.error ?? inner.error,
  };
}

function callsIn({ output }: ObservedModelCall): number {
  return output?.parts.filter(({ kind }) => kind === 'tool_call').length ?? 0;
}

/** The outer span saw what the agent saw. Spans of the same id are views of one call: a failure that one saw is one. */
function mergedToolCall(outer: ObservedToolCall, inner: ObservedToolCall): ObservedToolCall {
  const failed = outer.id !== null && outer.id === inner.id && inner.outcome.kind === 'error';
  const { outcome } = outer;
  return {
    ...outer,
    id: outer.id ?? inner.id,
    name: outer.name === '' ? inner.name : outer.name,
    arguments: outer.arguments ?? inner.arguments,
    outcome: outcome.kind === 'unknown' ? inner.outcome : failed ? { kind: 'error', value: outcome.value } : outcome,
  };
}
