import type { Trial } from '../replay/index.ts';
import { checksOf } from './checks/judge-check.ts';
import { costOf } from './cost.ts';
import type { Measures } from './score.ts';
import { type Subject, toolCallsOf } from './subject.ts';
import { modelCallsOf, usageOf } from './usage.ts';

export function measure(subject: Subject): Measures {
  const { trial, context } = subject;
  const tools = toolCallsOf(trial);
  const models = modelCallsOf(trial.trajectory);
  const usage = usageOf(trial.trajectory);
  return {
    steps: trial.trajectory.steps.length,
    modelCalls: models.length,
    toolCalls: tools.length,
    toolCallsByTool: countByName(tools.map((call) => call.name)),
    toolErrors: tools.filter((call) => call.outcome.kind === 'error').length,
    inputTokens: usage.complete ? usage.inputTokens : null,
    outputTokens: usage.complete ? usage.outputTokens : null,
    latencyMs: latencyOf(trial),
    costUsd: costOf(trial.trajectory, context.prices),
    checks: checksOf(subject),
  };
}

/** A stored or shared answer comes at once, and an unanswered trial ends early: neither says how long a user waits. */
function latencyOf(trial: Trial): number | null {
  const models = modelCallsOf(trial.trajectory);
  const live = models.length > 0 && models.every((call) => call.source === 'provider');
  return live && trial.end.kind === 'answered' ? trial.durationMs : null;
}

/** Names come from a model, so the record has no prototype to trip over. */
function countByName(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
