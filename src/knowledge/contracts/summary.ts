import type { Content } from './content.ts';
import type { Facet } from './reading.ts';

/** Trajectories in which something was seen on one day, and when. `firstId` = the first of them. */
export interface Cell {
  readonly count: number;
  /** Microseconds since the Unix epoch. */
  readonly firstUs: number;
  readonly lastUs: number;
  readonly firstId: string;
}

/** By day since 1970-01-01. */
export type Days = Map<number, Cell>;

/** All answers of a tool that are alike in every facet. */
export interface AnswerClass {
  readonly facets: readonly Facet[];
  readonly days: Days;
}

/** What became of the trajectories of one user task. */
interface TaskOutcomes {
  readonly label: string;
  readonly judged: number;
  readonly passed: number;
}

/** Answers of one class to one call, name and arguments. */
export interface CallAnswers {
  readonly days: Days;
  readonly tasks: Map<string, TaskOutcomes>;
  readonly contents: Map<string, { readonly content: Content; readonly count: number }>;
}

/** What a path of the arguments (`arguments.city`) or results (`$.items[].price`) holds. */
export interface Field {
  /** When each value was seen, as JSON; null = more of them than an enumeration would have. */
  readonly values: Map<string, Days> | null;
}

export interface ToolSummary {
  readonly classes: Map<string, AnswerClass>;
  /** Class by call. */
  readonly calls: Map<string, Map<string, CallAnswers>>;
  readonly fields: Map<string, Field>;
}

/** Of some days or shards: `merged` with others it is what one pass over all would have found. */
export interface ContractSummary {
  readonly tools: Map<string, ToolSummary>;
  /** Calls without a time: in nothing else. */
  readonly undated: number;
}

export const LIMITS = {
  tools: 500,
  classes: 200,
  /** Of a tool, and of all tools together: by the smallest hashes, so that every shard keeps the same ones. */
  calls: 2000,
  callsOfAll: 20_000,
  classesOfCall: 24,
  tasks: 16,
  contents: 16,
  fields: 200,
  /** Distinct values of an enumeration. */
  values: 12,
} as const;

export function emptyContracts(): ContractSummary {
  return { tools: new Map(), undated: 0 };
}

export function emptyTool(): ToolSummary {
  return { classes: new Map(), calls: new Map(), fields: new Map() };
}

/** Both together; neither is changed. */
export function mergedContracts(a: ContractSummary, b: ContractSummary): ContractSummary {
  const tools = mergedMaps(a.tools, b.tools, mergedTools, LIMITS.tools);
  return { tools: withinCalls(tools), undated: a.undated + b.undated };
}

/** Of all tools together the calls with the smallest hashes. What is kept of a whole is kept of each of its parts. */
export function withinCalls(tools: Map<string, ToolSummary>): Map<string, ToolSummary> {
  const hashes = [...tools.values()].flatMap(({ calls }) => [...calls.keys()]);
  const last = hashes.length <= LIMITS.callsOfAll ? undefined : hashes.sort()[LIMITS.callsOfAll - 1];
  if (last === undefined) return tools;
  return new Map(
    [...tools].map(([name, tool]) => [
      name,
      { ...tool, calls: new Map([...tool.calls].filter(([call]) => call <= last)) },
    ]),
  );
}

function mergedTools(a: ToolSummary, b: ToolSummary): ToolSummary {
  return {
    classes: mergedMaps(a.classes, b.classes, mergedClasses, LIMITS.classes),
    calls: mergedMaps(
      a.calls,
      b.calls,
      (one, other) => mergedMaps(one, other, mergedAnswers, LIMITS.classesOfCall),
      LIMITS.calls,
    ),
    fields: mergedMaps(a.fields, b.fields, mergedFields, LIMITS.fields),
  };
}

function mergedClasses(a: AnswerClass, b: AnswerClass): AnswerClass {
  return { facets: a.facets, days: mergedDays(a.days, b.days) };
}

function mergedDays(a: Days, b: Days): Days {
  return mergedMaps(a, b, mergedCells, Number.POSITIVE_INFINITY);
}

export function mergedAnswers(a: CallAnswers, b: CallAnswers): CallAnswers {
  return {
    days: mergedDays(a.days, b.days),
    tasks: mergedMaps(
      a.tasks,
      b.tasks,
      (one, other) => ({
        ...one,
        judged: one.judged + other.judged,
        passed: one.passed + other.passed,
      }),
      LIMITS.tasks,
    ),
    contents: mergedMaps(
      a.contents,
      b.contents,
      (one, other) => ({ ...one, count: one.count + other.count }),
      LIMITS.contents,
    ),
  };
}

export function mergedCells(a: Cell, b: Cell): Cell {
  const isFirst = a.firstUs < b.firstUs || (a.firstUs === b.firstUs && a.firstId <= b.firstId);
  return {
    count: a.count + b.count,
    firstUs: Math.min(a.firstUs, b.firstUs),
    lastUs: Math.max(a.lastUs, b.lastUs),
    firstId: isFirst ? a.firstId : b.firstId,
  };
}

export function mergedFields(a: Field, b: Field): Field {
  if (a.values === null || b.values === null) return { values: null };
  const values = mergedMaps(a.values, b.values, mergedDays, Number.POSITIVE_INFINITY);
  return { values: values.size > LIMITS.values ? null : values };
}

/** Of too many the smallest keys stay, whatever the order in which they came. */
function mergedMaps<Key extends string | number, Value>(
  a: ReadonlyMap<Key, Value>,
  b: ReadonlyMap<Key, Value>,
  both: (one: Value, other: Value) => Value,
  limit: number,
): Map<Key, Value> {
  const merged = new Map(a);
  for (const [key, value] of b) {
    const known = merged.get(key);
    merged.set(key, known === undefined ? value : both(known, value));
  }
  return kept(merged, limit);
}

/** The same map, where it is not too large. */
function kept<Key extends string | number, Value>(map: Map<Key, Value>, limit: number): Map<Key, Value> {
  if (map.size <= limit) return map;
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, limit));
}
