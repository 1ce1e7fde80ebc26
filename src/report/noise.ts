import picocolors from 'picocolors';
import type { Flakes, SlicePower } from '../compare/index.ts';
import type { NoiseLine } from './document.ts';
import { terminalText } from './escape.ts';
import { noiseLineText } from './facts.ts';
import { count, list, number, percent } from './format.ts';
import type { TerminalOptions } from './terminal.ts';

/** What `pawl aa` measured: base against base. */
export interface NoiseReport {
  readonly line: NoiseLine;
  readonly inconclusive: number;
  readonly flakes: Flakes;
  readonly slices: readonly SlicePower[];
}

const MAX_FLAKY = 30;
const MAX_NAME = 60;

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

function falseAlarmLines({ line, inconclusive }: NoiseReport): readonly string[] {
  const open = `${number(inconclusive)} more would end inconclusive`;
  return [terminalText(noiseLineText(line), 400), open];
}

function flakeLines({ flaky, alwaysPass, alwaysFail, notMeasured }: Flakes): readonly string[] {
  const rows = flaky.slice(0, MAX_FLAKY).map(({ caseId, passes, trials, interval }) => {
    const limits = `95% ${percent(interval.low)} to ${percent(interval.high)}`;
    return [terminalText(caseId, MAX_NAME), `${passes} of ${trials} passed`, limits];
  });
  const rest = flaky.length - rows.length;
  const unmeasured = notMeasured === 0 ? '' : `; ${count(notMeasured, 'case')} without a determined trial`;
  return [
    ...aligned(rows),
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
    ...aligned(rows),
    ...(blind.length === 0 ? [] : [`not even a total fall is found in ${list(blind, 6)}: too few cases`]),
  ];
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
