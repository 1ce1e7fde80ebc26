import { cut, formatProblem, messageOf, UserError } from '../errors.ts';
import type { GateResult } from './result.ts';

const MAX_PROBLEM_CHARACTERS = 500;
const MAX_PROBLEMS_SHORT = 10;

/** The gate could not run: exit 2 when the user must change something, exit 3 when the fault is ours. Never a pass. */
export function failureResult(error: unknown): GateResult {
  const lines = problemLines(error);
  const user = error instanceof UserError;
  const title = user
    ? `pawl could not run: ${lines.length === 1 ? '1 problem' : `${lines.length} problems`} to mend`
    : 'pawl could not run: this is a defect in pawl, not in your change';
  const shown = (count: number): string =>
    fenced(lines.slice(0, count).map((line) => cut(line, MAX_PROBLEM_CHARACTERS)));
  const heading = `### ${title}`;
  const more = lines.length > MAX_PROBLEMS_SHORT ? `\n\n… and ${lines.length - MAX_PROBLEMS_SHORT} more` : '';
  return {
    exitCode: user ? 2 : 3,
    verdict: 'error',
    title,
    blockedSlices: [],
    brokenCases: [],
    providerCalls: 0,
    files: [],
    annotations: { annotations: [], left: 0 },
    markdown: {
      full: `${heading}\n\n${shown(lines.length)}`,
      short: `${heading}\n\n${shown(MAX_PROBLEMS_SHORT)}${more}`,
      minimal: heading,
    },
  };
}

/** One text a problem, for the log. */
export function problemLines(error: unknown): string[] {
  return error instanceof UserError ? error.problems.map(formatProblem) : [messageOf(error)];
}

/** Problems quote the user's files. In a fence longer than any run of back-ticks inside they stay text. */
function fenced(lines: readonly string[]): string {
  const text = lines.join('\n').replace(/[[\p{Cc}\p{Bidi_Control}]--[\n]]/gv, '');
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
