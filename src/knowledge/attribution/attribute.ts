import type { BinCount, Random } from '../../stats/index.ts';
import type { Dimension, Group } from '../behaviour/dimensions.ts';
import type { Stream } from '../behaviour/streams.ts';
import { OTHERS } from '../behaviour/summary.ts';
import { NEW } from '../drift/category-drift.ts';
import type { Drift } from '../drift/find-drift.ts';
import { type Entry, NEGLIGIBLE, type Suspect } from '../drift/suspects.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { type MixAndRate, mixAndMean, mixAndRate } from './decompose.ts';
import { type LayerFinding, layersOf, shareOfMix } from './layers.ts';
import { sliceNumbers, sliceWindows } from './windows.ts';

/** What stands behind a shift. */
export interface Attribution {
  /** Of what the slices tell; null = the shift is one slice's own, or the slices overlap. */
  readonly split: MixAndRate | null;
  /** What changed shortly before and may have caused it: no change of the agent causes what the mix of tasks explains. */
  readonly suspects: readonly Suspect[];
  readonly layers: readonly LayerFinding[];
}

/** A shift with what stands behind it. */
export type AttributedDrift = Drift & Attribution;

/** A shift as `findDrift` tells it. */
interface Shift {
  readonly dimension: Dimension;
  readonly group: Group;
  readonly category: string | null;
  readonly alarmAt: number;
  readonly from: number;
  readonly to: number;
  readonly suspects: readonly Suspect[];
}

const US_AN_HOUR = 3_600_000_000;

/** Entries of the ledger as suspects. A model that had never been asked before is the consequence of a change, not one. */
export function ledgerSuspects(entries: readonly LedgerEntry[]): readonly Entry[] {
  return entries
    .filter(({ kind, from }) => kind !== 'model_fingerprint' || from !== null)
    .map(({ id, atUs }) => ({ id, atHours: atUs / US_AN_HOUR }));
}

/** A little more than the binomial: days differ. */
const OVERDISPERSION = 1.5;

/** `streams` are all that were watched. Slices are split over for all traffic alone. */
export function attributionOf(
  shift: Shift,
  streams: readonly Stream[],
  entries: readonly LedgerEntry[],
  random: Random,
): Attribution {
  const split = shift.group.kind === 'all' ? splitOf(shift, streams, random) : null;
  return {
    split,
    suspects: withoutMix(shift.suspects, split),
    layers: layersOf(shift.suspects, entries, split),
  };
}

/** What is listed shares what the mix leaves; the mix itself is nothing that is listed. */
function withoutMix(suspects: readonly Suspect[], split: MixAndRate | null): readonly Suspect[] {
  const left = 1 - shareOfMix(split);
  const listed = suspects
    .flatMap(({ id, probability }) => (id === null ? [] : [{ id, probability: left * probability }]))
    .filter(({ probability }) => probability >= NEGLIGIBLE);
  const unlisted = suspects.find(({ id }) => id === null)?.probability ?? 0;
  return [...listed, { id: null, probability: 1 - left * (1 - unlisted) }];
}

function splitOf(shift: Shift, streams: readonly Stream[], random: Random): MixAndRate | null {
  const key = JSON.stringify(shift.dimension);
  const own = streams.filter(({ dimension, group }) => group.kind !== 'cohort' && JSON.stringify(dimension) === key);
  const drawing = { overdispersion: OVERDISPERSION, random };
  const numbers = own.flatMap((stream) =>
    stream.measure === 'number' ? [{ slice: sliceOf(stream), days: stream.days }] : [],
  );
  if (numbers.length > 0) {
    const windows = sliceNumbers(numbers, shift);
    return windows === null ? null : mixAndMean(windows, drawing);
  }
  const shares = own.flatMap((stream) => {
    const days = sharesIn(stream, shift.category);
    return days === null ? [] : [{ slice: sliceOf(stream), days }];
  });
  const windows = sliceWindows(shares, shift);
  return windows === null ? null : mixAndRate(windows, drawing);
}

function sliceOf({ group }: Stream): string | null {
  return group.kind === 'slice' ? group.name : null;
}

/** null = it is no share, or one of categories that only a baseline knows. */
function sharesIn(stream: Stream, category: string | null): readonly BinCount[] | null {
  switch (stream.measure) {
    case 'rate':
      return stream.days;
    case 'number':
      return null;
    case 'category':
      if (category === null || category === NEW || category === OTHERS) return null;
      return stream.days.map(({ at, counts }) => {
        const trials = [...counts.values()].reduce((sum, count) => sum + count, 0);
        return { at, trials, successes: counts.get(category) ?? 0 };
      });
    default:
      return stream satisfies never;
  }
}
