import type { Expectation } from '../corpus/index.ts';
import { judgeArgumentsValid } from './arguments-valid.ts';
import { judgeCheck } from './checks/judge-check.ts';
import { judgeCommandResult } from './command-result.ts';
import { judgeModelResult } from './judge-result.ts';
import { judgeMaxSteps } from './max-steps.ts';
import { judgeMaxTokens } from './max-tokens.ts';
import { judgeOutputContains } from './output-contains.ts';
import { judgeOutputEquals } from './output-equals.ts';
import { judgeOutputJsonPath } from './output-json-path.ts';
import { judgeOutputJsonSchema } from './output-json-schema.ts';
import { judgeOutputMatches } from './output-matches.ts';
import type { Measures, Outcome } from './score.ts';
import { judgeStateChanges } from './state-changes.ts';
import type { Subject } from './subject.ts';
import { judgeToolsForbidden } from './tools-forbidden.ts';
import { judgeToolsRequired } from './tools-required.ts';
import { judgeTrajectory } from './trajectory-match.ts';

/** Which way is good; `neither` = worth showing, not judging. */
type Direction = 'higher' | 'lower' | 'neither';

export interface Quantity {
  readonly direction: Direction;
  readonly unit: 'pass rate' | 'share of trials' | 'steps' | 'calls' | 'tokens' | 'ms' | 'USD';
  readonly title: string;
}

/** Every scorer gives pass or fail, so what is compared is its pass rate and more is better. */
export const SCORERS = {
  output_contains: scorer('the output contains a text'),
  output_equals: scorer('the output equals a value'),
  output_matches: scorer('the output matches a regular expression'),
  output_json_schema: scorer('the output satisfies a JSON Schema'),
  output_json_path: scorer('a JSONPath selects in the output'),
  trajectory: scorer('the tool calls match the expected ones'),
  state_changes: scorer('the state changes are those of a recording'),
  tools_required: scorer('required tools are called'),
  tools_forbidden: scorer('forbidden tools are not called'),
  arguments_valid: scorer("tool arguments satisfy the tool's schema"),
  max_steps: scorer('the steps stay within a limit'),
  max_tokens: scorer('the tokens stay within a limit'),
  action_as_stated: scorer('the agent does what it says'),
  values_unaltered: scorer('identifiers reach later calls unaltered'),
  constraints_kept: scorer("the user's first constraints are kept"),
  failure_not_repeated: scorer('no failing call is repeated'),
  tool_not_abandoned: scorer('no tool is abandoned after its first error'),
  answer_supported: scorer('the answer stands on what was done'),
  judge: scorer("a model's verdict by the user's rubric"),
  command: scorer("the user's own command"),
} as const satisfies Record<Expectation['kind'], Quantity>;

export const MEASURES = {
  steps: { direction: 'lower', unit: 'steps', title: 'steps' },
  modelCalls: { direction: 'lower', unit: 'calls', title: 'model calls' },
  toolCalls: { direction: 'neither', unit: 'calls', title: 'tool calls' },
  toolCallsByTool: { direction: 'neither', unit: 'calls', title: 'tool calls by tool' },
  toolErrors: { direction: 'lower', unit: 'calls', title: 'tool errors' },
  inputTokens: { direction: 'lower', unit: 'tokens', title: 'input tokens' },
  outputTokens: { direction: 'lower', unit: 'tokens', title: 'output tokens' },
  latencyMs: { direction: 'lower', unit: 'ms', title: 'latency' },
  costUsd: { direction: 'lower', unit: 'USD', title: 'cost' },
  checks: { direction: 'lower', unit: 'share of trials', title: 'trials in which a check fires' },
} as const satisfies Record<keyof Measures, Quantity>;

function scorer(title: string): Quantity {
  return { direction: 'higher', unit: 'pass rate', title };
}

/** Judges one expectation. */
export function judge(expectation: Expectation, subject: Subject): Outcome {
  switch (expectation.kind) {
    case 'output_contains':
      return judgeOutputContains(expectation, subject);
    case 'output_equals':
      return judgeOutputEquals(expectation, subject);
    case 'output_matches':
      return judgeOutputMatches(expectation, subject);
    case 'output_json_schema':
      return judgeOutputJsonSchema(expectation, subject);
    case 'output_json_path':
      return judgeOutputJsonPath(expectation, subject);
    case 'trajectory':
      return judgeTrajectory(expectation, subject);
    case 'state_changes':
      return judgeStateChanges(subject);
    case 'tools_required':
      return judgeToolsRequired(expectation, subject);
    case 'tools_forbidden':
      return judgeToolsForbidden(expectation, subject);
    case 'arguments_valid':
      return judgeArgumentsValid(subject);
    case 'max_steps':
      return judgeMaxSteps(expectation, subject);
    case 'max_tokens':
      return judgeMaxTokens(expectation, subject);
    case 'action_as_stated':
    case 'values_unaltered':
    case 'constraints_kept':
    case 'failure_not_repeated':
    case 'tool_not_abandoned':
    case 'answer_supported':
      return judgeCheck(expectation, subject);
    case 'judge':
      return judgeModelResult(expectation, subject);
    case 'command':
      return judgeCommandResult(expectation, subject);
    default:
      return expectation satisfies never;
  }
}
