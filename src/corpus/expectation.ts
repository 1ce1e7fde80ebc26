import type { Call, Json, JsonObject } from '../trace/index.ts';

/** What a case expects of a trial. Each kind is judged by the scorer of the same name in `score/`. */
export type Expectation =
  | { readonly kind: 'output_contains'; readonly text: string; readonly ignoreCase: boolean }
  | { readonly kind: 'output_equals'; readonly value: Json }
  /** ECMAScript regular expression, flags `iu` allowed. */
  | { readonly kind: 'output_matches'; readonly pattern: string; readonly flags: string }
  | { readonly kind: 'output_json_schema'; readonly schema: JsonObject }
  /** RFC 9535; passes when a node is selected and, where `equals` is given, when some selected node equals it. */
  | { readonly kind: 'output_json_path'; readonly path: string; readonly equals?: Json }
  | {
      readonly kind: 'trajectory';
      readonly mode: TrajectoryMode;
      readonly arguments: ArgumentMode;
      readonly argumentOverrides: Readonly<Record<string, ArgumentMode>>;
      /** null = the tool calls of the case's first recording. */
      readonly calls: readonly Call[] | null;
    }
  | { readonly kind: 'state_changes' }
  | { readonly kind: 'tools_required'; readonly tools: readonly string[] }
  | { readonly kind: 'tools_forbidden'; readonly tools: readonly string[] }
  | { readonly kind: 'arguments_valid' }
  | { readonly kind: 'max_steps'; readonly limit: number }
  | { readonly kind: 'max_tokens'; readonly limit: number }
  /** The checks of a trajectory; what each looks for stands in `score/checks/`. */
  | {
      readonly kind:
        | 'action_as_stated'
        | 'values_unaltered'
        | 'constraints_kept'
        | 'failure_not_repeated'
        | 'tool_not_abandoned';
    }
  /** Some one of the tools must have given a result before the answer; empty = none need. */
  | { readonly kind: 'answer_supported'; readonly tools: readonly string[] }
  | { readonly kind: 'judge'; readonly name: string }
  | { readonly kind: 'command'; readonly name: string };

/** The terms of LangChain's agentevals: how the trial's tool calls must relate to the expected ones. */
export type TrajectoryMode = 'strict' | 'unordered' | 'subset' | 'superset';
export type ArgumentMode = 'exact' | 'ignore' | 'subset' | 'superset';
