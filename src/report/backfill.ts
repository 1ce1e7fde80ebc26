import type {
  BackfillPlan,
  ComputedBy,
  Group,
  GroupHistory,
  Period,
  RateHistory,
  RateSeen,
} from '../knowledge/index.ts';
import { columns } from './columns.ts';
import { skewText } from './drift.ts';
import { terminalText } from './escape.ts';
import { count, list, number, percent } from './format.ts';
import { sparkline } from './sparkline.ts';

/** What a backfill did, and what it found of a hypothesis. */
interface BackfillReport {
  readonly by: ComputedBy;
  readonly says: string | null;
  readonly plan: BackfillPlan;
  readonly finished: boolean;
  /** Days that have a result now, and their trajectories. */
  readonly days: number;
  readonly trajectories: number;
  /** null = no hypothesis was asked. */
  readonly rates: RateHistory | null;
  /** There is traffic without a time: it is in no day. */
  readonly undated: boolean;
  /** Trajectories of clocks that are ahead: they are in no rate over time. */
  readonly skewed: number;
  readonly waitingBytes: number;
}

const MAX_NAMES = 5;
const MAX_GROUPS = 30;
const MAX_NAME_CHARS = 60;
const BAR_WIDTH = 30;
/** A name, numbers, and a bar or a curve. */
const ALIGN = 'lrrrrl';

/** For a terminal. */
export function renderBackfill(report: BackfillReport): string {
  const { by, says, plan, finished, days, trajectories, rates } = report;
  const { scan, done, others, missing } = plan;
  const shares = [
    `${number(scan.length)} ${finished ? 'scanned' : 'to scan, ended before the last of them'}`,
    `${number(done.length)} known`,
    ...(others > 0 ? [`${number(others)} left to other shards`] : []),
  ];
  return [
    `${terminalText(by.name, MAX_NAME_CHARS)} (${versions(by)}): ${count(days, 'day')}, ${count(trajectories, 'trajectory', 'trajectories')}`,
    ...(says === null ? [] : [terminalText(says, 500)]),
    `  ${shares.join(', ')}`,
    ...(missing.length > 0
      ? [`  no traffic on ${count(missing.length, 'day')} in between: ${list(missing, MAX_NAMES)}`]
      : []),
    ...(report.skewed > 0 ? [`  ${skewText(report.skewed)}${rates === null ? ' by drift and status' : ''}`] : []),
    ...(report.undated ? ['  traffic without a time is in no day'] : []),
    ...(report.waitingBytes > 0 ? ['  records wait outside of the tables: "pawl traffic compact" takes them in'] : []),
    ...(scan.length + done.length + days === 0 ? ['there is no traffic on any day that was asked for'] : []),
    ...(rates === null ? [] : historyLines(rates)),
  ].join('\n');
}

/** What computed it, and by which readers and slices it saw the traffic. */
function versions({ version, readers, slices }: ComputedBy): string {
  return `version ${version}, readers ${readers}, slices ${slices}`;
}

function historyLines({ unit, groups, reasons }: RateHistory): string[] {
  const all = groups.find(({ group }) => group.kind === 'all');
  const periods = all?.periods ?? [];
  const most = Math.max(0.01, ...periods.map(({ limits }) => limits?.high ?? 0));
  const bar = ({ trials, successes }: RateSeen): string =>
    trials === 0 ? '' : '#'.repeat(Math.round((BAR_WIDTH * successes) / trials / most));
  const head = [unit === 'day' ? 'day' : 'week from', 'of', 'holds', 'rate', '95 % interval'];
  const rows = periods.map((one) => [one.from, ...rateCells(one), bar(one)]);
  const shown = groups.slice(0, MAX_GROUPS);
  const inGroups = shown.map((one) => [groupName(one.group), ...rateCells(one), curve(one, periods)]);
  const rest = groups.length - shown.length;
  return [
    '',
    ...columns([head, ...rows], ALIGN),
    '',
    ...columns([['in all of the time', ...head.slice(1)], ...inGroups], ALIGN),
    ...(rest > 0 ? [`and ${count(rest, 'more group')}, all with --json`] : []),
    ...(all === undefined ? [] : noiseLines(all)),
    ...undeterminedLines(all?.undetermined ?? 0, reasons),
  ];
}

/** How the rate went, over the periods of all traffic: a group may be in few of them. */
function curve({ periods }: GroupHistory, all: readonly Period[]): string {
  const rates = new Map(periods.map(({ from, trials, successes }) => [from, trials === 0 ? null : successes / trials]));
  return sparkline(all.map(({ from }) => rates.get(from) ?? null));
}

/** Days that vary but little more than by chance widen no interval that anybody sees. */
const NOTED_OVERDISPERSION = 1.05;

function noiseLines({ overdispersion }: GroupHistory): string[] {
  if (overdispersion < NOTED_OVERDISPERSION) return [];
  return [`days vary ${overdispersion.toFixed(1)} times as much as by chance alone, which the intervals count with`];
}

const MAX_REASONS = 3;
const MAX_REASON_CHARS = 120;

function undeterminedLines(undetermined: number, reasons: RateHistory['reasons']): string[] {
  if (undetermined === 0) return [];
  const shown = reasons.slice(0, MAX_REASONS).map(({ reason, trajectories }) => {
    return `${terminalText(reason, MAX_REASON_CHARS)} (${number(trajectories)})`;
  });
  const rest = reasons.length - shown.length;
  const why = [...shown, ...(rest > 0 ? [count(rest, 'more reason')] : [])].join('; ');
  return [`not determined, and in no rate: ${count(undetermined, 'trajectory', 'trajectories')}: ${why}`];
}

function rateCells({ trials, successes, limits }: RateSeen): string[] {
  const interval = limits === null ? '-' : `${percent(limits.low)} to ${percent(limits.high)}`;
  return [number(trials), number(successes), trials === 0 ? '-' : percent(successes / trials), interval];
}

function groupName(group: Group): string {
  return group.kind === 'all' ? 'all traffic' : `${group.kind} ${terminalText(group.name, MAX_NAME_CHARS)}`;
}
