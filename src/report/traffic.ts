import type { TrafficSummary } from '../corpus/index.ts';
import { columns } from './columns.ts';
import { terminalText } from './escape.ts';
import { count, number, percent } from './format.ts';

const MAX_NAMES = 10;
const MAX_NAME_CHARS = 60;

/** The summary of a traffic store for a terminal; `maxDays` = the newest days that are shown each. */
export function renderTraffic(summary: TrafficSummary, waitingBytes: number, maxDays: number): string {
  const { trajectories, days, formats, models, agents, outcomes } = summary;
  const dated = days.filter(({ day }) => day !== null);
  const [first, last] = [dated[0]?.day, dated.at(-1)?.day];
  const range = first === last ? `${first}` : `${first} to ${last}`;
  return [
    `${count(trajectories, 'trajectory', 'trajectories')} on ${count(dated.length, 'day')}${dated.length > 0 ? `, ${range}` : ''}`,
    ...(waitingBytes > 0 ? [waiting(waitingBytes)] : []),
    ...(days.length > 0 ? ['', ...dayTable(summary, maxDays)] : []),
    ...names('models', models, trajectories),
    ...names('agents', agents, trajectories),
    ...names('outcomes', outcomes, trajectories),
    ...names('formats', formats, trajectories),
  ].join('\n');
}

function waiting(bytes: number): string {
  const size = bytes < 1e6 ? 'less than 1' : number(Math.ceil(bytes / 1e6));
  return `${size} MB of records wait: "pawl collect" is running, or an ingest was interrupted: run it again, or "pawl traffic compact"`;
}

function dayTable({ days }: TrafficSummary, maxDays: number): string[] {
  const shown = days.slice(-maxDays);
  const rows = shown.map((one) => [
    one.day ?? 'no time',
    number(one.trajectories),
    passRate(one.passed, one.failed),
    number(one.trajectories - one.passed - one.failed),
    (one.steps / one.trajectories).toFixed(1),
    number(one.toolErrors),
    number(one.withProblems),
  ]);
  const head = ['day', 'trajectories', 'passed', 'no outcome', 'steps each', 'tool errors', 'with problems'];
  const [titles = '', ...lines] = columns([head, ...rows], 'lr');
  const left = days.length - shown.length;
  return [titles, ...(left > 0 ? [`(${count(left, 'earlier day')} not shown)`] : []), ...lines];
}

function passRate(passed: number, failed: number): string {
  return passed + failed === 0 ? '-' : percent(passed / (passed + failed));
}

function names(title: string, counts: TrafficSummary['models'], total: number): string[] {
  if (counts.length === 0) return [];
  const shown = counts.slice(0, MAX_NAMES).map(({ name, trajectories }) => {
    return `  ${number(trajectories)} (${percent(trajectories / total)})  ${terminalText(name, MAX_NAME_CHARS)}`;
  });
  const more = counts.length - MAX_NAMES;
  return ['', title, ...shown, ...(more > 0 ? [`  and ${number(more)} more`] : [])];
}
