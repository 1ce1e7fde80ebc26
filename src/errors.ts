/**
 * The user must change something (exit 2). `problems` holds all of them at once: where, what was expected, what was
 * received (cut), what to do. Shown without a stack.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[]) {
    const list = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    super(list.map(formatProblem).join('\n'));
    this.problems = list;
  }
}

/** One thing to mend. `where` is `file:line`, a flag or a setting; `hint` says what to do. */
export interface Problem {
  readonly where: string | null;
  readonly message: string;
  readonly hint: string | null;
}

export function formatProblem(problem: Problem): string {
  const where = problem.where === null ? '' : `${problem.where}: `;
  const hint = problem.hint === null ? '' : `\n  ${problem.hint}`;
  return withoutControls(`${where}${problem.message}${hint}`);
}

/** Names of files and what stands in them are foreign: nothing in them moves a cursor or turns text around. Line breaks stay. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
  return text.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Cf}]/gu, '');
}

/** Foreign text on one line, at most `max` characters, with the cut said. */
export function cut(text: string, max: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= max ? line : `${line.slice(0, max)}… (${line.length - max} more characters)`;
}

/** The message of anything thrown, for a report. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
