import type { BinCount, LocationBin } from '../../stats/index.ts';
import type { SliceCounts, SliceNumbers } from './decompose.ts';

/** A rate (or a number) of one slice, or of all traffic (null), day by day. */
interface SliceSeries<Day = BinCount> {
  readonly slice: string | null;
  readonly days: readonly Day[];
}

/** Days since 1970-01-01: the window in which a shift began, and its alarm. */
interface ShiftPlace {
  readonly from: number;
  readonly to: number;
  readonly alarmAt: number;
}

const BEFORE_DAYS = 28;
/** Trajectories may be in two slices: such slices are no parts of a whole. A few are borne. */
const MAX_OVERLAP = 0.02;
const REST = '(in no slice)';

/**
 * Counts by slice of the 28 days before a shift and of the days from its window's end to the alarm. null = there are no
 * slices, or they overlap, so that nothing can be split over them.
 */
export function sliceWindows(series: readonly SliceSeries[], place: ShiftPlace): readonly SliceCounts[] | null {
  const all = series.find(({ slice }) => slice === null);
  const parts = series.filter(({ slice }) => slice !== null);
  if (all === undefined || parts.length === 0) return null;
  const sides = ({ days }: SliceSeries) => onBothSides(days, place, countsOf);
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

/** The same of numbers. What is in no slice cannot be told from the rest of them: null where that is more than a few. */
export function sliceNumbers(
  series: readonly SliceSeries<LocationBin>[],
  place: ShiftPlace,
): readonly SliceNumbers[] | null {
  const all = series.find(({ slice }) => slice === null);
  const parts = series.flatMap(({ slice, days }) =>
    slice === null ? [] : [{ slice, ...onBothSides(days, place, numbersOf) }],
  );
  if (all === undefined || parts.length === 0) return null;
  const whole = onBothSides(all.days, place, numbersOf);
  const misses = (['before', 'after'] as const).some((side) => {
    const sum = parts.reduce((total, part) => total + part[side].size, 0);
    return Math.abs(whole[side].size - sum) > MAX_OVERLAP * whole[side].size;
  });
  return misses ? null : parts;
}

function onBothSides<Day extends { readonly at: number }, Seen>(
  days: readonly Day[],
  { from, to, alarmAt }: ShiftPlace,
  seen: (days: readonly Day[]) => Seen,
): { readonly before: Seen; readonly after: Seen } {
  const within = (first: number, last: number): Seen => seen(days.filter(({ at }) => at >= first && at <= last));
  return { before: within(from - BEFORE_DAYS, from - 1), after: within(Math.min(to, alarmAt), alarmAt) };
}

function countsOf(days: readonly BinCount[]): SliceCounts['before'] {
  return {
    size: days.reduce((sum, { trials }) => sum + trials, 0),
    successes: days.reduce((sum, { successes }) => sum + successes, 0),
  };
}

function numbersOf(days: readonly LocationBin[]): SliceNumbers['before'] {
  const size = days.reduce((sum, { count }) => sum + count, 0);
  if (size === 0) return { size, mean: 0, variance: 0 };
  return {
    size,
    mean: days.reduce((sum, { count, location }) => sum + count * location, 0) / size,
    variance: days.reduce((sum, { count, variance }) => sum + count ** 2 * variance, 0) / size ** 2,
  };
}
