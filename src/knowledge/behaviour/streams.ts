import type { BinCount, LocationBin } from '../../stats/index.ts';
import { dayNumber } from './day-number.ts';
import {
  CATEGORIES,
  type CategoryDimension,
  type Dimension,
  type Group,
  groupKey,
  NUMBERS,
  type NumberDimension,
  RATES,
  type RateDimension,
} from './dimensions.ts';
import { locationOf } from './location.ts';
import type { Summaries } from './summaries.ts';
import { increment, type Summary } from './summary.ts';

/** What is watched: one dimension of behaviour in one slice or cohort of the traffic, day by day. */
export type Stream = RateStream | NumberStream | CategoryStream;

interface Watched<Kind extends Dimension> {
  readonly dimension: Kind;
  readonly group: Group;
}

/** Days ascend; `at` = days since 1970-01-01, UTC. */
export interface RateStream extends Watched<RateDimension> {
  readonly measure: 'rate';
  readonly days: readonly BinCount[];
}

export interface NumberStream extends Watched<NumberDimension> {
  readonly measure: 'number';
  readonly days: readonly LocationBin[];
}

export interface CategoryStream extends Watched<CategoryDimension> {
  readonly measure: 'category';
  readonly days: readonly CategoryBin[];
}

export interface CategoryBin {
  readonly at: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** One day's summaries. */
export interface SummarisedDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly summaries: Summaries;
}

/** Traffic can name anything a tool: the most used ones are watched. */
const MAX_TOOLS = 200;
/** Shapes are watched of so many tools. */
const MAX_SHAPED_TOOLS = 20;

/** The days' summaries as streams: each group with each dimension that it has. Days ascend. */
export function streamsOf(days: readonly SummarisedDay[]): readonly Stream[] {
  const groups = new Map<string, { readonly group: Group; readonly days: Day[] }>();
  for (const { day, summaries } of days) {
    const at = dayNumber(day);
    if (at === null) continue;
    for (const { group, summary } of summaries.list()) {
      const known = groups.get(groupKey(group)) ?? { group, days: [] };
      known.days.push({ at, summary });
      groups.set(groupKey(group), known);
    }
  }
  return [...groups.values()].flatMap(({ group, days: of }) => groupStreams(group, of));
}

interface Day {
  readonly at: number;
  readonly summary: Summary;
}

function groupStreams(group: Group, days: readonly Day[]): Stream[] {
  const tools = mostUsed(days);
  return [
    ...RATES.map((kind) => rateStream({ kind }, group, days, ({ rates }) => rates.get(kind) ?? NO_RATE)),
    ...tools.slice(0, MAX_TOOLS).flatMap((tool) => toolStreams(tool, group, days)),
    ...NUMBERS.map((kind) => numberStream({ kind }, group, days)),
    ...CATEGORIES.map((kind) => categoryStream({ kind }, kind, group, days)),
    ...tools
      .slice(0, MAX_SHAPED_TOOLS)
      .flatMap((tool) =>
        (['arguments_shape', 'result_shape'] as const).map((kind) =>
          categoryStream({ kind, tool }, `${kind} ${tool}`, group, days),
        ),
      ),
  ].filter(({ days: { length } }) => length > 0);
}

const NO_RATE = { trials: 0, successes: 0 };

function rateStream(
  dimension: RateDimension,
  group: Group,
  days: readonly Day[],
  of: (summary: Summary) => { readonly trials: number; readonly successes: number },
): RateStream {
  const bins = days.map(({ at, summary }) => ({ at, ...of(summary) }));
  return { measure: 'rate', dimension, group, days: bins.some(({ trials }) => trials > 0) ? bins : [] };
}

function toolStreams(tool: string, group: Group, days: readonly Day[]): RateStream[] {
  const used = (summary: Summary): number => summary.categories.get('tool')?.get(tool) ?? 0;
  const failed = (summary: Summary): number => summary.categories.get('failed_tool')?.get(tool) ?? 0;
  return [
    rateStream({ kind: 'tool_use', tool }, group, days, (summary) => ({
      trials: summary.trajectories,
      successes: used(summary),
    })),
    rateStream({ kind: 'tool_failure', tool }, group, days, (summary) => ({
      trials: used(summary),
      successes: failed(summary),
    })),
  ];
}

function numberStream(dimension: NumberDimension, group: Group, days: readonly Day[]): NumberStream {
  const bins = days.flatMap(({ at, summary }) => {
    const sketch = summary.numbers.get(dimension.kind)?.sketch;
    const location = sketch === undefined ? null : locationOf(sketch);
    return location === null ? [] : [{ at, ...location }];
  });
  return { measure: 'number', dimension, group, days: bins };
}

function categoryStream(
  dimension: CategoryDimension,
  name: string,
  group: Group,
  days: readonly Day[],
): CategoryStream {
  const bins = days.flatMap(({ at, summary }) => {
    const counts = summary.categories.get(name);
    return counts === undefined ? [] : [{ at, counts }];
  });
  return { measure: 'category', dimension, group, days: bins };
}

function mostUsed(days: readonly Day[]): readonly string[] {
  const used = new Map<string, number>();
  for (const { summary } of days)
    for (const [tool, count] of summary.categories.get('tool') ?? []) increment(used, tool, count);
  return [...used].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([tool]) => tool);
}
