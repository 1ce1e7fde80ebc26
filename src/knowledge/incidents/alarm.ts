import type { AttributedDrift } from '../attribution/attribute.ts';
import type { LayerFinding } from '../attribution/layers.ts';
import type { Group } from '../behaviour/dimensions.ts';
import type { Stream } from '../behaviour/streams.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { dimensionName, levelsOf, meanLevel } from './levels.ts';

/** One dimension that shifted in one group, as incidents keep it. Days are counted since 1970-01-01. */
export interface Alarm {
  readonly dimension: string;
  /** Of categories the one whose share shifted most; null = a rate, or a number. */
  readonly category: string | null;
  /** Whether `before` and `after` are shares, or typical numbers of the dimension. */
  readonly scale: 'share' | 'number';
  /** `all`, or the kind and name of a slice or cohort. */
  readonly group: string;
  readonly alarmAt: number;
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
  /** Share of the traffic that it is about. */
  readonly weight: number;
  /** `mix`: the slices' shares changed and their rates did not; `unsplit`: it cannot be told which. */
  readonly kind: 'rate' | 'mix' | 'unsplit';
  readonly suspects: readonly AlarmSuspect[];
  readonly layers: readonly Pick<LayerFinding, 'layer' | 'probability'>[];
}

/** `id` and `what` are null for "nothing that is listed". */
export interface AlarmSuspect {
  readonly id: string | null;
  readonly what: string | null;
  readonly probability: number;
}

/** `streams` are all that were watched, for how much of the traffic it is about. */
export function alarmOf(drift: AttributedDrift, streams: readonly Stream[], entries: readonly LedgerEntry[]): Alarm {
  const { dimension, category, group, alarmAt, from, to, before, after, split, layers } = drift;
  const measured = streams.find((stream) => dimensionName(stream.dimension) === dimensionName(dimension));
  return {
    ...{ dimension: dimensionName(dimension), category, group: groupName(group), alarmAt, from, to, before, after },
    scale: measured?.measure === 'number' ? 'number' : 'share',
    weight: weightOf(drift, streams),
    kind: kindOf(split, group),
    suspects: drift.suspects.map(({ id, probability }) => {
      const entry = entries.find((one) => one.id === id);
      return {
        id,
        what: entry === undefined ? null : `${entry.kind.replaceAll('_', ' ')}: ${entry.what}`,
        probability,
      };
    }),
    layers: layers.map(({ layer, probability }) => ({ layer, probability })),
  };
}

function kindOf(split: AttributedDrift['split'], group: Group): Alarm['kind'] {
  if (split?.kind === 'mix') return 'mix';
  return split?.kind === 'rate' || split?.kind === 'both' || group.kind === 'slice' ? 'rate' : 'unsplit';
}

export function groupName(group: Group): string {
  return group.kind === 'all' ? 'all' : `${group.kind} ${group.name}`;
}

function weightOf({ dimension, group, from }: AttributedDrift, streams: readonly Stream[]): number {
  const name = dimensionName(dimension);
  const trials = (of: string): number =>
    streams
      .filter((stream) => dimensionName(stream.dimension) === name && groupName(stream.group) === of)
      .reduce((sum, stream) => sum + meanLevel(levelsOf(stream, null).filter(({ at }) => at >= from)).count, 0);
  const all = trials('all');
  return all === 0 ? 0 : trials(groupName(group)) / all;
}
