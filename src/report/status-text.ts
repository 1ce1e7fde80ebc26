import { columns } from './columns.ts';
import { markdownText, terminalText } from './escape.ts';
import { table } from './markdown-parts.ts';
import { type StatusReport, type StatusTable, statusParts } from './status.ts';

const MAX_CELL = 120;
const MAX_LINE = 500;

/** The first column is cut to this where a terminal is too narrow, and no further. */
const MIN_NAME = 24;

/** For a terminal of so many columns and for the log of a workflow. */
export function renderStatus(report: StatusReport, width: number): string {
  const { lines, tables } = statusParts(report);
  return [
    ...lines.map((line) => terminalText(line, MAX_LINE)),
    ...tables.flatMap((one) => ['', one.title, ...plainTable(one, width)]),
  ].join('\n');
}

/** For the summary of a job. */
export function renderStatusMarkdown(report: StatusReport): string {
  const { lines, tables } = statusParts(report);
  const parts = [
    '## pawl: how things stand',
    lines.map((line) => `- ${markdownText(line, MAX_LINE)}`).join('\n'),
    ...tables.flatMap(({ title, head, align, rows }) => [
      `### ${title}`,
      table(
        head,
        align,
        rows.map((cells) => cells.map((cell) => markdownText(cell, MAX_CELL))),
      ),
    ]),
  ];
  return parts.join('\n\n');
}

/** Where the terminal is too narrow the column of bars goes first, then the ends of names. */
function plainTable({ head, align, rows, bars }: StatusTable, width: number): string[] {
  const cells = [head, ...rows.map((row) => row.map(plainCell))];
  const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const excess = widths.reduce((sum, one) => sum + 2 + one, 0) - width;
  const [names = 0] = widths;
  if (excess <= 0 || (bars === null && names <= MIN_NAME)) return indented(cells, align);
  if (bars !== null) {
    const without = <T>(list: readonly T[]): T[] => list.filter((_, at) => at !== bars);
    const narrow = { head: without(head), align: without([...align]).join(''), rows: rows.map(without) };
    return plainTable({ title: '', ...narrow, bars: null }, width);
  }
  const room = Math.max(MIN_NAME, names - excess);
  const cut = ([name = '', ...rest]: readonly string[]) => [
    name.length <= room ? name : `${name.slice(0, room - 1)}…`,
    ...rest,
  ];
  return indented(cells.map(cut), align);
}

function indented(cells: readonly (readonly string[])[], align: string): string[] {
  return columns(cells, align).map((line) => `  ${line}`.trimEnd());
}

/** The bars of a sparkline keep their gaps, also at their beginning. */
function plainCell(cell: string): string {
  return /^[▁▂▃▄▅▆▇█ ]*$/.test(cell) ? cell : terminalText(cell, MAX_CELL);
}
