import type { JudgedTrial, MeasureRow } from '../report/index.ts';
import { CHECK_NAMES, CHECKS, MEASURES, type Measures } from '../score/index.ts';

type Numeric = Exclude<keyof Measures, 'toolCallsByTool' | 'checks'>;

/**
 * Each measure's mean per trial and side, over the trials that have it. They are shown, never judged. A check that fired
 * nowhere has no row.
 */
export function measureRows(trials: readonly JudgedTrial[]): readonly MeasureRow[] {
  const numeric = Object.keys(MEASURES).filter(
    (name): name is Numeric => name !== 'toolCallsByTool' && name !== 'checks',
  );
  const fired = CHECK_NAMES.filter((name) => trials.some(({ score }) => score.measures.checks[name] === true));
  const tools = new Set(trials.flatMap(({ score }) => Object.keys(score.measures.toolCallsByTool)));
  return [
    ...numeric.map((name) => row(MEASURES[name].title, MEASURES[name], trials, (measures) => measures[name])),
    ...[...tools]
      .sort()
      .map((tool) =>
        row(`calls of ${tool}`, MEASURES.toolCallsByTool, trials, (measures) => measures.toolCallsByTool[tool] ?? 0),
      ),
    ...fired.map((check) =>
      row(`trials in which ${CHECKS[check].title}`, MEASURES.checks, trials, ({ checks }) => {
        const here = checks[check];
        return here === undefined ? null : here ? 1 : 0;
      }),
    ),
  ];
}

function row(
  name: string,
  { unit, direction }: Pick<MeasureRow, 'unit' | 'direction'>,
  trials: readonly JudgedTrial[],
  value: (measures: Measures) => number | null,
): MeasureRow {
  const meanOf = (side: 'base' | 'head'): number | null => {
    const values = trials.flatMap(({ trial, score }) => {
      const one = trial.side === side ? value(score.measures) : null;
      return one === null ? [] : [one];
    });
    return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
  };
  return { name, unit, direction, base: meanOf('base'), head: meanOf('head') };
}
