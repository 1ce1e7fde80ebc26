import { DIALECTS } from '../dialects/index.ts';
import type { ObservedTrajectory } from '../observed.ts';
import type { LogRecord, Span } from '../span.ts';
import { readNodes } from './nodes.ts';
import { isEvaluation } from './outcomes.ts';
import { type Run, runsOf } from './runs.ts';
import { trajectoryOf } from './trajectory-of.ts';
import { linkNodes } from './tree.ts';

/**
 * Reads spans and log records as what agents did. Takes them in any order, of one trace or of several, also with parents
 * missing, in circles, twice, or one call told by several spans; gives each trace's runs in order of their start. A
 * trajectory's id is that of its trace, followed by the id of its first span where the trace holds several runs. A trace
 * in which nothing was understood gives a trajectory without steps, whose problems say so. Never throws. Time and memory
 * are linear, but for sorting.
 */
export function readTrace(spans: readonly Span[], logs: readonly LogRecord[]): readonly ObservedTrajectory[] {
  const all = logs.length === 0 ? spans : [...spans, ...spansOfLogs(spans, logs)];
  const logsByTrace = Map.groupBy(logs, ({ traceId }) => traceId);
  return [...Map.groupBy(all, ({ traceId }) => traceId)]
    .flatMap(([traceId, own]) => readOne(traceId, own, logsByTrace.get(traceId) ?? []))
    .sort((a, b) => (a.startUs ?? 0) - (b.startUs ?? 0) || (a.id < b.id ? -1 : 1));
}

function spansOfLogs(spans: readonly Span[], logs: readonly LogRecord[]): readonly Span[] {
  const known = new Set(spans.map(({ spanId }) => spanId));
  return DIALECTS.flatMap((dialect) => dialect.spansOf?.(logs, known) ?? []);
}

function readOne(traceId: string, spans: readonly Span[], logs: readonly LogRecord[]): readonly ObservedTrajectory[] {
  const runs = runsOf(traceId, linkNodes(readNodes(spans, logs)));
  const strays = strayEvaluations(runs, logs);
  return runs.map((run) => trajectoryOf(run, strays.get(run) ?? []));
}

/**
 * Evaluations that belong to no recorded span: to the only run there is, or to the run of the answer that they name. What
 * fits to none goes to the first run, where it counts as a problem.
 */
function strayEvaluations(runs: readonly Run[], logs: readonly LogRecord[]): ReadonlyMap<Run, readonly LogRecord[]> {
  const evaluations = logs.filter(isEvaluation);
  const [first] = runs;
  if (evaluations.length === 0 || first === undefined) return new Map();
  const spanIds = new Set<string>();
  const byResponse = new Map<string, Run>();
  for (const run of runs) {
    for (const { span, reading } of run.nodes) {
      spanIds.add(span.spanId);
      const id = reading?.span.kind === 'model_call' ? reading.span.responseId : null;
      if (id !== null) byResponse.set(id, run);
    }
  }
  const strays = evaluations.filter(({ spanId }) => spanId === null || !spanIds.has(spanId));
  return Map.groupBy(strays, ({ attributes }) => byResponse.get(String(attributes['gen_ai.response.id'])) ?? first);
}
