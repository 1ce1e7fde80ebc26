import { markdownText } from './escape.ts';

const MAX_CODE = 200;
const MAX_BULLET = 400;

/** Foreign text in a code element; GitHub makes no mention or reference of what stands in one. */
export function code(foreign: string): string {
  return `<code>${markdownText(foreign, MAX_CODE)}</code>`;
}

/** A line of foreign text as a list item. */
export function bullet(foreign: string): string {
  return `- ${markdownText(foreign, MAX_BULLET)}`;
}

/** `summary` and `body` are Markdown; the blank lines let GitHub read the body as such. */
export function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** Cells are Markdown on one line without bare `|`. `align` has one letter a column: l or r. */
export function table(head: readonly string[], align: string, rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = [...align].map((side) => (side === 'r' ? '--:' : ':--'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
