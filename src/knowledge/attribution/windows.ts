import type { BinCount } from '../../stats/index.ts';
import type { SliceCounts } from './decompose.ts';

/** A rate of one slice, or of all traffic (null), day by day. */
export interface SliceSeries {
  readonly slice: string | null;
  readonly days: readonly BinCount[];
}

const BEFORE_DAYS = 28;
/** Trajectories may be in two slices: such slices are no parts of a whole. A few are borne. */
const MAX_OVERLAP = 0.02;
const REST = '(in no slice)';

/**
 * Counts by slice of the 28 days before a shift and of the days from its window's end to the alarm. null = there are no
 * slices, or they overlap, so that nothing can be split over them.
 */
export function sliceWindows(
  series: readonly SliceSeries[],
  { from, to, alarmAt }: { readonly from: number; readonly to: number; readonly alarmAt: number },
): readonly SliceCounts[] | null {
  const all = series.find(({ slice }) => slice === null);
  const parts = series.filter(({ slice }) => slice !== null);
  if (all === undefined || parts.length === 0) return null;
  const sides = ({ days }: SliceSeries) => ({
    before: within(days, from - BEFORE_DAYS, from - 1),
    after: within(days, Math.min(to, alarmAt), alarmAt),
  });
  const counted = parts.map((part) => ({ slice: part.slice ?? REST, ...sides(part) }));
  const whole = sides(all);
  const rest = (side: 'before' | 'after') => {
    const sum = (of: 'size' | 'successes'): number => counted.reduce((total, part) => total + part[side][of], 0);
    return { size: whole[side].size - sum('size'), successes: whole[side].successes - sum('successes') };
  };
  const [before, after] = [rest('before'), rest('after')];
  const overlaps = (['before', 'after'] as const).some((side) => -rest(side).size > MAX_OVERLAP * whole[side].size);
  if (overlaps) return null;
  const hasRest =
    before.size + after.size > 0 && [before, after].every((side) => side.successes >= 0 && side.successes <= side.size);
  return hasRest ? [...counted, { slice: REST, before, after }] : counted;
}

function within(days: readonly BinCount[], from: number, to: number): { size: number; successes: number } {
  const inside = days.filter(({ at }) => at >= from && at <= to);
  return {
    size: inside.reduce((sum, { trials }) => sum + trials, 0),
    successes: inside.reduce((sum, { successes }) => sum + successes, 0),
  };
}
