import type picocolors from 'picocolors';
import { divergenceText } from './divergence-text.ts';
import type { CaseEvidence, ReportCase } from './document.ts';
import { terminalText } from './escape.ts';
import { list } from './format.ts';
import { pairSteps, tallyText, trialHeading } from './side-by-side.ts';
import { wrap } from './wrap.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

export interface Screen {
  readonly colors: Colors;
  readonly width: number;
}

const MAX_CASES = 10;
const MAX_CASES_WITH_STEPS = 3;
const MAX_TEXT = 400;
const MAX_CELL_LINES = 3;
const SECTION_INDENT = 2;

/** Cases often fail in the same way: the trajectories are shown for the first one of each way. */
export function caseLines(cases: readonly ReportCase[], screen: Screen): readonly string[] {
  const shownWays = new Set<string>();
  const lines = cases.slice(0, MAX_CASES).flatMap((one) => {
    const way = wayOf(one);
    const withSteps = !shownWays.has(way) && shownWays.size < MAX_CASES_WITH_STEPS;
    shownWays.add(way);
    return [headingLine(one, screen), ...bodyLines(one, withSteps, screen).map((line) => `  ${line}`)];
  });
  return cases.length > MAX_CASES ? [...lines, `and ${cases.length - MAX_CASES} more, all in the JSON report`] : lines;
}

function wayOf(one: ReportCase): string {
  return one.evidence === null ? '' : divergenceText(one.evidence.firstDivergence);
}

function headingLine(one: ReportCase, { colors }: Screen): string {
  const slices = one.slices.length === 0 ? '' : `  ${colors.dim(text(list(one.slices, 3)))}`;
  return `${colors.bold(text(one.caseId))}  ${tallyText(one)}${slices}`;
}

function bodyLines(one: ReportCase, withSteps: boolean, screen: Screen): readonly string[] {
  const { colors } = screen;
  const width = screen.width - 2 * SECTION_INDENT;
  if (one.evidence === null) return wrap(text(one.reason), width);
  const divergence = wrap(text(wayOf(one)), width).map((line) => colors.yellow(line));
  if (!withSteps) return divergence;
  const { outcome } = one.evidence.head;
  const why = outcome.kind === 'pass' ? [] : wrap(text(outcome.reason), width);
  return [...divergence, ...why, ...stepLines(one.evidence, width, colors)];
}

/** Both trials step by step; a cell has at most so many lines. */
export function stepLines(
  evidence: CaseEvidence,
  width: number,
  colors: Colors,
  maxCellLines = MAX_CELL_LINES,
): readonly string[] {
  const column = Math.floor((width - 3) / 2);
  const row = (base: string, head: string, mark: string): readonly string[] => {
    const left = wrap(text(base), column, maxCellLines);
    const right = wrap(text(head), column, maxCellLines);
    const height = Math.max(left.length, right.length, 1);
    return Array.from({ length: height }, (_, index) => {
      const sign = index === 0 ? mark : '│';
      return `${(left[index] ?? '').padEnd(column)} ${sign} ${right[index] ?? ''}`.trimEnd();
    });
  };
  const heading = row(trialHeading('base', evidence.base), trialHeading('head', evidence.head), '│');
  const steps = pairSteps(evidence).flatMap(({ base, head, differs }) =>
    differs ? row(base, head, '≠') : row(base, head, '│').map((line) => colors.dim(line)),
  );
  return [...heading.map((line) => colors.bold(line)), ...steps];
}

function text(foreign: string): string {
  return terminalText(foreign, MAX_TEXT);
}
