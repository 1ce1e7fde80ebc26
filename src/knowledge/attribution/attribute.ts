import type { BinCount, Random } from '../../stats/index.ts';
import type { Dimension, Group } from '../behaviour/dimensions.ts';
import type { Drift } from '../drift/find-drift.ts';
import type { Entry, Suspect } from '../drift/suspects.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { type MixAndRate, mixAndRate } from './decompose.ts';
import { type LayerFinding, layersOf } from './layers.ts';
import { sliceWindows } from './windows.ts';

/** What stands behind a shift. */
export interface Attribution {
  /** Of what the slices tell; null = the shift is one slice's own, or the slices overlap. */
  readonly split: MixAndRate | null;
  readonly layers: readonly LayerFinding[];
}

/** A shift with what stands behind it. */
export type AttributedDrift = Drift & Attribution;

/** A shift of a rate, as `findDrift` tells it. */
export interface RateShift {
  readonly dimension: Dimension;
  readonly group: Group;
  readonly alarmAt: number;
  readonly from: number;
  readonly to: number;
  readonly suspects: readonly Suspect[];
}

interface RateSeries {
  readonly dimension: Dimension;
  readonly group: Group;
  readonly days: readonly BinCount[];
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

/** `streams` are all rates that were watched. Slices are split over for all traffic alone. */
export function attributionOf(
  shift: RateShift,
  streams: readonly RateSeries[],
  entries: readonly LedgerEntry[],
  random: Random,
): Attribution {
  const split = shift.group.kind === 'all' ? splitOf(shift, streams, random) : null;
  return { split, layers: layersOf(shift.suspects, entries, split) };
}

function splitOf(shift: RateShift, streams: readonly RateSeries[], random: Random): MixAndRate | null {
  const key = JSON.stringify(shift.dimension);
  const series = streams
    .filter(({ dimension, group }) => group.kind !== 'cohort' && JSON.stringify(dimension) === key)
    .map(({ group, days }) => ({ slice: group.kind === 'slice' ? group.name : null, days }));
  const windows = sliceWindows(series, shift);
  return windows === null ? null : mixAndRate(windows, { overdispersion: OVERDISPERSION, random });
}
