import type { DialectReading } from '../dialects/dialect.ts';
import { dialectOf } from '../dialects/index.ts';
import { TraceTexts } from '../dialects/trace-texts.ts';
import { canonicalJson } from '../json.ts';
import type { AgentPath, ObservedStep } from '../observed.ts';
import type { LogRecord, Span } from '../span.ts';

/** A span with its reading and its place in the tree, which the stages of the assembler fill in. */
export interface TraceNode {
  span: Span;
  logs: readonly LogRecord[];
  /** Null = no dialect reads it. */
  dialect: string | null;
  reading: DialectReading | null;
  parent: TraceNode | null;
  /** The root's span id, or the id of the span that the root misses: what misses the same parent belongs together. */
  root: string;
  depth: number;
  /** The start as far as order is concerned: never before the parent's, for the clocks of two machines differ. */
  orderUs: number;
  /** The last walk along parents that came by, so that none goes the same way twice. */
  walk: number;
  isPlaced: boolean;
  agents: AgentPath;
  /** Tells one agent's run from another's, also of the same name. */
  scope: string;
  /** The outermost agent above, or this one. */
  topAgent: TraceNode | null;
  insideTool: boolean;
  /** The nearest step, this span's own or one above. */
  step: Draft | null;
  /** Repairs of this span's place. */
  problem: string | null;
}

/** A step that spans tell of, while it is found out which of them tell of the same one. */
export interface Draft {
  step: ObservedStep;
  readonly node: TraceNode;
  /** The nearest step above. */
  readonly above: Draft | null;
  /** The list that the step has as its own. */
  readonly sources: string[];
  mergedInto: Draft | null;
  /** A model call that stands around several others: they are the steps, it is not. */
  isFrame: boolean;
}

const NO_LOGS: readonly LogRecord[] = [];
const NO_AGENTS: AgentPath = [];

/** Every span once, by its id, read in its dialect. `logs` are those of the same trace. */
export function readNodes(spans: readonly Span[], logs: readonly LogRecord[]): ReadonlyMap<string, TraceNode> {
  const logsBySpan = Map.groupBy(logs, ({ spanId }) => spanId);
  const nodes = new Map<string, TraceNode>();
  for (const span of spans) {
    const known = nodes.get(span.spanId);
    if (known === undefined) nodes.set(span.spanId, nodeOf(span, logsBySpan.get(span.spanId) ?? NO_LOGS));
    else takeFuller(known, span);
  }
  const texts = new TraceTexts();
  for (const node of nodes.values()) read(node, texts);
  return nodes;
}

function nodeOf(span: Span, logs: readonly LogRecord[]): TraceNode {
  return {
    span,
    logs,
    dialect: null,
    reading: null,
    parent: null,
    root: span.spanId,
    depth: 0,
    orderUs: span.startUs,
    walk: 0,
    isPlaced: false,
    agents: NO_AGENTS,
    scope: '',
    topAgent: null,
    insideTool: false,
    step: null,
    problem: null,
  };
}

function read(node: TraceNode, texts: TraceTexts): void {
  const dialect = dialectOf(node.span, node.logs);
  if (dialect === null) return;
  node.dialect = dialect.name;
  node.reading = dialect.read(node.span, node.logs, texts);
}

/** A span that was delivered twice counts once; of versions that differ the fullest is taken, whatever came first. */
function takeFuller(node: TraceNode, span: Span): void {
  if (node.span === span) return;
  const order = compareFullness(node.span, span);
  if (order !== 0) node.problem = 'a span came in several versions, the fullest is read';
  if (order >= 0) return;
  node.span = span;
  node.orderUs = span.startUs;
}

function compareFullness(a: Span, b: Span): number {
  const size = a.endUs - b.endUs || sizeOf(a) - sizeOf(b);
  if (size !== 0) return size;
  const [left, right] = [canonicalJson(a), canonicalJson(b)];
  return left === right ? 0 : left > right ? 1 : -1;
}

function sizeOf(span: Span): number {
  return Object.keys(span.attributes).length + span.events.length;
}
