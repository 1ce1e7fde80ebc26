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
}

const MAX_PROBLEMS = 20;
const MAX_UNKNOWN = 20;
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
    ...(inputs.length > 0
      ? [`${count(inputs.length, 'input')} (${formats(inputs)}): ${read.join(', ')}`]
      : [read.join(', ')]),
    ...countLines(counts),
    ...(droppedMetrics > 0 ? [`${count(droppedMetrics, 'resource')} with metrics, which are not kept`] : []),
    ...unknownLines(inputs.filter(({ format }) => format === null)),
    ...problemLines(report.problems),
    ...report.notices.map((notice) => `note: ${terminalText(notice, MAX_CHARS)}`),
  ].join('\n');
}

/** `12 otlp, 1 tau-bench`. */
function formats(inputs: readonly InputReport[]): string {
  const counts = new Map<string, number>();
  for (const { format } of inputs) counts.set(format ?? 'unknown', (counts.get(format ?? 'unknown') ?? 0) + 1);
  return [...counts].map(([name, times]) => `${number(times)} ${name}`).join(', ');
}

function unknownLines(inputs: readonly InputReport[]): string[] {
  const shown = inputs
    .slice(0, MAX_UNKNOWN)
    .map(({ path }) => `no known format: ${terminalText(path, MAX_PATH_CHARS)}`);
  const more = inputs.length - MAX_UNKNOWN;
  return more > 0 ? [...shown, `no known format: ${count(more, 'more file')}`] : shown;
}

function countLines(counts: FoldCounts): string[] {
  const { added, replaced, unchanged, repeated, trajectories, withoutTrajectory, unreadable, leftOut } = counts;
  return [
    `${count(added, 'trace or run', 'traces and runs')} added, ${number(replaced)} replaced, ${number(unchanged)} unchanged`,
    ...(repeated > 0 ? [`${count(repeated, 'finished run')} given again: of each the fullest is kept`] : []),
    `${count(trajectories, 'trajectory', 'trajectories')} written`,
    ...(withoutTrajectory > 0 ? [`${count(withoutTrajectory, 'trace')} without a trajectory, kept`] : []),
    ...(unreadable > 0 ? [`${count(unreadable, 'trace')} that the reader failed on, kept`] : []),
    ...(leftOut > 0 ? [`${count(leftOut, 'record')} left out of traces that are too large to be kept whole`] : []),
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
