import type { BackfillPlan, DefinitionId, Group, RateHistory, RateSeen } from '../knowledge/index.ts';
import { terminalText } from './escape.ts';
import { count, list, number, percent } from './format.ts';

/** What a backfill did, and what it found of a hypothesis. */
export interface BackfillReport {
  readonly by: DefinitionId;
  readonly says: string | null;
  readonly plan: BackfillPlan;
  readonly finished: boolean;
  /** Days that have a result now, and their trajectories. */
  readonly days: number;
  readonly trajectories: number;
  /** null = no hypothesis was asked. */
  readonly history: RateHistory | null;
  /** There is traffic without a time: it is in no day. */
  readonly undated: boolean;
  readonly waitingBytes: number;
}

const MAX_NAMES = 5;
const MAX_GROUPS = 30;
const MAX_NAME_CHARS = 60;
const BAR_WIDTH = 30;

/** For a terminal. */
export function renderBackfill(report: BackfillReport): string {
  const { by, says, plan, finished, days, trajectories, history } = report;
  const { scan, done, others, missing } = plan;
  const shares = [
    `${number(scan.length)} ${finished ? 'scanned' : 'to scan, ended before the last of them'}`,
    `${number(done.length)} known`,
    ...(others > 0 ? [`${number(others)} left to other shards`] : []),
  ];
  return [
    `${terminalText(by.name, MAX_NAME_CHARS)} (version ${by.version}): ${count(days, 'day')}, ${count(trajectories, 'trajectory', 'trajectories')}`,
    ...(says === null ? [] : [terminalText(says, 500)]),
    `  ${shares.join(', ')}`,
    ...(missing.length > 0
      ? [`  no traffic on ${count(missing.length, 'day')} in between: ${list(missing, MAX_NAMES)}`]
      : []),
    ...(report.undated ? ['  traffic without a time is in no day'] : []),
    ...(report.waitingBytes > 0 ? ['  records wait outside of the tables: "pawl traffic compact" takes them in'] : []),
    ...(scan.length + done.length + days === 0 ? ['there is no traffic on any day that was asked for'] : []),
    ...(history === null ? [] : historyLines(history)),
  ].join('\n');
}

function historyLines({ unit, periods, groups }: RateHistory): string[] {
  const most = Math.max(0.01, ...periods.map(({ limits }) => limits?.high ?? 0));
  const bar = ({ trials, successes }: RateSeen): string =>
    trials === 0 ? '' : '#'.repeat(Math.round((BAR_WIDTH * successes) / trials / most));
  const head = [unit === 'day' ? 'day' : 'week from', 'of', 'holds', 'rate', '95 % interval'];
  const rows = periods.map((one) => ({ cells: [one.from, ...rateCells(one)], tail: bar(one) }));
  const shown = groups.slice(0, MAX_GROUPS);
  const inGroups = shown.map((one) => ({ cells: [groupName(one.group), ...rateCells(one)], tail: '' }));
  const rest = groups.length - shown.length;
  return [
    '',
    ...table(head, rows),
    '',
    ...table(['in all of the time', ...head.slice(1)], inGroups),
    ...(rest > 0 ? [`and ${count(rest, 'more group')}, all with --json`] : []),
  ];
}

function rateCells({ trials, successes, limits }: RateSeen): string[] {
  const interval = limits === null ? '-' : `${percent(limits.low)} to ${percent(limits.high)}`;
  return [number(trials), number(successes), trials === 0 ? '-' : percent(successes / trials), interval];
}

function groupName(group: Group): string {
  return group.kind === 'all' ? 'all traffic' : `${group.kind} ${terminalText(group.name, MAX_NAME_CHARS)}`;
}

function table(head: readonly string[], rows: readonly { readonly cells: readonly string[]; readonly tail: string }[]) {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map(({ cells }) => cells[at]?.length ?? 0)));
  const line = (cells: readonly string[], tail: string): string =>
    [...cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))), tail]
      .join('  ')
      .trimEnd();
  return [line(head, ''), ...rows.map(({ cells, tail }) => line(cells, tail))];
}
