import { type GroupCounts, kitagawa, normalQuantile, type Random } from '../../stats/index.ts';
import { poisson } from './poisson.ts';

/** One slice before and after: trajectories, and those of them with the property. */
export interface SliceCounts extends GroupCounts {
  readonly slice: string;
}

/** One slice before and after: how many numbers, and where they lie on the scale of logarithms, with the variance of that. */
export interface SliceNumbers {
  readonly slice: string;
  readonly before: NumbersSeen;
  readonly after: NumbersSeen;
}

interface NumbersSeen {
  readonly size: number;
  readonly mean: number;
  readonly variance: number;
}

/** A part of a difference with its interval; of numbers both are logarithms of a factor. */
export interface Part {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A difference of two rates or typical numbers, in what shifted between slices and what changed within them. */
export interface MixAndRate {
  /** `unclear` = neither part is told from chance. */
  readonly kind: 'mix' | 'rate' | 'both' | 'unclear';
  readonly difference: number;
  readonly mix: Part;
  readonly rate: Part;
  /** The slices that carry most of it, the largest first. */
  readonly slices: readonly { readonly slice: string; readonly mix: number; readonly rate: number }[];
  /** Slices that were not there before, and those that are no more: they are mix. */
  readonly fresh: readonly string[];
  readonly gone: readonly string[];
}

const REPLICATES = 400;
const TAIL = 0.025;
/** A part this small beside the other one is not worth a word, be it told from chance. */
const MINOR = 0.2;

interface Drawing {
  readonly overdispersion: number;
  readonly random: Random;
}

/**
 * Kitagawa's decomposition with 95 % intervals from resampled conversations: each count is drawn anew as Poisson, `overdispersion`
 * times as variable. The slices must not overlap. null = one side is empty.
 */
export function mixAndRate(slices: readonly SliceCounts[], { overdispersion, random }: Drawing): MixAndRate | null {
  return splitOver(slices, () => slices.map((slice) => redrawn(slice, overdispersion, random)));
}

/** The same of typical numbers: sizes are drawn anew as counts are, means as normal ones. */
export function mixAndMean(slices: readonly SliceNumbers[], { overdispersion, random }: Drawing): MixAndRate | null {
  const seen = ({ size, mean }: NumbersSeen): SliceCounts['before'] => ({ size, successes: size * mean });
  const drawn = ({ size, mean, variance }: NumbersSeen): SliceCounts['before'] => {
    const z = normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
    const count = overdispersion * poisson(size / overdispersion, random);
    return { size: count, successes: count * (mean + Math.sqrt(overdispersion * variance) * z) };
  };
  const sides = ({ slice, before, after }: SliceNumbers, of: typeof seen): SliceCounts => {
    return { slice, before: of(before), after: of(after) };
  };
  return splitOver(
    slices.map((slice) => sides(slice, seen)),
    () => slices.map((slice) => sides(slice, drawn)),
  );
}

function splitOver(slices: readonly SliceCounts[], redraw: () => readonly SliceCounts[]): MixAndRate | null {
  const found = kitagawa(slices);
  if (found === null) return null;
  const draws = Array.from({ length: REPLICATES }, () => kitagawa(redraw())).flatMap((draw) =>
    draw === null ? [] : [sums(draw.groups)],
  );
  const total = sums(found.groups);
  const mix = partOf(
    total.mix,
    draws.map((draw) => draw.mix),
  );
  const rate = partOf(
    total.rate,
    draws.map((draw) => draw.rate),
  );
  return {
    kind: kindOf(mix, rate),
    difference: found.difference,
    ...{ mix, rate },
    slices: found.groups
      .map((terms, index) => ({ slice: slices[index]?.slice ?? '', ...terms }))
      .sort((a, b) => Math.abs(b.mix) + Math.abs(b.rate) - Math.abs(a.mix) - Math.abs(a.rate)),
    fresh: slices.filter(({ before, after }) => before.size === 0 && after.size > 0).map(({ slice }) => slice),
    gone: slices.filter(({ before, after }) => before.size > 0 && after.size === 0).map(({ slice }) => slice),
  };
}

function kindOf(mix: Part, rate: Part): MixAndRate['kind'] {
  const isTold = ({ low, high }: Part): boolean => low > 0 || high < 0;
  const isMinor = (part: Part, beside: Part): boolean => Math.abs(part.value) < MINOR * Math.abs(beside.value);
  const [hasMix, hasRate] = [isTold(mix) && !isMinor(mix, rate), isTold(rate) && !isMinor(rate, mix)];
  if (hasMix && hasRate) return 'both';
  if (hasMix) return 'mix';
  return hasRate ? 'rate' : 'unclear';
}

function redrawn({ slice, before, after }: SliceCounts, overdispersion: number, random: Random): SliceCounts {
  const side = ({ size, successes }: SliceCounts['before']): SliceCounts['before'] => {
    const [passed, failed] = [successes, size - successes].map(
      (count) => overdispersion * poisson(count / overdispersion, random),
    );
    return { size: (passed ?? 0) + (failed ?? 0), successes: passed ?? 0 };
  };
  return { slice, before: side(before), after: side(after) };
}

function sums(groups: readonly { readonly mix: number; readonly rate: number }[]): { mix: number; rate: number } {
  return {
    mix: groups.reduce((sum, group) => sum + group.mix, 0),
    rate: groups.reduce((sum, group) => sum + group.rate, 0),
  };
}

function partOf(value: number, draws: readonly number[]): Part {
  const sorted = draws.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? value;
  return { value, low: at(TAIL), high: at(1 - TAIL) };
}
