import type { ChangeSet } from '../changes/index.ts';
import type { Decision, GateReason } from '../compare/index.ts';
import { cut } from '../errors.ts';
import type { JudgedTrial } from '../report/index.ts';

const MAX_NAME = 80;
const MAX_NAMED = 5;

/**
 * A changed model pin says that head asks another model. Where head asks only what base asks, and none of it is that model, the agent
 * has its model from elsewhere (a variable, say), or no case comes to it: what would pass has then not tried the new model.
 */
export function withUntriedPins(decision: Decision, { changes }: ChangeSet, judged: readonly JudgedTrial[]): Decision {
  if (decision.verdict !== 'pass') return decision;
  const [base, head] = [modelsOf('base', judged), modelsOf('head', judged)];
  if (head.some((model) => !base.includes(model))) return decision;
  const pins = changes.flatMap((change) => {
    if (change.kind !== 'model_pin' || change.from === null || change.to === null) return [];
    const { pin, to } = change;
    return head.some((model) => isNamed(model, to)) ? [] : [{ pin, to: cut(to, MAX_NAME) }];
  });
  if (pins.length === 0) return decision;
  const reason: GateReason = {
    kind: 'model_not_tried',
    pins,
    models: head.slice(0, MAX_NAMED).map((model) => cut(model, MAX_NAME)),
  };
  return { ...decision, verdict: 'inconclusive', reasons: [reason, ...decision.reasons] };
}

function modelsOf(side: 'base' | 'head', judged: readonly JudgedTrial[]): readonly string[] {
  const steps = judged.flatMap(({ trial }) => (trial.side === side ? trial.trajectory.steps : []));
  return [...new Set(steps.flatMap((step) => (step.kind === 'model_call' ? [step.model] : [])))].sort();
}

/** A pin may say more than the request (a provider before the name) or less (no date behind it). */
function isNamed(model: string, pin: string): boolean {
  const [a, b] = [model.toLowerCase(), pin.toLowerCase()];
  return a.includes(b) || b.includes(a);
}
