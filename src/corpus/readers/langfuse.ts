import { cut } from '../../errors.ts';
import type { Json, JsonObject, ObservedTrajectory, Outcome } from '../../trace/index.ts';
import { isJsonObject, textAt } from '../../trace/index.ts';
import { camelCased, observationSpan } from './langfuse-row.ts';
import { scoreOutcome } from './langfuse-score.ts';
import type { FileReading, Read, ReadProblem, TrajectoryReader } from './reader.ts';
import { NOTHING, unread, within } from './reader.ts';
import { type EndedSpan, readSpans } from './spans.ts';

/**
 * Langfuse: a trace as its page downloads it or its API gives it, pages of the API, and the rows of the blob export
 * (`observations_v2`, or `traces` and `observations`, and `scores`). What belongs to one trace must stand in one file.
 * https://langfuse.com/docs/api-and-data-platform/features/blob-storage-export-fields
 */
export const langfuse: TrajectoryReader = {
  name: 'langfuse',
  looksLike: 'rows of Langfuse: {"id","trace_id","type","start_time","input","output"}, or {"trace","observations"}',
  detects: (record) => rowsOf(record, '').length > 0,
  open: openFile,
};

interface Row {
  readonly kind: 'trace' | 'observation' | 'score';
  readonly row: JsonObject;
  readonly place: string;
}

/** What a file holds of one trace. */
interface Gathered {
  trace: JsonObject;
  readonly others: Row[];
}

function openFile(): FileReading {
  const traces = new Map<string, Gathered>();
  return {
    record(value, place) {
      const rows = rowsOf(value, place);
      if (rows.length === 0) return unread(place, `no row of Langfuse's: ${cut(Object.keys(value).join(', '), 100)}`);
      for (const row of rows) gather(traces, row);
      return NOTHING;
    },
    end() {
      const reads = [...traces.values()].map(readGathered);
      return {
        trajectories: reads.flatMap(({ trajectories }) => trajectories),
        problems: reads.flatMap(({ problems }) => problems),
      };
    },
  };
}

function gather(traces: Map<string, Gathered>, row: Row): void {
  const id = textAt(row.row, row.kind === 'trace' ? 'id' : 'traceId') ?? '';
  const gathered = traces.get(id) ?? { trace: {}, others: [] };
  traces.set(id, gathered);
  if (row.kind === 'trace') gathered.trace = row.row;
  else gathered.others.push(row);
}

function readGathered({ trace, others }: Gathered): Read {
  const problems: ReadProblem[] = [];
  const spans: EndedSpan[] = [];
  const scores: { readonly observationId: string | null; readonly outcome: Outcome }[] = [];
  for (const { kind, row, place } of others) {
    const read = kind === 'score' ? scoreOutcome(row) : observationSpan(row, trace);
    if (read === null) problems.push({ place, reason: 'a score without a name or a value' });
    else if (typeof read === 'string') problems.push({ place, reason: read });
    else if ('span' in read) spans.push(read);
    else scores.push({ observationId: textAt(row, 'observationId'), outcome: read });
  }
  if (spans.length === 0) {
    const id = textAt(trace, 'id') ?? others.map(({ row }) => textAt(row, 'traceId')).find((found) => found !== null);
    problems.push({ place: '', reason: `trace ${id ?? ''}: no observation of it stands in the same file` });
  }
  const trajectories = readSpans('langfuse', spans).map((trajectory) => {
    const sources = new Set(trajectory.steps.flatMap((step) => step.sources));
    const own = scores.filter(({ observationId }) => observationId === null || sources.has(observationId));
    return withScores(
      trajectory,
      own.map(({ outcome }) => outcome),
    );
  });
  return { trajectories, problems };
}

function withScores(trajectory: ObservedTrajectory, scores: readonly Outcome[]): ObservedTrajectory {
  return { ...trajectory, outcomes: [...trajectory.outcomes, ...scores] };
}

/** The rows that a record holds: one, a page of them, or a trace with all that belongs to it. None = no record of Langfuse's. */
function rowsOf(record: JsonObject, place: string): readonly Row[] {
  if (Array.isArray(record.data)) return rowsIn(record.data, within(place, 'data'), {});
  const row = camelCased(record);
  const kind = kindOf(row);
  if (kind === 'observation' || kind === 'score') return [{ kind, row, place }];
  const trace = isJsonObject(row.trace) ? camelCased(row.trace) : row;
  if (kindOf(trace) !== 'trace') return [];
  const { observations, scores, ...own } = trace;
  const traceId = own.id ?? '';
  // A download holds the observations twice; those beside the trace are the whole ones.
  const whole = Array.isArray(row.observations) ? row.observations : observations;
  return [
    { kind: 'trace', row: own, place },
    ...rowsIn(whole, within(place, 'observations'), { traceId }),
    ...rowsIn(scores, within(place, 'scores'), { traceId }),
  ];
}

function rowsIn(list: Json | undefined, path: string, common: JsonObject): readonly Row[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item, index): Row[] => {
    const row = isJsonObject(item) ? { ...common, ...camelCased(item) } : {};
    const kind = kindOf(row);
    return kind === null ? [] : [{ kind, row, place: `${path}[${index}]` }];
  });
}

const TYPES = /^(?:span|event|generation|agent|tool|chain|retriever|evaluator|embedding|guardrail)$/i;

function kindOf(row: JsonObject): Row['kind'] | null {
  if (textAt(row, 'traceId') === null) return 'timestamp' in row && 'id' in row && 'sessionId' in row ? 'trace' : null;
  if (TYPES.test(textAt(row, 'type') ?? '') && 'startTime' in row) return 'observation';
  return 'name' in row && 'source' in row && ('dataType' in row || 'value' in row) ? 'score' : null;
}
