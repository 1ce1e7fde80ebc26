import { cut } from '../../errors.ts';
import type { DayResult } from './day-file.ts';

/** A day as one shard has computed it. */
export interface ShardDay extends Pick<DayResult, 'by' | 'day' | 'source'> {
  readonly path: string;
  /** The whole file. */
  readonly text: string;
}

export interface MergedDays {
  /** Each day once, ascending. */
  readonly days: readonly ShardDay[];
  /** Days of which two shards say different things, and days by another version than most. */
  readonly problems: readonly string[];
}

/** What shards have computed, as one result. A day belongs to one shard, so that nothing is added up twice. */
export function mergeShards(found: readonly ShardDay[]): MergedDays {
  const days = new Map<string, ShardDay>();
  const problems: string[] = [];
  const [first] = found;
  for (const one of found) {
    const known = days.get(one.day);
    if (first !== undefined && !isSame(one, first))
      problems.push(
        `${one.path} was made by ${named(one)}, ${first.path} by ${named(first)}: merge one definition at a time`,
      );
    else if (known === undefined) days.set(one.day, one);
    else if (known.text !== one.text)
      problems.push(`${known.path} and ${one.path} say different things of ${one.day}: their traffic stores differ`);
  }
  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), problems };
}

function isSame({ by }: ShardDay, { by: other }: ShardDay): boolean {
  return by.name === other.name && by.version === other.version;
}

function named({ by }: ShardDay): string {
  return `${cut(by.name, 60)} (version ${cut(by.version, 40)})`;
}
