import type { GateReason } from '../compare/index.ts';
import { spentText } from './budget.ts';
import type { Report } from './document.ts';
import { count } from './format.ts';

/** What would settle an inconclusive gate, and what it is worth meanwhile; empty = there is nothing open. Foreign parts in it. */
export function settlingTexts(report: Report): readonly string[] {
  if (report.verdict !== 'inconclusive') return [];
  const lines = new Set(report.reasons.flatMap((reason) => settledBy(reason, report) ?? []));
  return lines.size === 0 ? [] : [...lines, standing(report)];
}

function standing({ exitCode }: Report): string {
  return exitCode === 0
    ? 'until then the check is green, which is no pass (gate.inconclusive: warn)'
    : 'until then the check is red: what is inconclusive blocks here';
}

/** null = nothing that its reader could do about it. */
function settledBy(reason: GateReason, report: Report): string | null {
  switch (reason.kind) {
    case 'slice_inconclusive':
      return sliceText(reason.slice, report);
    case 'not_covered':
      return 'a run that may ask the model: the same commit on a branch of this repository';
    case 'budget_spent':
      return `at least ${count(reason.more, 'more run')}: raise the budget under gate in pawl.yml`;
    case 'rounds_ended':
      return `at least ${count(reason.more, 'more run')}: pawl gate on one machine goes on until it is settled`;
    case 'not_seen':
      return `trials that come to their end on both sides, in ${count(reason.cases, 'case')}`;
    case 'model_not_tried':
      return `a case in which the agent asks ${reason.pins.map(({ to }) => to).join(', ')}. Where the model comes from a variable, let the agent read it from the pin's file`;
    case 'corpus_unreadable':
      return 'a corpus that can be read whole: mend the lines that the notes name';
    default:
      return null;
  }
}

function sliceText(name: string, { slices, all }: Report): string | null {
  const found = slices.find((one) => one.name === name) ?? all;
  if (found === null) return null;
  if (found.settling !== null) return `slice ${name}: about ${spentText(found.settling)} more`;
  const open = found.head.undetermined;
  if (open === 0) return null;
  return `slice ${name}: results for ${count(open, 'undetermined trial')} of head. Record what head now asks, or say under tools.rules how its tools answer`;
}
