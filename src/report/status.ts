import type {
  BehaviourStatus,
  CategoryDimension,
  Dimension,
  Drift,
  Group,
  GroupStatus,
  MeasureStatus,
} from '../knowledge/index.ts';
import { dimensionAmount, dimensionText } from './dimension.ts';
import type { NoiseLine } from './document.ts';
import { skewText } from './drift.ts';
import { noiseLineText } from './facts.ts';
import { count, list, number, percent } from './format.ts';
import { sparkline } from './sparkline.ts';

/** How things stand, for a terminal and for the summary of a nightly run. */
export interface StatusReport {
  /** YYYY-MM-DD of the clock. */
  readonly today: string;
  /** null = no day of the traffic was scanned yet. */
  readonly behaviour: BehaviourStatus | null;
  /** null = nothing could be watched. */
  readonly alarms: readonly Drift[] | null;
  /** What history was asked, and of how many days the answer is known. */
  readonly backfills: readonly { readonly name: string; readonly days: number }[];
  readonly undated: number;
  /** Of clocks that are ahead. */
  readonly skewed: number;
  readonly waitingBytes: number;
  readonly noise: NoiseLine | null;
  /** null = not asked; a text = why it is not known. */
  readonly reservoir: { readonly cases: number; readonly full: number; readonly trials: number } | string | null;
}

/** A status as data that both renderers print: foreign names are not escaped yet. */
interface StatusParts {
  readonly lines: readonly string[];
  readonly tables: readonly StatusTable[];
}

export interface StatusTable {
  readonly title: string;
  readonly head: readonly string[];
  /** A letter a column: l or r. */
  readonly align: string;
  readonly rows: readonly (readonly string[])[];
  /** The column of sparklines; null = none. */
  readonly bars: number | null;
}

const MAX_TOOLS = 5;
const MAX_GROUPS = 20;
const MAX_SHARES = 3;
const MAX_ALARMS = 20;
const IN_GROUPS: readonly Dimension['kind'][] = ['success', 'tool_error', 'steps', 'input_tokens', 'duration', 'cost'];
const SHOWN_SHARES: readonly CategoryDimension['kind'][] = ['model', 'first_tool', 'finish_reason'];

export function statusParts(report: StatusReport): StatusParts {
  const { behaviour, alarms } = report;
  const [all, ...others] = behaviour?.groups ?? [];
  return {
    lines: headLines(report),
    tables: [
      ...(all === undefined ? [] : [measureTable(all), shareTable(all)]),
      ...(others.length === 0 ? [] : [groupTable(others)]),
      ...(alarms === null || alarms.length === 0 ? [] : [alarmTable(alarms)]),
    ].filter(({ rows }) => rows.length > 0),
  };
}

function headLines({
  today,
  behaviour,
  alarms,
  backfills,
  undated,
  skewed,
  waitingBytes,
  noise,
  reservoir,
}: StatusReport) {
  const all = behaviour?.groups[0];
  const known = backfills.map(({ name, days }) => `${name} ${count(days, 'day')}`);
  return [
    behaviour === null || all === undefined
      ? 'no day of the traffic is known yet: "pawl backfill" scans them'
      : `newest day ${behaviour.day}${behaviour.day < today ? ` (today is ${today})` : ''}: ${count(all.trajectories, 'trajectory', 'trajectories')}; ${count(behaviour.days, 'day')} known`,
    ...(alarms === null
      ? ['alarms: not known, nothing could be watched yet']
      : [alarms.length === 0 ? 'alarms: none open' : `alarms: ${number(alarms.length)} open`]),
    ...(known.length === 0 ? [] : [`backfill: ${list(known, MAX_GROUPS)}`]),
    ...(undated > 0 ? [`${count(undated, 'trajectory', 'trajectories')} without a time are in no day`] : []),
    ...(skewed > 0 ? [skewText(skewed)] : []),
    ...(waitingBytes > 0 ? ['records wait outside of the tables: "pawl traffic compact" takes them in'] : []),
    `A/A: ${noise === null ? 'not measured yet ("pawl aa")' : noiseLineText(noise)}`,
    ...(reservoir === null ? [] : [`reservoir: ${reservoirText(reservoir)}`]),
  ];
}

