import type { CorpusEntry, CorpusProblem, Staleness } from '../corpus/index.ts';
import { terminalText } from './escape.ts';
import { count, list } from './format.ts';

export interface CheckedEntry {
  readonly entry: CorpusEntry;
  readonly stale: readonly Staleness[];
  /** Slices whose definition put it there, and says something else by now. */
  readonly redefined: readonly string[];
}

interface CorpusCheck {
  /** Without retired cases. */
  readonly checked: readonly CheckedEntry[];
  readonly retired: number;
  readonly problems: readonly CorpusProblem[];
  /** Why tool definitions could not be read. */
  readonly toolProblems: readonly string[];
  readonly knowsTools: boolean;
}

const MAX_CASES = 50;
const MAX_PROBLEMS = 20;

/** Lines for a terminal or a log. */
export function renderCheck({ checked, retired, problems, toolProblems, knowsTools }: CorpusCheck): string {
  const stale = checked.filter((one) => one.stale.length > 0);
  const redefined = checked.filter((one) => one.redefined.length > 0);
  return [
    `${count(checked.length, 'case')}: ${count(checked.length - stale.length, 'good one')}, ${count(stale.length, 'stale one')}; ${count(retired, 'retired one')}; ${count(problems.length, 'unreadable line')}`,
    ...stale.slice(0, MAX_CASES).flatMap(caseLines),
    ...(stale.length > MAX_CASES ? [`and ${count(stale.length - MAX_CASES, 'more stale case')}`] : []),
    ...problems
      .slice(0, MAX_PROBLEMS)
      .map(
        ({ file, line, reason }) =>
          `unreadable: ${terminalText(`${file}${line === null ? '' : `:${line}`}: ${reason}`, 400)}`,
      ),
    ...(redefined.length > 0 ? [redefinedLine(redefined)] : []),
    ...toolProblems.map((problem) => `note: ${terminalText(problem, 300)}`),
    ...(knowsTools ? [] : ['note: no tool definition is known (tools.files), so no contract was checked']),
  ].join('\n');
}

function caseLines({ entry, stale }: CheckedEntry): string[] {
  const { file, line } = entry;
  return [
    `${terminalText(entry.case.id, 80)} (${terminalText(file, 200)}:${line})`,
    ...stale.map((why) => `  ${terminalText(stalenessText(why), 500)}`),
  ];
}

function stalenessText(why: Staleness): string {
  switch (why.kind) {
    case 'tool_gone':
      return `tool contract: no tool is named ${why.tool} any more`;
    case 'arguments_refused':
      return `tool contract: ${why.tool} refuses the recorded arguments: ${why.problem}`;
    case 'call_not_on_tape':
      return `tape: the model called ${why.tool}, and the recording lacks such a call`;
    case 'nothing_recorded':
      return 'tape: nothing is recorded';
    case 'unreachable':
      return `expectation ${why.expectation}: ${why.reason}`;
    default:
      return why satisfies never;
  }
}

function redefinedLine(redefined: readonly CheckedEntry[]): string {
  const names = [...new Set(redefined.flatMap((one) => one.redefined))].map((name) => terminalText(name, 60));
  return `note: ${count(redefined.length, 'case')} in slices that are defined otherwise by now (${list(names, 5)}): pawl corpus build puts them right`;
}
