import type { AgentPath } from '../observed.ts';
import type { TraceNode } from './nodes.ts';

/** Deeper nesting of agents keeps the outermost names: paths of unlimited length would grow with the square of the trace. */
const MAX_AGENTS = 32;

/**
 * Links spans to their parents and sorts them: by start, parents before their children, in an order that does not depend
 * on that of the input. Missing parents make roots; a circle is opened at its earliest span. Time: O(n log n).
 */
export function linkNodes(byId: ReadonlyMap<string, TraceNode>): readonly TraceNode[] {
  const nodes = [...byId.values()];
  for (const node of nodes) {
    const { parentSpanId } = node.span;
    if (parentSpanId === null) continue;
    node.parent = byId.get(parentSpanId) ?? null;
    if (node.parent !== null) continue;
    node.root = parentSpanId;
    node.problem ??= 'the parent of a span is not in the recording';
  }
  openCircles(nodes);
  placeAll(nodes);
  return nodes.sort(compareNodes);
}

function compareNodes(a: TraceNode, b: TraceNode): number {
  if (a.orderUs !== b.orderUs) return a.orderUs - b.orderUs;
  if (a.depth !== b.depth) return a.depth - b.depth;
  return compareSpans(a, b);
}

function compareSpans({ span: a }: TraceNode, { span: b }: TraceNode): number {
  return a.startUs - b.startUs || a.endUs - b.endUs || (a.spanId < b.spanId ? -1 : 1);
}

function openCircles(nodes: readonly TraceNode[]): void {
  let walk = 0;
  for (const start of nodes) {
    walk += 1;
    let node: TraceNode | null = start;
    for (; node !== null && node.walk === 0; node = node.parent) node.walk = walk;
    if (node?.walk === walk) openCircle(node);
  }
}

function openCircle(start: TraceNode): void {
  let earliest = start;
  for (let node = start.parent; node !== null && node !== start; node = node.parent) {
    if (compareSpans(node, earliest) < 0) earliest = node;
  }
  earliest.parent = null;
  earliest.problem = 'spans are each other’s parents, opened at the earliest';
}

/** Gives every node what it has from its parent. Without recursion: a chain may be as long as the trace. */
function placeAll(nodes: readonly TraceNode[]): void {
  const chain: TraceNode[] = [];
  for (const start of nodes) {
    for (let node: TraceNode | null = start; node !== null && !node.isPlaced; node = node.parent) chain.push(node);
    for (let node = chain.pop(); node !== undefined; node = chain.pop()) {
      place(node);
      node.isPlaced = true;
    }
  }
}

function place(node: TraceNode): void {
  const { parent, reading, span } = node;
  if (parent !== null) {
    node.root = parent.root;
    node.depth = parent.depth + 1;
    node.orderUs = Math.max(node.orderUs, parent.orderUs);
    node.agents = parent.agents;
    node.scope = parent.scope;
    node.topAgent = parent.topAgent;
    node.insideTool = parent.insideTool || parent.reading?.span.kind === 'tool_call';
  }
  const isAgent = reading?.span.kind === 'agent';
  const inherited = node.agents;
  node.agents = withAgent(inherited, reading?.span.kind === 'agent' ? reading.span.name : (reading?.agent ?? null));
  if (isAgent) {
    node.topAgent ??= node;
    node.scope = span.spanId;
  } else if (node.agents !== inherited) node.scope = `${node.scope}/${node.agents.at(-1)}`;
}

/** Two instrumentations of one agent, or an agent and its calls, name it once. */
function withAgent(agents: AgentPath, name: string | null): AgentPath {
  if (name === null || agents.at(-1) === name || agents.length >= MAX_AGENTS) return agents;
  return [...agents, name];
}
