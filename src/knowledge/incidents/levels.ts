import type { Dimension } from '../behaviour/dimensions.ts';
import type { Stream } from '../behaviour/streams.ts';

/** What one day says of a stream: how much, and the share or the typical number. */
export interface Level {
  readonly at: number;
  readonly count: number;
  readonly value: number;
}

/** Of categories one is followed; null where none is, or where it stands for many. */
export function levelsOf(stream: Stream, category: string | null): readonly Level[] {
  switch (stream.measure) {
    case 'rate':
      return stream.days.map(({ at, trials, successes }) => ({ at, count: trials, value: ratio(successes, trials) }));
    case 'number':
      return stream.days.map(({ at, count, location }) => ({ at, count, value: Math.exp(location) }));
    case 'category':
      return stream.days.map(({ at, counts }) => {
        const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
        return { at, count: all, value: ratio(category === null ? 0 : (counts.get(category) ?? 0), all) };
      });
    default:
      return stream satisfies never;
  }
}

/** Over some days, each by how much it holds. */
export function meanLevel(levels: readonly Level[]): Pick<Level, 'count' | 'value'> {
  const count = levels.reduce((sum, level) => sum + level.count, 0);
  return {
    count,
    value: ratio(
      levels.reduce((sum, level) => sum + level.count * level.value, 0),
      count,
    ),
  };
}

/** The stream's name in an incident: of a tool with the tool. */
export function dimensionName(dimension: Dimension): string {
  const words = dimension.kind.replaceAll('_', ' ');
  return 'tool' in dimension ? `${words} ${dimension.tool}` : words;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
