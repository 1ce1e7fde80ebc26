import { errorOf } from '../dialects/attributes.ts';
import type { SpanReading } from '../dialects/dialect.ts';
import type { ObservedTrajectory, Outcome } from '../observed.ts';
import type { LogRecord } from '../span.ts';
import { withAgentInput } from './agent-input.ts';
import { answerOfRun } from './answer.ts';
import { cohortOf } from './cohort.ts';
import type { TraceNode } from './nodes.ts';
import { evaluationsOf } from './outcomes.ts';
import { ProblemLines } from './problem-lines.ts';
import type { Run } from './runs.ts';
import { stepsOf } from './same-call.ts';
import { withAskedTools } from './tool-calls.ts';

/** One run as a trajectory. `evaluations` are those of the run that belong to none of its spans. */
export function trajectoryOf(run: Run, evaluations: readonly LogRecord[]): ObservedTrajectory {
  const { nodes } = run;
  const timed = withAgentInput(stepsOf(nodes), nodes);
  const { steps, orphanResults } = withAskedTools(timed);
  const problems = new ProblemLines();
  const outcomes = outcomesOf(run, evaluations, problems);
  for (const node of nodes) addProblems(node, problems);
  if (orphanResults > 0) problems.add('a tool result whose call is not recorded', orphanResults);
  const agents = run.topAgents.map(({ reading }) => reading?.span).filter((span) => span?.kind === 'agent');
  const understood = nodes.filter(({ reading }) => reading !== null);
  const spans = (understood.length === 0 ? nodes : understood).map(({ span }) => span);
  return {
    id: run.id,
    format: formatOf(nodes),
    conversationId: conversationOf(nodes),
    agentName: first(agents, ({ name }) => name) ?? first(nodes, (node) => node.agents[0] ?? null),
    agentVersion: first(agents, ({ version }) => version) ?? first(nodes, serviceVersion),
    userId: first(nodes, ({ reading }) => reading?.run.userId ?? null),
    attributes: cohortOf(run),
    startUs: spans.reduce((start, { startUs }) => Math.min(start, startUs), Number.POSITIVE_INFINITY),
    endUs: spans.reduce((end, { endUs }) => Math.max(end, endUs), Number.NEGATIVE_INFINITY),
    steps,
    output: answerOfRun(run, timed),
    outcomes,
    problems: problems.lines(),
  };
}

function first<T, Value>(items: readonly T[], read: (item: T) => Value | null): Value | null {
  for (const item of items) {
    const value = read(item);
    if (value !== null) return value;
  }
  return null;
}

function serviceVersion({ span }: TraceNode): string | null {
  const version = span.resource['service.version'];
  return typeof version === 'string' && version !== '' ? version : null;
}

/** The dialect of the first model call, else of the first step, else of the first agent or structure. */
function formatOf(nodes: readonly TraceNode[]): string {
  const ofKinds = (...kinds: readonly SpanReading['kind'][]): string | null =>
    first(nodes, ({ reading, dialect }) => (reading !== null && kinds.includes(reading.span.kind) ? dialect : null));
  return ofKinds('model_call') ?? ofKinds('tool_call') ?? ofKinds('agent', 'framework') ?? 'unknown';
}

/** Some frameworks write the id of the answer before into the conversation's attribute. */
function conversationOf(nodes: readonly TraceNode[]): string | null {
  const responses = new Set(
    nodes.map(({ reading }) => (reading?.span.kind === 'model_call' ? reading.span.responseId : null)),
  );
  return first(nodes, ({ reading }) => {
    const id = reading?.run.conversationId ?? null;
    return responses.has(id) ? null : id;
  });
}

function outcomesOf(run: Run, evaluations: readonly LogRecord[], problems: ProblemLines): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  const take = (found: ReturnType<typeof evaluationsOf>): void => {
    outcomes.push(...found.outcomes);
    for (const problem of found.problems) problems.add(problem);
  };
  for (const { span, logs, reading } of run.nodes) {
    if (reading !== null) outcomes.push(...reading.run.outcomes);
    if (span.events.length > 0 || logs.length > 0) take(evaluationsOf(span.events, logs));
  }
  take(evaluationsOf([], evaluations));
  for (const { span } of run.topAgents) {
    const error = span.status.code === 'error' ? errorOf(span) : null;
    if (error === null) continue;
    outcomes.push({ name: 'status', value: 'error', passed: false, source: 'status', explanation: error });
  }
  return outcomes;
}

function addProblems({ span, reading, problem }: TraceNode, problems: ProblemLines): void {
  if (problem !== null) problems.add(problem);
  if (span.endUs < span.startUs) problems.add('a span that ends before it starts, its duration left out');
  if (reading === null) problems.add(`not understood: a span of ${span.scope.name || 'no scope'} named ${span.name}`);
  else for (const line of reading.problems) problems.add(line);
}
