import type {
  AttributedDrift,
  Dimension,
  Drift,
  DriftFound,
  LayerFinding,
  LedgerEntry,
  MixAndRate,
  Part,
} from '../knowledge/index.ts';
import { dayOf } from '../trace/index.ts';
import { dimensionAmount, dimensionChange, dimensionText, isNumber } from './dimension.ts';
import { terminalText } from './escape.ts';
import { count, number, percent } from './format.ts';
import { entryTitle } from './ledger.ts';

/** What was found, with what names it. Days are counted since 1970-01-01. */
export interface DriftReport extends Omit<DriftFound, 'drifts'> {
  readonly drifts: readonly AttributedDrift[];
  readonly since: number;
  readonly lastDay: number;
  /** Whole days since then on which nothing came. */
  readonly silentDays: number;
  readonly undated: number;
  readonly skewed: number;
  readonly entries: readonly LedgerEntry[];
}

const MAX_DRIFTS = 20;
/** A long weekend. */
const MAX_SILENT_DAYS = 3;
const MAX_NAME_CHARS = 60;
const US_A_DAY = 86_400_000_000;

/** For a terminal: each shift with its window and what may have caused it, the strongest first. */
export function renderDrift(report: DriftReport): string {
  const { drifts, watched, uncompared, tooThin, undated, skewed, since, lastDay, silentDays } = report;
  const shown = drifts.slice(0, MAX_DRIFTS);
  const rest = drifts.length - shown.length;
  return [
    watched === 0
      ? 'nothing could be watched: 0 streams watched'
      : `${drifts.length === 0 ? 'no shift' : count(drifts.length, 'shift')} from ${day(since)} to ${day(lastDay)}; ${count(watched, 'stream')} watched`,
    ...(watched > 0 && silentDays > MAX_SILENT_DAYS
      ? [`no traffic for ${count(silentDays, 'day')} since then: does it still come in?`]
      : []),
    ...(uncompared > 0
      ? [
          `${count(uncompared, 'stream')} had no traffic of late, or no days before it to compare with, which end 14 days back`,
        ]
      : []),
    ...(tooThin > 0 ? [`${count(tooThin, 'stream')} had too little traffic to be watched`] : []),
    ...(undated > 0 ? [`${count(undated, 'trajectory', 'trajectories')} without a time are left out`] : []),
    ...(skewed > 0 ? [skewText(skewed)] : []),
    ...shown.flatMap((drift) => ['', ...driftLines(drift, report)]),
    ...(rest > 0 ? ['', `and ${number(rest)} more, all with --json`] : []),
  ].join('\n');
}

/** Of traffic that no clock which is right can have seen. */
export function skewText(trajectories: number): string {
  return `${count(trajectories, 'trajectory', 'trajectories')} of clocks that are ahead are left out`;
}

function driftLines(drift: AttributedDrift, { entries }: DriftReport): string[] {
  const { from, to, before, after, alarmAt, suspects, split, layers } = drift;
  const began = from === to ? day(from) : `between ${day(from)} and ${day(to)}`;
  const named = suspects.map(({ id, probability }) => {
    const entry = entries.find((one) => one.id === id);
    const what = entry === undefined ? 'nothing that is listed' : entryTitle(entry);
    return `    ${percent(probability).padStart(6)}  ${what}`;
  });
  return [
    `${title(drift)}: ${dimensionAmount(drift.dimension, before)} -> ${dimensionAmount(drift.dimension, after)}`,
    `  began ${began}; alarm on ${day(alarmAt)}, as strong as comes by chance once in ${years(drift.evidence)}`,
    ...(split === null ? [] : splitLines(split, drift.dimension)),
    ...(suspects.length > 1 ? ['  what changed then:', ...named] : []),
    ...layerLines(layers),
  ];
}

const MAX_SLICES = 3;

function splitLines({ kind, mix, rate, slices }: MixAndRate, dimension: Dimension): string[] {
  const text = (difference: number): string => dimensionChange(dimension, difference);
  const part = ({ value, low, high }: Part): string => `${text(value)} (${text(low)} to ${text(high)})`;
  const what = isNumber(dimension.kind) ? 'number' : 'rate';
  const which = {
    mix: 'a change of the mix',
    rate: 'no change of the mix',
    both: 'both',
    unclear: 'too little to tell',
  };
  const moved = slices.slice(0, MAX_SLICES).map((terms) => {
    const name = terminalText(terms.slice, MAX_NAME_CHARS);
    return `    ${name}: mix ${text(terms.mix)}, ${what} ${text(terms.rate)}`;
  });
  return [`  ${which[kind]}: mix of slices ${part(mix)}, ${what}s within them ${part(rate)}`, ...moved];
}

function layerLines(layers: readonly LayerFinding[]): string[] {
  if (layers.every(({ layer }) => layer === 'unknown')) return [];
  const named = layers.map(({ layer, probability }) => `${layer.replaceAll('_', ' ')} ${percent(probability)}`);
  return [`  where it lies: ${named.join(', ')}`];
}

function title({ dimension, group, category }: Drift): string {
  const where = group.kind === 'all' ? 'all traffic' : `${group.kind} ${terminalText(group.name, MAX_NAME_CHARS)}`;
  const which = category === null ? '' : ` ${terminalText(category, MAX_NAME_CHARS)}`;
  return `${dimensionText(dimension)}${which}, ${where}`;
}

/** `evidence` counts days between false alarms of one rate. */
function years(days: number): string {
  return days > 365e6 ? 'more than a million years' : count(Math.round(days / 365), 'year');
}

function day(at: number): string {
  return dayOf(at * US_A_DAY) ?? 'an unknown day';
}
