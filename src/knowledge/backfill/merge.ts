import { cut } from '../../errors.ts';
import { isSameVersion } from '../behaviour/definition-id.ts';
import type { DayResult } from './day-file.ts';

/** A day as one shard has computed it. */
interface ShardDay extends Pick<DayResult, 'by' | 'day' | 'source'> {
  readonly path: string;
  /** The whole file. */
  readonly text: string;
}

interface MergedDays {
  /** Each day once, ascending. */
  readonly days: readonly ShardDay[];
  /** Days of which two shards say different things, and days by other versions than the first. */
  readonly problems: readonly string[];
}

/** What shards have computed, as one result. A day belongs to one shard, so that nothing is added up twice. */
export function mergeShards(found: readonly ShardDay[]): MergedDays {
  const days = new Map<string, ShardDay>();
  const problems: string[] = [];
  const [first] = found;
  for (const one of found) {
    const known = days.get(one.day);
    if (first !== undefined && !isSameVersion(one.by, first.by))
      problems.push(
        `${one.path} was made by ${named(one)}, ${first.path} by ${named(first)}: merge one definition at a time`,
      );
    else if (known === undefined) days.set(one.day, one);
    else if (known.text !== one.text)
      problems.push(`${known.path} and ${one.path} say different things of ${one.day}: their traffic stores differ`);
  }
  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), problems };
}

function named({ by: { name, version, readers, slices } }: ShardDay): string {
  const by = [version, `readers ${readers ?? 'unknown'}`, `slices ${slices ?? 'unknown'}`].map((text) => cut(text, 40));
  return `${cut(name, 60)} (version ${by.join(', ')})`;
}
