import type { Trial, Uncalled } from '../replay/index.ts';
import type { Outcome, TrialScore } from '../score/index.ts';
import { canonicalJson, type Json, type Step } from '../trace/index.ts';
import type { CaseEvidence, ContentLevel, StepView, TrialView } from './document.ts';
import { type FirstDivergence, firstDivergence } from './first-divergence.ts';

/** A trial with its judgement. */
export interface JudgedTrial {
  readonly trial: Trial;
  readonly score: TrialScore;
  /** null = the trial did not come to its end. */
  readonly uncalled: Uncalled | null;
}

const MAX_STEPS = 30;
const MAX_UNCALLED = 5;
const MAX_TEXT_LENGTH = { none: 0, excerpt: 300, full: 4000 } as const satisfies Record<ContentLevel, number>;
const HIDDEN = '…';

/**
 * Picks the pair that shows the case's regression best: base passes and head fails, in the same trial number where there
 * is one. null = a side has no trial.
 */
export function caseEvidence(trials: readonly JudgedTrial[], content: ContentLevel): CaseEvidence | null {
  const base = ranked(trials, 'base', 'pass');
  const head = ranked(trials, 'head', 'fail');
  const [firstBase] = base;
  const [firstHead] = head;
  if (firstBase === undefined || firstHead === undefined) return null;
  const sameKind = base.filter((one) => one.score.outcome.kind === firstBase.score.outcome.kind);
  const headPick = head.find((one) => isPairable(one, firstHead, sameKind)) ?? firstHead;
  const basePick = sameKind.find((one) => one.trial.number === headPick.trial.number) ?? firstBase;
  const divergence = firstDivergence(basePick.trial, headPick.trial);
  return {
    firstDivergence: divergence === null || content !== 'none' ? divergence : withoutValues(divergence),
    base: viewOf(basePick, content),
    head: viewOf(headPick, content),
  };
}

function ranked(trials: readonly JudgedTrial[], side: Trial['side'], wanted: Outcome['kind']): readonly JudgedTrial[] {
  const rank = ({ score }: JudgedTrial): number => (score.outcome.kind === wanted ? 0 : 1);
  return trials
    .filter(({ trial }) => trial.side === side)
    .toSorted((a, b) => rank(a) - rank(b) || a.trial.number - b.trial.number);
}

function isPairable(head: JudgedTrial, best: JudgedTrial, base: readonly JudgedTrial[]): boolean {
  const asTelling = head.score.outcome.kind === best.score.outcome.kind;
  return asTelling && base.some((one) => one.trial.number === head.trial.number);
}

function viewOf({ trial, score, uncalled }: JudgedTrial, content: ContentLevel): TrialView {
  const { steps, output } = trial.trajectory;
  const views = steps.flatMap((step, index) =>
    viewStep(step, content, content === 'none' ? null : subAgentOf(trial, index)),
  );
  const models = steps.flatMap((step) => (step.kind === 'model_call' ? [step.model] : []));
  return {
    number: trial.number,
    models: [...new Set(models)],
    outcome: content === 'none' && score.outcome.kind !== 'pass' ? { ...score.outcome, reason: HIDDEN } : score.outcome,
    steps: views.slice(0, MAX_STEPS),
    moreSteps: Math.max(0, views.length - MAX_STEPS),
    uncalled: (uncalled?.calls ?? [])
      .slice(0, MAX_UNCALLED)
      .map(({ name, arguments: args }) => `${name} ${shown(args, content)}`),
    output: output === null ? null : shown(output, content),
  };
}

/** A model call is shown by what it said; what it asked of tools follows as tool calls. */
function viewStep(step: Step, content: ContentLevel, agent: string | null): readonly StepView[] {
  if (step.kind === 'model_call') {
    const texts = (step.response?.parts ?? []).flatMap((part) => (part.kind === 'text' ? [part.text] : []));
    const text = texts.join('\n').trim();
    return text === '' ? [] : [{ kind: 'text', text: shown(text, content) }];
  }
  const { outcome } = step;
  const result = shown(outcome.kind === 'missing' ? outcome.reason : outcome.value, content);
  return [
    {
      kind: 'tool',
      ...(agent === null ? {} : { agent }),
      tool: step.name,
      arguments: shown(step.arguments, content),
      outcome: outcome.kind,
      result,
    },
  ];
}

/** The agent below the outermost one, which is the same for all steps. */
function subAgentOf({ telemetry }: Trial, stepIndex: number): string | null {
  const [, ...below] = telemetry?.steps.find((one) => one.stepIndex === stepIndex)?.agent ?? [];
  return below.length === 0 ? null : shown(below.join(' > '), 'excerpt');
}

function shown(value: Json, content: ContentLevel): string {
  const text = typeof value === 'string' ? value : canonicalJson(value);
  const max = MAX_TEXT_LENGTH[content];
  return text.length <= max ? text : `${text.slice(0, max)}${HIDDEN}`;
}

/** Names of members are text of the recording as well, as of a map by customer. */
function withoutValues(divergence: FirstDivergence): FirstDivergence {
  if (divergence.kind === 'schema_error') return { ...divergence, message: HIDDEN };
  if (!('differences' in divergence)) return divergence;
  const hide = (value: string | null): string | null => (value === null ? null : HIDDEN);
  const differences = divergence.differences.map(({ base, head }) => ({
    path: '',
    base: hide(base),
    head: hide(head),
  }));
  return { ...divergence, differences };
}
