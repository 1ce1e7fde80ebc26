import type { Expectation, RecordedStep } from '../../../src/corpus/index.ts';
import type { Json, ObservedStep, Step, ToolDefinition } from '../../../src/trace/index.ts';
import { aCase, aContext, aTrial, judged, modelCall, toolCall } from '../../score/build.ts';

/** The tools of AgentDojo and tau-bench that change nothing, and those of the generated runs. */
export function isReadOnly(tool: string): boolean {
  return /^(get|read|search|list|find|check|calculate|think|query|look)(_|$)/.test(tool);
}

export interface Run {
  readonly steps: readonly ObservedStep[];
  readonly output: Json | null;
}

/** They ask whether something was done, not how often or in which order. */
export function plainExpectations(runs: readonly Run[]): readonly Expectation[] {
  const tools = [...new Set(runs.flatMap(({ steps }) => steps.flatMap((step) => ('name' in step ? [step.name] : []))))];
  return [
    { kind: 'state_changes' },
    { kind: 'arguments_valid' },
    ...tools.flatMap((tool): Expectation[] => [
      { kind: 'tools_required', tools: [tool] },
      { kind: 'tools_forbidden', tools: [tool] },
    ]),
  ];
}

/** They count or order steps. */
export function countingExpectations(run: Run): readonly Expectation[] {
  const rest = { arguments: 'exact', argumentOverrides: {}, calls: null } as const;
  const modes = ['strict', 'unordered', 'subset', 'superset'] as const;
  return [
    ...modes.map((mode): Expectation => ({ kind: 'trajectory', mode, ...rest })),
    { kind: 'max_steps', limit: run.steps.length },
    { kind: 'max_steps', limit: Math.max(1, run.steps.length - 1) },
    { kind: 'max_tokens', limit: 500 },
  ];
}

/** What each expectation says of a run as the trial of a case that another run was recorded for. */
export function verdicts(
  expectations: readonly Expectation[],
  trial: Run,
  recording: Run,
  tools: readonly ToolDefinition[] = [],
): readonly string[] {
  const theCase = aCase({ recordings: [{ steps: recording.steps.map(recordedStep), output: recording.output }] });
  const context = aContext({ isReadOnly, tools });
  const ran = aTrial(trial.steps.map(trialStep), trial.output);
  // The reason may name another one of several calls that are equally wrong.
  return expectations.map((one) => `${one.kind} ${judged(one, ran, theCase, context).split(':', 1).join()}`);
}

function trialStep(step: ObservedStep): Step {
  if (step.kind === 'tool_call') {
    const outcome = step.outcome.kind === 'unknown' ? ({ kind: 'missing', reason: 'unknown' } as const) : step.outcome;
    return toolCall(step.name, step.arguments, { outcome });
  }
  return modelCall(null, { response: step.output, usage: step.usage, error: step.error });
}

function recordedStep(step: ObservedStep): RecordedStep {
  if (step.kind === 'tool_call') {
    const outcome = step.outcome.kind === 'unknown' ? ({ kind: 'error', value: null } as const) : step.outcome;
    return { kind: 'tool_call', name: step.name, arguments: step.arguments, outcome };
  }
  return { kind: 'model_call', model: 'm', requestKey: null, response: step.output, usage: step.usage };
}
