import type { ObservedToolCall, ObservedTrajectory, ToolDefinition, ToolOutcome } from '../trace/index.ts';
import { judgeArgumentsValid } from './arguments-valid.ts';
import { firingsOf } from './checks/judge-check.ts';
import { runOfObserved } from './checks/run-of-observed.ts';
import { stepsWithin } from './max-steps.ts';
import { tokensWithin } from './max-tokens.ts';
import { fail, PASS, undetermined } from './outcome.ts';
import { judgeOutputContains } from './output-contains.ts';
import { judgeOutputEquals } from './output-equals.ts';
import { judgeOutputJsonPath } from './output-json-path.ts';
import { judgeOutputJsonSchema } from './output-json-schema.ts';
import { judgeOutputMatches } from './output-matches.ts';
import type { RecordedExpectation } from './recorded-scorers.ts';
import type { Outcome } from './score.ts';
import type { JudgedCall, RunSubject } from './subject.ts';
import { judgeToolsForbidden } from './tools-forbidden.ts';
import { judgeToolsRequired } from './tools-required.ts';
import { judgeCalls } from './trajectory-match.ts';

/**
 * Judges a recorded run of production, as a trial that had gone so would be. What a recording does not keep is unknown: a run
 * without a recorded answer, step or argument passes nothing that is about it.
 */
export function judgeRecorded(
  expectation: RecordedExpectation,
  trajectory: ObservedTrajectory,
  isReadOnly: (tool: string) => boolean,
): Outcome {
  const { steps } = trajectory;
  switch (expectation.kind) {
    case 'output_contains':
      return judgeOutputContains(expectation, answered(trajectory));
    case 'output_equals':
      return judgeOutputEquals(expectation, answered(trajectory));
    case 'output_matches':
      return judgeOutputMatches(expectation, answered(trajectory));
    case 'output_json_schema':
      return judgeOutputJsonSchema(expectation, answered(trajectory));
    case 'output_json_path':
      return judgeOutputJsonPath(expectation, answered(trajectory));
    case 'trajectory': {
      const everywhere = expectation.arguments === 'ignore' && Object.keys(expectation.argumentOverrides).length === 0;
      if (!everywhere && lacksArguments(trajectory)) return undetermined(NO_ARGUMENTS);
      return judgeCalls(expectation, expectation.calls, acted(trajectory));
    }
    case 'tools_required':
      return judgeToolsRequired(expectation, acted(trajectory));
    case 'tools_forbidden':
      return judgeToolsForbidden(expectation, acted(trajectory));
    case 'arguments_valid':
      return lacksArguments(trajectory) ? undetermined(NO_ARGUMENTS) : judgeArgumentsValid(acted(trajectory));
    case 'max_steps':
      return stepsWithin(expectation.limit, steps.length, withoutSteps(trajectory));
    case 'max_tokens':
      return tokensWithin(expectation.limit, usageOf(trajectory), withoutSteps(trajectory));
    case 'action_as_stated':
    case 'values_unaltered':
    case 'constraints_kept':
    case 'failure_not_repeated':
    case 'tool_not_abandoned':
    case 'answer_supported': {
      const firings = firingsOf(expectation, runOfObserved(trajectory, isReadOnly));
      if (firings.length > 0) return fail(firings.map(({ text }) => text).join('; '));
      const unknown = withoutSteps(trajectory) ?? withoutAnswer(trajectory);
      if (unknown !== null) return undetermined(unknown);
      return lacksArguments(trajectory) ? undetermined(NO_ARGUMENTS) : PASS;
    }
    default:
      return expectation satisfies never;
  }
}

const NO_ARGUMENTS = 'the arguments of a tool call were not recorded';

function withoutAnswer({ output }: ObservedTrajectory): string | null {
  return output === null ? 'no answer was recorded' : null;
}

function withoutSteps({ steps }: ObservedTrajectory): string | null {
  return steps.length === 0 ? 'no step was recorded' : null;
}

function lacksArguments({ steps }: ObservedTrajectory): boolean {
  return steps.some((step) => step.kind === 'tool_call' && step.arguments === null);
}

/** For what is asked of the answer. */
function answered(trajectory: ObservedTrajectory): RunSubject {
  return { ...acted(trajectory), prefixOnly: withoutAnswer(trajectory) };
}

/** For what is asked of the tool calls. */
function acted(trajectory: ObservedTrajectory): RunSubject {
  const { steps, output } = trajectory;
  const calls = steps.flatMap((step) => (step.kind === 'tool_call' ? [asCall(step)] : []));
  return {
    trial: { trajectory: { steps: calls, output } },
    context: { tools: toolsOf(trajectory) },
    prefixOnly: withoutSteps(trajectory),
  };
}

function asCall({ name, arguments: args, outcome }: ObservedToolCall): JudgedCall {
  const told: ToolOutcome =
    outcome.kind === 'unknown' ? { kind: 'missing', reason: 'the recording does not say what came back' } : outcome;
  return { kind: 'tool_call', name, arguments: args, outcome: told, match: 'exact', recordedAs: null };
}

/** As the run's own requests declare them, the last ones where they differ. */
function toolsOf({ steps }: ObservedTrajectory): readonly ToolDefinition[] {
  const tools = new Map<string, ToolDefinition>();
  for (const step of steps)
    if (step.kind === 'model_call') for (const tool of step.tools ?? []) tools.set(tool.name, tool);
  return [...tools.values()];
}

/** A call that failed and tells no usage has used none that anybody knows of. */
function usageOf({ steps }: ObservedTrajectory) {
  const calls = steps.filter((step) => step.kind === 'model_call');
  const usages = calls.flatMap(({ usage }) => usage ?? []);
  return {
    inputTokens: usages.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
    outputTokens: usages.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
    complete: calls.every(({ usage, error }) => usage !== null || error !== null),
  };
}
