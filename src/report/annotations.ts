import type { Report, ReportChange } from './document.ts';
import { terminalText } from './escape.ts';

/** A remark beside changed lines. `path` is the file's own, as git has it; the texts are plain, on one line. */
export interface LineAnnotation {
  readonly path: string;
  /** From 1; both ends belong to it. */
  readonly start: number;
  readonly end: number;
  readonly level: 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

const MAX_ANNOTATIONS = 200;
const MAX_TITLE = 200;
const MAX_SUMMARY = 300;
const MAX_MESSAGE = 1000;

/**
 * One remark for each changed place of the agent's prompts, tools and model pins, where the verdict gives a reason to look
 * there. Which of several changes did it is not known, so none is called an error. `left` counts those beyond the limit.
 */
export function lineAnnotations(report: Report): {
  readonly annotations: readonly LineAnnotation[];
  readonly left: number;
} {
  const level = levelOf(report);
  if (level === null) return { annotations: [], left: 0 };
  const byPath = Map.groupBy(
    report.changes.filter((change) => change.affecting && change.places.length > 0),
    (change) => change.path,
  );
  const all = [...byPath].flatMap(([path, changes]) => annotationsOf(path, changes, report, level));
  return { annotations: all.slice(0, MAX_ANNOTATIONS), left: Math.max(0, all.length - MAX_ANNOTATIONS) };
}

function levelOf({ verdict }: Report): LineAnnotation['level'] | null {
  switch (verdict) {
    case 'block':
      return 'warning';
    case 'inconclusive':
      return 'notice';
    case 'pass':
    case 'not_affected':
    case 'error':
      return null;
    default:
      return verdict satisfies never;
  }
}

/** All tools of one file have its places in common, so each place is told once. */
function annotationsOf(
  path: string,
  changes: readonly ReportChange[],
  report: Report,
  level: LineAnnotation['level'],
): readonly LineAnnotation[] {
  const [first] = changes;
  if (first === undefined) return [];
  const kind = first.kind.replace('_', ' ');
  const what = terminalText(changes.map(({ summary }) => summary).join('; '), MAX_SUMMARY);
  const title = terminalText(`pawl: a ${kind} changed here`, MAX_TITLE);
  const message = terminalText(`${what}. The agent with the changes of this head: ${report.title}`, MAX_MESSAGE);
  return first.places.map(({ start, end }) => ({ path, start, end, level, title, message }));
}
