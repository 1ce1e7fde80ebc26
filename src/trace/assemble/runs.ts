import type { TraceNode } from './nodes.ts';

/** The part of a trace that is one run of an agent, in order. */
export interface Run {
  readonly id: string;
  readonly nodes: readonly TraceNode[];
  /** The agents that no other agent stands above. */
  readonly topAgents: readonly TraceNode[];
}

interface Group {
  readonly nodes: TraceNode[];
  readonly topAgents: TraceNode[];
}

/**
 * Splits a trace into runs. Agents below one root, even one that is missing, are one run (a handover, a workflow) unless
 * they name different conversations; agents below different roots are runs of their own. What belongs to no agent joins
 * the only run there is, or the only one that was going on at its time; else it is a run by itself. `nodes` are sorted.
 */
export function runsOf(traceId: string, nodes: readonly TraceNode[]): readonly Run[] {
  const keyOf = keysOf(nodes.filter((node) => node.topAgent === node));
  const groups = new Map<string, Group>();
  for (const node of nodes) if (node.topAgent === node) groupAt(groups, keyOf(node)).topAgents.push(node);
  const rest: Group = { nodes: [], topAgents: [] };
  const strayGroup = strayGroups([...groups.values()], rest);
  for (const node of nodes) (groups.get(keyOf(node)) ?? strayGroup(node)).nodes.push(node);
  const [first] = groups.values();
  if (first !== undefined && !rest.nodes.some(isStep)) first.nodes.push(...rest.nodes.splice(0));
  const runs = [...groups.values(), rest].filter((group) => group.nodes.length > 0);
  return runs.map((group) => ({ ...group, id: runs.length === 1 ? traceId : `${traceId}/${firstId(group)}` }));
}

function isStep({ reading }: TraceNode): boolean {
  return reading?.span.kind === 'model_call' || reading?.span.kind === 'tool_call';
}

function firstId({ nodes }: Group): string {
  return nodes[0]?.span.spanId ?? '';
}

function groupAt(groups: Map<string, Group>, key: string): Group {
  const group = groups.get(key) ?? { nodes: [], topAgents: [] };
  groups.set(key, group);
  return group;
}

/** What a node's run is known by: its root, or its agent's conversation below a root where there are several. */
function keysOf(topAgents: readonly TraceNode[]): (node: TraceNode) => string {
  const conversations = new Map<string, Set<string>>();
  for (const agent of topAgents) {
    const named = conversations.get(agent.root) ?? new Set();
    const id = conversationOf(agent);
    conversations.set(agent.root, id === null ? named : named.add(id));
  }
  return (node) => {
    const isSplit = (conversations.get(node.root)?.size ?? 0) > 1;
    if (!isSplit) return node.root;
    return node.topAgent === null ? `${node.root} outside` : `${node.root} in ${conversationOf(node.topAgent) ?? ''}`;
  };
}

function conversationOf(agent: TraceNode): string | null {
  return agent.reading?.run.conversationId ?? null;
}

/** Where nodes go that belong to no agent; what is below such a node goes with it. */
function strayGroups(groups: readonly Group[], rest: Group): (node: TraceNode) => Group {
  const [only] = groups;
  if (only === undefined || groups.length === 1) return () => only ?? rest;
  const around = windowsOf(groups);
  const joined = new Map<TraceNode, Group>();
  return (node) => {
    const group = (node.parent === null ? undefined : joined.get(node.parent)) ?? around(node);
    if (group !== null) joined.set(node, group);
    return group ?? rest;
  };
}

/** The one group whose agents were at work during the whole of a node, where no other one was. */
function windowsOf(groups: readonly Group[]): (node: TraceNode) => Group | null {
  const windows = groups
    .map((group) => ({
      group,
      startUs: group.topAgents.reduce((start, { span }) => Math.min(start, span.startUs), Number.POSITIVE_INFINITY),
      endUs: group.topAgents.reduce((end, { span }) => Math.max(end, span.endUs), 0),
    }))
    .sort((a, b) => a.startUs - b.startUs);
  let latest = 0;
  const endsBefore = windows.map(({ endUs }) => {
    const before = latest;
    latest = Math.max(latest, endUs);
    return before;
  });
  return ({ span }) => {
    const index = lastAtOrBefore(windows, span.startUs);
    const window = windows[index];
    const isAlone =
      (endsBefore[index] ?? 0) < span.startUs && (windows[index + 1]?.startUs ?? span.endUs) >= span.endUs;
    return window !== undefined && window.endUs >= span.endUs && isAlone ? window.group : null;
  };
}

function lastAtOrBefore(windows: readonly { readonly startUs: number }[], timeUs: number): number {
  let [low, high] = [0, windows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((windows[middle]?.startUs ?? 0) <= timeUs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
