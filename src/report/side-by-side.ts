import { diffArrays } from 'diff';
import type { Tally } from '../compare/index.ts';
import type { CaseEvidence, ReportCase, StepView, TrialView } from './document.ts';

/** One step of each side beside each other, as plain lines with foreign text. `differs` marks where they part. */
interface PairedStep {
  readonly base: string;
  readonly head: string;
  readonly differs: boolean;
}

interface Line {
  /** Lines with the same key stand beside each other. */
  readonly key: string;
  readonly text: string;
}

/** Aligned by tool, so that one call more or less does not shift all that follows. */
export function pairSteps(evidence: CaseEvidence): readonly PairedStep[] {
  const base = linesOf(evidence.base);
  const head = linesOf(evidence.head);
  const changes = diffArrays(
    base.map((line) => line.key),
    head.map((line) => line.key),
  );
  const pairs: PairedStep[] = [];
  let [baseIndex, headIndex] = [0, 0];
  for (const { value, added, removed } of changes) {
    for (const _ of value) {
      const left = added ? '' : (base[baseIndex++]?.text ?? '');
      const right = removed ? '' : (head[headIndex++]?.text ?? '');
      pairs.push({ base: left, head: right, differs: left !== right });
    }
  }
  return pairs;
}

export function trialHeading(side: 'base' | 'head', view: TrialView): string {
  const models = view.models.length === 0 ? '' : `, ${view.models.join(', ')}`;
  return `${side} trial ${view.number}${models}: ${view.outcome.kind}`;
}

/** `base 5/5 → head 0/6`; undetermined trials are said, not hidden. */
export function tallyText({ base, head }: Pick<ReportCase, 'base' | 'head'>): string {
  const side = (tally: Tally): string =>
    `${tally.passes}/${tally.trials}${tally.undetermined === 0 ? '' : ` (${tally.undetermined} undetermined)`}`;
  return `base ${side(base)} → head ${side(head)}`;
}

/** The answer is the last line, so that a reader sees that a trial had none. */
function linesOf(view: TrialView): readonly Line[] {
  const last = view.steps.at(-1);
  const repeats = last?.kind === 'text' && last.text === view.output;
  const steps = repeats ? view.steps.slice(0, -1) : view.steps;
  const lines = steps.map((step) => ({
    key: step.kind === 'text' ? 'text' : `tool ${step.tool}`,
    text: stepText(step),
  }));
  if (view.moreSteps > 0) lines.push({ key: 'more', text: `… ${view.moreSteps} more steps` });
  lines.push(...view.uncalled.map((call) => ({ key: 'not called', text: `recorded, and not called: ${call}` })));
  return [...lines, { key: 'answer', text: view.output === null ? 'no answer' : `answer: ${view.output}` }];
}

function stepText(step: StepView): string {
  if (step.kind === 'text') return `says: ${step.text}`;
  const arrow = { result: '→', error: '→ error:', missing: '→ not on the tape:' } as const;
  const agent = step.agent === undefined ? '' : `${step.agent}: `;
  return `${agent}${step.tool} ${step.arguments} ${arrow[step.outcome]} ${step.result}`;
}
