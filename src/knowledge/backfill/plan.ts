import { dayNumber, dayOfNumber } from '../behaviour/day-number.ts';
import { type ComputedBy, isSameVersion } from '../behaviour/definition-id.ts';
import type { DayResult } from './day-file.ts';

/** A day of the traffic store, and what its files are: equal for equal ones. */
interface DaySource {
  readonly day: string;
  readonly source: string;
}

/** One of several jobs that share the work, counted from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

export interface BackfillQuestion {
  readonly by: ComputedBy;
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
    return known?.source === source && isSameVersion(known.by, by);
  };
  return {
    scan: own.filter((one) => !isDone(one)),
    done: own.filter(isDone),
    others: asked.length - own.length,
    missing: missingDays(asked),
  };
}

/** By the day alone, so that every shard says the same, whatever else it has seen. */
function isOwn(day: string, shard: Shard | null): boolean {
  const at = dayNumber(day);
  return shard === null || at === null || at % shard.of === shard.number - 1;
}

/** Days that lie further apart are no gap in one delivery: a clock was wrong, or it is another time. */
const MAX_GAP = 60;

function missingDays(sources: readonly DaySource[]): readonly string[] {
  const numbers = sources.flatMap(({ day }) => dayNumber(day) ?? []);
  return numbers.flatMap((at, index) => {
    const before = numbers[index - 1];
    if (before === undefined || at - before > MAX_GAP) return [];
    return Array.from({ length: at - before - 1 }, (_, between) => dayOfNumber(before + 1 + between));
  });
}