function reservoirText(reservoir: Exclude<StatusReport['reservoir'], null>): string {
  if (typeof reservoir === 'string') return `not known: ${reservoir}`;
  const { trials, cases, full } = reservoir;
  return `${count(trials, 'base trial')} of ${count(cases, 'case')}, ${number(full)} of them with all that are wanted`;
}

function measureTable({ measures }: GroupStatus): StatusTable {
  const tools = measures.filter(({ dimension: { kind } }) => kind === 'tool_use').slice(0, MAX_TOOLS);
  const shown = measures.filter(
    (measure) => tools.includes(measure) || !['tool_use', 'tool_failure'].includes(measure.dimension.kind),
  );
  return {
    title: 'All traffic',
    head: ['', 'last 28 days', 'newest', '95 % interval', 'usual'],
    align: 'llrrr',
    bars: 1,
    rows: shown.map((measure) => {
      const amount = (value: number | null): string =>
        value === null ? '-' : dimensionAmount(measure.dimension, value);
      const { limits, latest, usual, series, dimension } = measure;
      const interval = limits === null ? '-' : `${amount(limits.low)} to ${amount(limits.high)}`;
      return [dimensionText(dimension), sparkline(series), amount(latest), interval, amount(usual)];
    }),
  };
}

function shareTable({ shares }: GroupStatus): StatusTable {
  const shown = shares.filter(({ dimension: { kind } }) => SHOWN_SHARES.includes(kind));
  return {
    title: 'Shares on the newest day',
    head: ['', 'most frequent'],
    align: 'll',
    bars: null,
    rows: shown.map(({ dimension, shares: of }) => [
      dimensionText(dimension),
      list(
        of.map(({ name, share }) => `${name} ${percent(share)}`),
        MAX_SHARES,
      ),
    ]),
  };
}

function groupTable(groups: readonly GroupStatus[]): StatusTable {
  const kinds = IN_GROUPS.filter((kind) => groups.some(({ measures }) => measureOf(measures, kind) !== undefined));
  const shown = groups.slice(0, MAX_GROUPS);
  const rest = groups.length - shown.length;
  return {
    title: `Slices and cohorts on the newest day${rest > 0 ? ` (${number(rest)} more are not shown)` : ''}`,
    head: ['', 'trajectories', 'success, 28 days', ...kinds.map((kind) => kind.replaceAll('_', ' '))],
    align: `lrl${'r'.repeat(kinds.length)}`,
    bars: 2,
    rows: shown.map(({ group, trajectories, measures }) => [
      groupText(group),
      number(trajectories),
      sparkline(measureOf(measures, 'success')?.series ?? []),
      ...kinds.map((kind) => {
        const measure = measureOf(measures, kind);
        const latest = measure?.latest ?? null;
        return measure === undefined || latest === null ? '-' : dimensionAmount(measure.dimension, latest);
      }),
    ]),
  };
}

function measureOf(measures: readonly MeasureStatus[], kind: Dimension['kind']): MeasureStatus | undefined {
  return measures.find(({ dimension }) => dimension.kind === kind);
}

function alarmTable(alarms: readonly Drift[]): StatusTable {
  return {
    title: `Open alarms${alarms.length > MAX_ALARMS ? ` (the strongest ${MAX_ALARMS})` : ''}`,
    head: ['', 'where', 'before', 'after'],
    align: 'llrr',
    bars: null,
    rows: alarms
      .slice(0, MAX_ALARMS)
      .map(({ dimension, group, category, before, after }) => [
        `${dimensionText(dimension)}${category === null ? '' : ` ${category}`}`,
        groupText(group),
        dimensionAmount(dimension, before),
        dimensionAmount(dimension, after),
      ]),
  };
}

function groupText(group: Group): string {
  return group.kind === 'all' ? 'all traffic' : `${group.kind} ${group.name}`;
}
