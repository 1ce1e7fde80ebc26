import type { BinCount } from '../../stats/index.ts';
import type { AttributedDrift } from '../attribution/attribute.ts';
import type { LayerFinding } from '../attribution/layers.ts';
import type { Dimension, Group } from '../behaviour/streams.ts';
import type { LedgerEntry } from '../ledger/entry.ts';

/** One dimension that shifted in one group, as incidents keep it. Days are counted since 1970-01-01. */
export interface Alarm {
  readonly dimension: string;
  /** `all`, or the kind and name of a slice or cohort. */
  readonly group: string;
  readonly alarmAt: number;
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
  /** Share of the traffic that it is about. */
  readonly weight: number;
  /** `mix`: the slices' shares changed and their rates did not. */
  readonly kind: 'rate' | 'mix';
  readonly suspects: readonly AlarmSuspect[];
  readonly layers: readonly Pick<LayerFinding, 'layer' | 'probability'>[];
}

/** `id` and `what` are null for "nothing that is listed". */
export interface AlarmSuspect {
  readonly id: string | null;
  readonly what: string | null;
  readonly probability: number;
}

interface Series {
  readonly dimension: Dimension;
  readonly group: Group;
  readonly days: readonly BinCount[];
}

/** `streams` are all that were watched, for how much of the traffic it is about. */
export function alarmOf(drift: AttributedDrift, streams: readonly Series[], entries: readonly LedgerEntry[]): Alarm {
  const { dimension, group, alarmAt, from, to, before, after, split, layers } = drift;
  return {
    ...{ dimension: dimensionName(dimension), group: groupName(group), alarmAt, from, to, before, after },
    weight: weightOf(drift, streams),
    kind: split?.kind === 'mix' ? 'mix' : 'rate',
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

export function dimensionName(dimension: Dimension): string {
  const words = dimension.kind.replaceAll('_', ' ');
  return 'tool' in dimension ? `${words} ${dimension.tool}` : words;
}

export function groupName(group: Group): string {
  return group.kind === 'all' ? 'all' : `${group.kind} ${group.name}`;
}

function weightOf({ dimension, group, from }: AttributedDrift, streams: readonly Series[]): number {
  const name = dimensionName(dimension);
  const trials = (of: string): number =>
    streams
      .filter((stream) => dimensionName(stream.dimension) === name && groupName(stream.group) === of)
      .flatMap(({ days }) => days.filter(({ at }) => at >= from))
      .reduce((sum, day) => sum + day.trials, 0);
  const all = trials('all');
  return all === 0 ? 0 : trials(groupName(group)) / all;
}
