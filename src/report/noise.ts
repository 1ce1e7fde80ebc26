import picocolors from 'picocolors';
import type { Flakes, SlicePower, Unmeasured } from '../compare/index.ts';
import { columns } from './columns.ts';
import type { NoiseLine } from './document.ts';
import { terminalText } from './escape.ts';
import { noiseLineText } from './facts.ts';
import { count, list, number, percent } from './format.ts';
import type { TerminalOptions } from './terminal.ts';

/** What `pawl aa` measured: base against base. */
export interface NoiseReport {
  readonly line: NoiseLine;
  readonly inconclusive: number;
  /** Pull requests that ended in `error`. */
  readonly errors: number;
  readonly unmeasured: Unmeasured;
  readonly flakes: Flakes;
  readonly slices: readonly SlicePower[];
}

const MAX_FLAKY = 30;
const MAX_NAME = 60;
/** Trials without a result, or pull requests without a verdict, of which the reader is warned. */
const MANY = 0.1;

/** The gate's own noise for a person at a terminal. Ends with a line break. */
export function renderNoise(report: NoiseReport, { color }: Pick<TerminalOptions, 'color'>): string {
  const colors = picocolors.createColors(color);
  const sections = [
    [colors.bold('False alarms'), ...falseAlarmLines(report)],
    [
      colors.bold(`Cases that both pass and fail (${number(report.flakes.flaky.length)})`),
      ...flakeLines(report.flakes),
    ],
    [colors.bold('Smallest fall that is found with 80% power'), ...powerLines(report.slices)],
  ];
  return `${sections.map((lines) => lines.join('\n  ')).join('\n\n')}\n`;
}

function falseAlarmLines(report: NoiseReport): readonly string[] {
  const { line, inconclusive, errors } = report;
  const open = `${number(inconclusive)} would end inconclusive, ${number(errors)} in error`;
  return [terminalText(noiseLineText(line), 400), open, ...unmeasuredLines(report)];
}

/** What the trials without a result mean for the rate: where they are many, few pull requests could be blocked at all. */
function unmeasuredLines({ line, unmeasured }: NoiseReport): readonly string[] {
  if (unmeasured.trials === 0) return [];
  const share = unmeasured.trials / line.trials;
  const whole = unmeasured.wholeCases === 0 ? '' : `, ${number(unmeasured.wholeCases)} of which have no other`;
  const found = `${number(unmeasured.trials)} of ${count(line.trials, 'trial')} came to no result (${percent(share)}), in ${count(unmeasured.cases, 'case')}${whole}`;
  const meaning =
    'they are redrawn as often as they came: a slice in which they are many ends inconclusive and cannot be blocked';
  const decided = line.pullRequests - line.undecided;
  if (share < MANY && line.undecided < MANY * line.pullRequests) return [found, meaning];
  const rate =
    decided === 0
      ? 'no pull request came to a verdict, so that the rate says nothing'
      : `of the ${count(decided, 'pull request')} that came to a verdict ${number(line.blocks)} would be blocked (${percent(line.blocks / decided)})`;
  return [found, meaning, `that is many: ${rate}. See why trials come to no result before you trust the gate here`];
}

function flakeLines({ flaky, alwaysPass, alwaysFail, notMeasured }: Flakes): readonly string[] {
  const rows = flaky.slice(0, MAX_FLAKY).map(({ caseId, passes, trials, interval }) => {
    const limits = `95% ${percent(interval.low)} to ${percent(interval.high)}`;
    return [terminalText(caseId, MAX_NAME), `${passes} of ${trials} passed`, limits];
  });
  const rest = flaky.length - rows.length;
  const unmeasured = notMeasured === 0 ? '' : `; ${count(notMeasured, 'case')} without a determined trial`;
  return [
    ...columns(rows, 'l'),
    ...(rest > 0 ? [`and ${number(rest)} more`] : []),
    `${count(alwaysPass, 'case')} always passed, ${number(alwaysFail)} always failed${unmeasured}`,
  ];
}

function powerLines(slices: readonly SlicePower[]): readonly string[] {
  if (slices.length === 0) return ['no gating case has a slice'];
  const rows = slices.map(({ slice, cases, rate, drops }) => [
    terminalText(slice, MAX_NAME),
    `n=${cases}`,
    percent(rate),
    ...drops.map(({ trials, mde80 }) => {
      const fall = mde80 === null ? 'none' : `-${(100 * mde80).toFixed(0)} pp`;
      return `${count(trials, 'trial')} ${fall}`;
    }),
  ]);
  const blind = slices.filter(({ drops }) => drops.at(-1)?.mde80 === null).map(({ slice }) => terminalText(slice, 40));
  return [
    ...columns(rows, 'l'),
    ...(blind.length === 0 ? [] : [`not even a total fall is found in ${list(blind, 6)}: too few cases`]),
  ];
}
