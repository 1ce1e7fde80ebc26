import { markdownText, terminalText } from './escape.ts';
import { table } from './markdown-parts.ts';
import { type StatusReport, type StatusTable, statusParts } from './status.ts';

const MAX_CELL = 120;
const MAX_LINE = 500;

/** For a terminal and for the log of a workflow. */
export function renderStatus(report: StatusReport): string {
  const { lines, tables } = statusParts(report);
  return [
    ...lines.map((line) => terminalText(line, MAX_LINE)),
    ...tables.flatMap((one) => ['', one.title, ...plainTable(one)]),
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

function plainTable({ head, align, rows }: StatusTable): string[] {
  const cells = [head, ...rows.map((row) => row.map(plainCell))];
  const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  return cells.map((row) =>
    `  ${row.map((cell, at) => (align[at] === 'r' ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ')}`.trimEnd(),
  );
}

/** The bars of a sparkline keep their gaps, also at their beginning. */
function plainCell(cell: string): string {
  return /^[▁▂▃▄▅▆▇█ ]*$/.test(cell) ? cell : terminalText(cell, MAX_CELL);
}
