import type { TableName } from './layout.ts';

/**
 * Types of columns. `id` is text that hardly repeats; `time` microseconds since the epoch, UTC; `texts` a list; `json`
 * JSON as text.
 */
export type ColumnType = 'id' | 'text' | 'texts' | 'json' | 'int' | 'long' | 'double' | 'boolean' | 'time';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly meaning: string;
}

const column = <Name extends string, Type extends ColumnType>(name: Name, type: Type, meaning: string) =>
  ({ name, type, nullable: false, meaning }) as const;
const maybe = <Name extends string, Type extends ColumnType>(name: Name, type: Type, meaning: string) =>
  ({ name, type, nullable: true, meaning }) as const;

/** One row a trajectory. */
const TRAJECTORY_COLUMNS = [
  column('id', 'id', 'the trajectory; unique in the store'),
  maybe('trace_id', 'id', 'the trace it was read from; null for a finished run'),
  column('format', 'text', 'the reader that understood it, such as `genai` or `tau-bench`'),
  maybe('conversation_id', 'id', 'the conversation it is a turn of'),
  maybe('user_id', 'text', 'the user, as the recording has it after redaction'),
  maybe('agent_name', 'text', 'the agent'),
  maybe('agent_version', 'text', "the agent's version"),
  maybe('started_at', 'time', 'when it began, UTC'),
  maybe('duration_ms', 'double', 'from its beginning to its end'),
  maybe('provider', 'text', 'the provider of the first model call'),
  maybe('model', 'text', 'the model that answered the first model call, else the one that was asked'),
  column('models', 'texts', 'all such models, sorted'),
  column('slices', 'texts', 'the task slices it is in, by the `slices` of the settings'),
  column('cohorts', 'texts', 'the user groups it is in'),
  column('attributes', 'json', 'flat attributes of the run as a JSON object'),
  maybe('passed', 'boolean', 'what the first outcome that says passed or failed says'),
  maybe('outcome_name', 'text', 'the name of that outcome, else of the first one'),
  maybe('outcome_source', 'text', '`evaluation`, `feedback`, `reward` or `status`'),
  maybe('outcome_score', 'double', 'its value where that is a number'),
  maybe('outcome_label', 'text', 'its value where that is a text'),
  column('steps', 'int', 'model calls and tool calls'),
  column('model_calls', 'int', 'model calls'),
  column('tool_calls', 'int', 'tool calls'),
  column('tool_counts', 'json', 'calls of each tool as a JSON object, sorted by name'),
  column('model_errors', 'int', 'model calls that failed'),
  column('tool_errors', 'int', 'tool calls that failed'),
  maybe('input_tokens', 'long', 'tokens sent, cached ones too; null where no call tells'),
  maybe('output_tokens', 'long', 'tokens answered'),
  maybe('cached_input_tokens', 'long', 'tokens sent that the provider had cached'),
  maybe('cost_usd', 'double', 'cost as recorded; null where no call tells'),
  maybe('model_ms', 'double', 'time in model calls, added up'),
  maybe('tool_ms', 'double', 'time in tool calls, added up'),
  maybe('prompt_fingerprint', 'text', 'of the system messages of the first model call that kept its input'),
  maybe('tools_fingerprint', 'text', 'of the tool definitions of the first model call that kept them'),
  maybe('result_shapes_fingerprint', 'text', "of the shapes of every tool's results; null where no result was kept"),
  maybe('output_shape_fingerprint', 'text', "of the shape of the agent's final answer; null where there is none"),
  column('problems', 'int', 'what was not understood or was repaired on the way'),
] as const satisfies readonly Column[];

/** One row a step. */
export const STEP_COLUMNS = [
  column('trajectory_id', 'id', "the trajectory's `id`"),
  column('step', 'int', 'the place of the step in it, from 0'),
  column('kind', 'text', '`model_call` or `tool_call`'),
  maybe('agent', 'text', 'the agent that took it, from the outermost to the innermost, with `/` between'),
  maybe('started_at', 'time', 'when it began, UTC'),
  maybe('duration_ms', 'double', 'how long it took'),
  maybe('tool', 'text', 'the tool of a tool call'),
  maybe('model', 'text', 'the model that answered a model call, else the one that was asked'),
  maybe('arguments_fingerprint', 'id', 'of the arguments: equal calls of a tool have equal ones; null where not kept'),
  maybe('arguments_shape_fingerprint', 'text', 'of the shape of the arguments: their names and types without values'),
  maybe('result_fingerprint', 'id', 'of the result or the error that came back'),
  maybe('result_shape_fingerprint', 'text', 'of the shape of the result: its members and types without values'),
  maybe('error', 'text', 'what went wrong, cut; null where nothing did'),
  maybe('finish_reason', 'text', 'why a model call ended'),
  maybe('input_tokens', 'long', 'tokens sent, cached ones too'),
  maybe('output_tokens', 'long', 'tokens answered'),
] as const satisfies readonly Column[];

export const COLUMNS: Readonly<Record<TableName, readonly Column[]>> = {
  trajectories: TRAJECTORY_COLUMNS,
  steps: STEP_COLUMNS,
};

interface ValueOf {
  readonly id: string;
  readonly text: string;
  readonly texts: readonly string[];
  readonly json: string;
  readonly int: number;
  readonly long: number;
  readonly double: number;
  readonly boolean: boolean;
  readonly time: number;
}

export type Cell = ValueOf[ColumnType] | null;
/** Any table's row: a cell a column. */
export type Row = Readonly<Record<string, Cell>>;

type RowOf<Columns extends readonly Column[]> = {
  readonly [C in Columns[number] as C['name']]: ValueOf[C['type']] | (C['nullable'] extends true ? null : never);
};
export type TrajectoryRow = RowOf<typeof TRAJECTORY_COLUMNS>;
export type StepRow = RowOf<typeof STEP_COLUMNS>;
