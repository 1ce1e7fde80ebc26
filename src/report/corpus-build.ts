import type { ClusterModel, Draw, Merged, Rejection } from '../corpus/index.ts';
import { columns } from './columns.ts';
import { terminalText } from './escape.ts';
import { count, number, percent } from './format.ts';

/** What became of traffic on its way into a corpus. */
interface BuildReport {
  readonly out: string;
  readonly seed: string;
  /** Ascending; null = what has no time. */
  readonly days: readonly (string | null)[];
  /** Trajectories. */
  readonly traffic: number;
  /** Why trajectories make no case, and how many; taken = it is a case already, elsewhere or retired. */
  readonly rejected: ReadonlyMap<Rejection | 'taken', number>;
  readonly drawn: Draw;
  readonly merged: Merged;
  /** Cases that were drawn and could not be made. */
  readonly problems: readonly string[];
  /** Trajectories with slices beyond the limit. */
  readonly sliceless: number;
  /** Rules that took too long, with the number of trajectories. */
  readonly slow: ReadonlyMap<string, number>;
  readonly slicesVersion: string;
  /** Text clusters that were found now. */
  readonly clusters: { readonly model: ClusterModel; readonly file: string; readonly texts: number } | null;
  /** false = the file is there, and no glob under `corpus` names it. */
  readonly isRead: boolean;
}

const MAX_SLICES = 40;
const MAX_PROBLEMS = 20;
const MAX_NAME = 60;

/** Lines for a terminal or a log. `words` say why a trajectory makes no case. */
export function renderBuild(report: BuildReport, words: Readonly<Record<Rejection, string>>): string {
  const { out, seed, traffic, drawn, merged, slicesVersion } = report;
  return [
    `${terminalText(out, 200)}: ${count(merged.cases.length, 'case')} from ${count(traffic, 'trajectory', 'trajectories')}${period(report)}`,
    `seed ${terminalText(seed, 40)}, slices ${slicesVersion}: ${number(merged.added)} new, ${number(merged.again)} drawn again, ${number(merged.kept)} kept as they were, ${number(merged.dropped)} dropped`,
    ...(drawn.nearDuplicates > 0
      ? [`${count(drawn.nearDuplicates, 'near-duplicate')} left out: the newest of them stands for them`]
      : []),
    ...sliceLines(report),
    ...clusterLines(report),
    ...noteLines(report, words),
  ].join('\n');
}

function period({ days }: BuildReport): string {
  const dated = days.filter((day) => day !== null);
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? ` of ${first}` : `, ${first} to ${last}`;
}

function sliceLines({ drawn }: BuildReport): string[] {
  const total = drawn.cases.reduce((sum, { weight }) => sum + weight, 0);
  const rows = [...drawn.slices].sort((a, b) => b.traffic - a.traffic || (a.name < b.name ? -1 : 1));
  const shown = rows
    .slice(0, MAX_SLICES)
    .map(({ name, traffic, eligible, cases, weight }) => [
      terminalText(name, MAX_NAME),
      ...[number(traffic), number(eligible), number(cases), total === 0 ? '-' : percent(weight / total)],
    ]);
  if (shown.length === 0) return [];
  const table = columns([['slice', 'traffic', 'could be cases', 'drawn', 'share by weight'], ...shown], 'lr');
  const rest = rows.length > MAX_SLICES ? [`and ${count(rows.length - MAX_SLICES, 'more slice')}`] : [];
  return ['', ...table, ...rest, ''];
}

function clusterLines({ clusters }: BuildReport): string[] {
  if (clusters === null) return [];
  const { file, model, texts } = clusters;
  const names = model.clusters.map(({ name }) => terminalText(name, MAX_NAME)).join('; ');
  return [
    `${terminalText(file, 200)}: ${count(model.clusters.length, 'cluster')} of ${count(texts, 'text')} (${names}): commit it`,
  ];
}

function noteLines(report: BuildReport, words: Readonly<Record<Rejection, string>>): string[] {
  const { rejected, drawn, problems, sliceless, slow, isRead, out } = report;
  const missed = drawn.slices.filter(({ cases, wanted, eligible }) => cases < Math.min(wanted, eligible));
  const empty = drawn.slices.filter(({ cases }) => cases === 0);
  return [
    ...[...rejected].map(
      ([why, times]) => `no case: ${number(times)}: ${why === 'taken' ? 'a case already, or retired' : words[why]}`,
    ),
    ...missed.map(
      ({ name, cases }) =>
        `note: ${terminalText(name, MAX_NAME)} has ${count(cases, 'case')}: what else was drawn for it is nearly the same`,
    ),
    ...empty.map(
      ({ name }) => `note: no case stands for ${terminalText(name, MAX_NAME)}: none of its traffic can be replayed`,
    ),
    ...(drawn.rateError > 0.01
      ? [`note: the weights are up to ${percent(drawn.rateError)} off the rates of a slice`]
      : []),
    ...(sliceless > 0
      ? [
          `note: ${count(sliceless, 'trajectory', 'trajectories')} in slices beyond the limit of 500: these have no cases of their own`,
        ]
      : []),
    ...[...slow].map(
      ([rule, times]) => `note: the rule ${terminalText(rule, MAX_NAME)} took too long for ${number(times)} texts`,
    ),
    ...(isRead ? [] : [`note: no glob under corpus names ${terminalText(out, 200)}: the gate does not read it`]),
    ...problems.slice(0, MAX_PROBLEMS).map((problem) => `not made: ${terminalText(problem, 300)}`),
    ...(problems.length > MAX_PROBLEMS ? [`not made: and ${number(problems.length - MAX_PROBLEMS)} more`] : []),
  ];
}
