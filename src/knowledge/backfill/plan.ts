import { dayNumber, dayOfNumber } from '../behaviour/day-number.ts';
import type { DefinitionId } from '../behaviour/definition-id.ts';
import type { DayResult } from './day-file.ts';

/** A day of the traffic store, and what its files are: equal for equal ones. */
export interface DaySource {
  readonly day: string;
  readonly source: string;
}

/** One of several jobs that share the work, counted from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

export interface BackfillQuestion {
  readonly by: DefinitionId;
  /** First and last day, both included; null = from the beginning, to the end. */
  readonly since: string | null;
  readonly until: string | null;
  /** null = all of it. */
  readonly shard: Shard | null;
}

export interface BackfillPlan {
  readonly scan: readonly DaySource[];
  /** Days that were computed from the same files by the same version. */
  readonly done: readonly DaySource[];
  /** Days that other shards have to do. */
  readonly others: number;
  /** Days between the first and the last one on which there is no traffic. */
  readonly missing: readonly string[];
}

/** Which days are to be scanned: those of the question that nobody computed yet from these files by this version. */
export function planBackfill(
  sources: readonly DaySource[],
  found: ReadonlyMap<string, Pick<DayResult, 'by' | 'source'>>,
  { by, since, until, shard }: BackfillQuestion,
): BackfillPlan {
  const asked = sources.filter(({ day }) => (since === null || day >= since) && (until === null || day <= until));
  const own = asked.filter(({ day }) => isOwn(day, shard));
  const isDone = ({ day, source }: DaySource): boolean => {
    const known = found.get(day);
    return known?.source === source && known.by.name === by.name && known.by.version === by.version;
  };
  return {
    scan: own.filter((one) => !isDone(one)),
    done: own.filter(isDone),
    others: asked.length - own.length,
    missing: missingDays(asked),
  };
}

/** By the day alone, so that every shard says the same, whatever else it has seen. */
export function isOwn(day: string, shard: Shard | null): boolean {
  const at = dayNumber(day);
  return shard === null || at === null || at % shard.of === shard.number - 1;
}

/** A trace with a wrong clock must not make a list of decades. */
const MAX_MISSING = 1000;

function missingDays(sources: readonly DaySource[]): readonly string[] {
  const days = new Set(sources.map(({ day }) => day));
  const at = sources.flatMap(({ day }) => dayNumber(day) ?? []);
  const missing: string[] = [];
  const last = at.at(-1) ?? 0;
  for (let one = at[0] ?? 0; one < last && missing.length < MAX_MISSING; one += 1) {
    const day = dayOfNumber(one);
    if (!days.has(day)) missing.push(day);
  }
  return missing;
}
