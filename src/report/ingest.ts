import type { FoldCounts } from '../corpus/index.ts';
import type { OtlpProblem } from '../trace/index.ts';
import { terminalText } from './escape.ts';
import { count, number } from './format.ts';

/** What became of inputs on their way into the traffic store. */
export interface IngestReport {
  readonly inputs: readonly InputReport[];
  readonly spans: number;
  readonly logs: number;
  readonly runs: number;
  readonly counts: FoldCounts;
  /** What was not understood, not kept, or repaired on the way. */
  readonly problems: readonly OtlpProblem[];
  /** What an earlier run had left behind. */
  readonly notices: readonly string[];
  readonly droppedMetrics: number;
}

export interface InputReport {
  readonly path: string;
  /** null = not known: nothing of it was read. */
  readonly format: string | null;
  readonly records: number;
}

const MAX_PROBLEMS = 20;
const MAX_CHARS = 300;
const MAX_PATH_CHARS = 200;

/** Lines for a terminal or a log. */
export function renderIngest(report: IngestReport): string {
  const { inputs, spans, logs, runs, counts, droppedMetrics } = report;
  const read = [
    count(spans, 'span'),
    ...(logs > 0 ? [count(logs, 'log record')] : []),
    ...(runs > 0 ? [count(runs, 'finished run')] : []),
  ];
  return [
    ...(inputs.length > 0 ? [`${count(inputs.length, 'input')}: ${read.join(', ')}`] : [read.join(', ')]),
    ...countLines(counts),
    ...(droppedMetrics > 0 ? [`${count(droppedMetrics, 'resource')} with metrics, which are not kept`] : []),
    ...inputs
      .filter(({ format }) => format === null)
      .map(({ path }) => `no known format: ${terminalText(path, MAX_PATH_CHARS)}`),
    ...problemLines(report.problems),
    ...report.notices.map((notice) => `note: ${terminalText(notice, MAX_CHARS)}`),
  ].join('\n');
}

function countLines(counts: FoldCounts): string[] {
  const { added, replaced, unchanged, trajectories, withoutTrajectory, unreadable } = counts;
  return [
    `${count(added, 'trace or run', 'traces and runs')} added, ${number(replaced)} replaced, ${number(unchanged)} unchanged`,
    `${count(trajectories, 'trajectory', 'trajectories')} written`,
    ...(withoutTrajectory > 0 ? [`${count(withoutTrajectory, 'trace')} without a trajectory, kept`] : []),
    ...(unreadable > 0 ? [`${count(unreadable, 'trace')} that the reader failed on, kept`] : []),
  ];
}

function problemLines(problems: readonly OtlpProblem[]): string[] {
  if (problems.length === 0) return [];
  const sorted = problems.toSorted((a, b) => b.count - a.count);
  const shown = sorted
    .slice(0, MAX_PROBLEMS)
    .flatMap(({ reason, count: times, examples }) => [
      `  ${number(times)} × ${terminalText(reason, MAX_CHARS)}`,
      ...examples.slice(0, 2).map((example) => `      ${terminalText(example, MAX_CHARS)}`),
    ]);
  const more = sorted.length - MAX_PROBLEMS;
  return ['not understood or repaired:', ...shown, ...(more > 0 ? [`  and ${number(more)} more kinds`] : [])];
}
