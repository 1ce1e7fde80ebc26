import type { ObservedStep } from '../observed.ts';
import { draftsOf, isTool, merge, runTogether, target } from './drafts.ts';
import { mergeMcpSiblings } from './mcp-siblings.ts';
import type { Draft, TraceNode } from './nodes.ts';
import { mayBeSame } from './same-tool.ts';

/** A step that spans tell of, and the first of them. */
export interface TimedStep {
  readonly step: ObservedStep;
  readonly node: TraceNode;
}

const FRAME = 'a model call with several model calls below it is read as their frame';

/**
 * The steps of sorted spans, each call once. One call may be told by several spans: a framework's and its provider
 * client's, a tool's and those of its MCP client and server, a span and its log records. Of a model call with several
 * model calls below it only those count: it is their frame.
 */
export function stepsOf(nodes: readonly TraceNode[]): readonly TimedStep[] {
  const drafts = draftsOf(nodes);
  mergeNestedModelCalls(drafts);
  mergeByKey(drafts, ({ step }) => (step.kind === 'model_call' ? step.responseId : null), runTogether);
  mergeNestedTools(drafts);
  mergeByKey(drafts, ({ step }) => (step.kind === 'tool_call' ? step.id : null), isSameToolCall);
  mergeMcpSiblings(drafts);
  return drafts.filter(({ mergedInto, isFrame }) => mergedInto === null && !isFrame);
}

/** A call may have several frames around it; what stands around a frame of several calls is their frame too. */
function mergeNestedModelCalls(drafts: readonly Draft[]): void {
  const inner = drafts.flatMap((draft) => {
    const { step, above } = draft;
    if (step.kind !== 'model_call' || above?.step.kind !== 'model_call') return [];
    const [inner, outer] = [step.responseId, above.step.responseId];
    return inner !== null && outer !== null && inner !== outer ? [] : [{ draft, above }];
  });
  const seen = new Set<Draft>();
  for (const { above } of inner) {
    if (seen.has(above)) above.isFrame = true;
    seen.add(above);
  }
  for (const { draft, above } of inner.toReversed()) above.isFrame ||= draft.isFrame;
  for (const { draft, above } of inner) {
    if (above.isFrame) above.node.problem ??= FRAME;
    else merge(target(above), draft);
  }
}

function mergeNestedTools(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const above = draft.above === null ? null : target(draft.above);
    if (above !== null && isTool(above) && isTool(draft) && mayBeSame(above.step, draft.step)) merge(above, draft);
  }
}

function mergeByKey(
  drafts: readonly Draft[],
  keyOf: (draft: Draft) => string | null,
  isSame: (known: Draft, draft: Draft) => boolean,
): void {
  const byKey = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = draft.mergedInto === null ? keyOf(draft) : null;
    if (key === null) continue;
    const known = byKey.get(key);
    if (known !== undefined && isSame(known, draft)) merge(known, draft);
    else byKey.set(key, draft);
  }
}

/** An id alone does not tell: some providers begin again with each answer, and a retried call keeps its own. */
function isSameToolCall(known: Draft, draft: Draft): boolean {
  if (!isTool(known) || !isTool(draft) || !mayBeSame(known.step, draft.step)) return false;
  return known.node.dialect !== draft.node.dialect || runTogether(known, draft);
}
