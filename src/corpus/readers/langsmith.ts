import { cut } from '../../errors.ts';
import type { Json, JsonObject } from '../../trace/index.ts';
import { isJsonObject } from '../../trace/index.ts';
import { feedbackOutcomes, runSpan } from './langsmith-run.ts';
import { textOf } from './parts.ts';
import type { FileReading, Read, ReadProblem, TrajectoryReader } from './reader.ts';
import { NOTHING, unread, within } from './reader.ts';
import { type EndedSpan, readSpans } from './spans.ts';

/**
 * LangSmith's runs: a run a record, its children beside it or inside (`child_runs`). What belongs to one trace must stand
 * in one file. https://docs.langchain.com/langsmith/run-data-format
 */
export const langSmith: TrajectoryReader = {
  name: 'langsmith',
  looksLike: 'runs of LangSmith: {"id","trace_id","parent_run_id","dotted_order","run_type","inputs","outputs"}',
  detects: (record) => runsOf(record, '').length > 0,
  open: openFile,
};

interface PlacedRun {
  readonly run: JsonObject;
  readonly place: string;
}

function openFile(): FileReading {
  const traces = new Map<string, PlacedRun[]>();
  return {
    record(value, place) {
      const runs = runsOf(value, place);
      if (runs.length === 0) return unread(place, `no run of LangSmith's: ${cut(Object.keys(value).join(', '), 100)}`);
      for (const placed of runs) {
        const id = textOf(placed.run.trace_id) ?? textOf(placed.run.id) ?? '';
        const known = traces.get(id);
        if (known === undefined) traces.set(id, [placed]);
        else known.push(placed);
      }
      return NOTHING;
    },
    end() {
      const reads = [...traces.values()].map(readRuns);
      return {
        trajectories: reads.flatMap(({ trajectories }) => trajectories),
        problems: reads.flatMap(({ problems }) => problems),
      };
    },
  };
}

function readRuns(runs: readonly PlacedRun[]): Read {
  const problems: ReadProblem[] = [];
  const spans = runs.flatMap(({ run, place }): EndedSpan[] => {
    const read = runSpan(run);
    if (typeof read !== 'string') return [read];
    problems.push({ place, reason: read });
    return [];
  });
  const outcomes = runs.flatMap(({ run }) => feedbackOutcomes(run));
  const trajectories = readSpans('langsmith', spans).map((trajectory) => ({
    ...trajectory,
    outcomes: [...trajectory.outcomes, ...outcomes],
  }));
  return { trajectories, problems };
}

/** The runs that a record holds: itself and all below it, or a page of the API. None = no record of LangSmith's. */
function runsOf(record: JsonObject, place: string): readonly PlacedRun[] {
  if (Array.isArray(record.runs)) return runsIn(record.runs, within(place, 'runs'), {});
  if (textOf(record.run_type) === null || !('inputs' in record) || !('id' in record)) return [];
  const { child_runs, ...run } = record;
  const common = { trace_id: run.trace_id ?? run.id ?? null, parent_run_id: run.id ?? null };
  return [
    { run, place },
    ...(Array.isArray(child_runs) ? runsIn(child_runs, within(place, 'child_runs'), common) : []),
  ];
}

function runsIn(list: readonly Json[], path: string, common: JsonObject): readonly PlacedRun[] {
  return list.flatMap((item, index) => (isJsonObject(item) ? runsOf({ ...common, ...item }, `${path}[${index}]`) : []));
}
