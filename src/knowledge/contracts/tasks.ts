import { benjaminiHochberg, stratExact } from '../../stats/index.ts';
import type { ToolSummary } from './summary.ts';
import { answersOf, type FacetView } from './tool-answers.ts';

/** A user task, and how its runs ended with the old and with the new answer of a tool. */
export interface AffectedTask {
  /** What the user asked, cut. */
  readonly task: string;
  readonly before: Judged;
  readonly after: Judged;
  /** Two-sided exact test of both rates (Fisher), and whether it holds among all tasks of the change (5 % false discoveries). */
  readonly p: number;
  readonly decided: boolean;
}

interface Judged {
  readonly judged: number;
  readonly passed: number;
}

const LEVEL = 0.05;
const NONE: Judged = { judged: 0, passed: 0 };

/** Tasks with judged runs of both kinds; those whose outcome the change decides come first. */
export function affectedTasks(
  tool: ToolSummary,
  main: { readonly view: FacetView | null; readonly from: string; readonly to: string } | null,
): readonly AffectedTask[] {
  if (main === null || main.view === null) return [];
  const [before, after] = [judgedBy(tool, main.view, main.from), judgedBy(tool, main.view, main.to)];
  const found = [...before].flatMap(([key, { label, ...old }]) => {
    const now = after.get(key) ?? { label, ...NONE };
    if (old.judged === 0 || now.judged === 0) return [];
    const test = stratExact([{ kind: 'labels', n0: old.judged, s0: old.passed, n1: now.judged, s1: now.passed }]);
    const p = Math.min(1, 2 * Math.min(test.p, test.pUpper));
    return [{ task: label, before: old, after: { judged: now.judged, passed: now.passed }, p }];
  });
  const adjusted = benjaminiHochberg(found.map(({ p }) => p));
  return found
    .map((task, index) => ({ ...task, decided: (adjusted[index] ?? 1) <= LEVEL }))
    .sort((a, b) => a.p - b.p || (a.task < b.task ? -1 : 1));
}

function judgedBy(tool: ToolSummary, view: FacetView, value: string): Map<string, Judged & { readonly label: string }> {
  const tasks = new Map<string, Judged & { readonly label: string }>();
  for (const byClass of tool.calls.values())
    for (const { answers } of answersOf(byClass, view).filter(({ answer }) => answer === value))
      for (const [key, { label, judged, passed }] of answers.tasks) {
        const known = tasks.get(key) ?? NONE;
        tasks.set(key, { label, judged: known.judged + judged, passed: known.passed + passed });
      }
  return tasks;
}
