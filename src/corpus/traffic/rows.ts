import { cut } from '../../errors.ts';
import {
  type Json,
  jsonShape,
  nestedDeeperThan,
  type ObservedModelCall,
  type ObservedToolCall,
  type ObservedTrajectory,
  type Outcome,
} from '../../trace/index.ts';
import type { StepRow, TrajectoryRow } from './columns.ts';
import { fingerprintOf, promptFingerprint, resultShape, shapeFingerprint, toolsFingerprint } from './fingerprints.ts';

/** The slices and cohorts of a trajectory. */
export interface Labels {
  readonly slices: readonly string[];
  readonly cohorts: readonly string[];
}

/** What the tables hold of one trajectory. */
export interface Rows {
  readonly trajectory: TrajectoryRow;
  readonly steps: readonly StepRow[];
}

const MAX_ERROR_CHARS = 300;
const MAX_ERROR_LEVELS = 50;

/** `traceId` is null for a finished run. */
export function rowsOf(trajectory: ObservedTrajectory, traceId: string | null, labels: Labels): Rows {
  const steps = stepRows(trajectory);
  return { trajectory: trajectoryRow(trajectory, traceId, labels, steps), steps };
}

function trajectoryRow(
  trajectory: ObservedTrajectory,
  traceId: string | null,
  { slices, cohorts }: Labels,
  rows: readonly StepRow[],
): TrajectoryRow {
  const { id, format, conversationId, userId, agentName, agentVersion, startUs, endUs, steps, output } = trajectory;
  const modelCalls = steps.filter((step) => step.kind === 'model_call');
  const toolCalls = steps.filter((step) => step.kind === 'tool_call');
  const models = modelCalls.flatMap((call) => modelOf(call) ?? []);
  return {
    id,
    trace_id: traceId,
    format,
    conversation_id: conversationId,
    user_id: userId,
    agent_name: agentName,
    agent_version: agentVersion,
    started_at: startUs,
    duration_ms: startUs === null || endUs === null || endUs < startUs ? null : (endUs - startUs) / 1000,
    provider: firstOf(modelCalls, ({ provider }) => provider),
    model: models[0] ?? null,
    models: [...new Set(models)].sort(),
    slices,
    cohorts,
    attributes: JSON.stringify(trajectory.attributes),
    ...outcomeCells(trajectory.outcomes),
    steps: steps.length,
    model_calls: modelCalls.length,
    tool_calls: toolCalls.length,
    tool_counts: toolCounts(toolCalls),
    model_errors: modelCalls.filter(({ error }) => error !== null).length,
    tool_errors: toolCalls.filter(({ outcome }) => outcome.kind === 'error').length,
    input_tokens: sum(rows, ({ input_tokens }) => input_tokens),
    output_tokens: sum(rows, ({ output_tokens }) => output_tokens),
    cached_input_tokens: sum(modelCalls, ({ usage }) => usage?.cachedInputTokens ?? null),
    cost_usd: sum(modelCalls, ({ costUsd }) => costUsd),
    model_ms: sum(modelCalls, ({ durationMs }) => durationMs),
    tool_ms: sum(toolCalls, ({ durationMs }) => durationMs),
    prompt_fingerprint: firstOf(modelCalls, promptFingerprint),
    tools_fingerprint: firstOf(modelCalls, toolsFingerprint),
    result_shapes_fingerprint: shapesFingerprint(rows),
    output_shape_fingerprint: output === null ? null : shapeFingerprint(jsonShape(output)),
    problems: trajectory.problems.length,
  };
}

function stepRows({ id, steps }: ObservedTrajectory): StepRow[] {
  return steps.map((step, index) => {
    const { kind, agent, startUs, durationMs } = step;
    return {
      trajectory_id: id,
      step: index,
      kind,
      agent: agent.length === 0 ? null : agent.join('/'),
      started_at: startUs,
      duration_ms: durationMs,
      ...(step.kind === 'model_call' ? modelCells(step) : toolCells(step)),
    };
  });
}

type StepCells = Omit<StepRow, 'trajectory_id' | 'step' | 'kind' | 'agent' | 'started_at' | 'duration_ms'>;

function modelCells(call: ObservedModelCall): StepCells {
  return {
    tool: null,
    model: modelOf(call),
    arguments_fingerprint: null,
    arguments_shape_fingerprint: null,
    result_fingerprint: null,
    result_shape_fingerprint: null,
    error: call.error === null ? null : cut(call.error, MAX_ERROR_CHARS),
    finish_reason: call.finishReason,
    input_tokens: call.usage?.inputTokens ?? null,
    output_tokens: call.usage?.outputTokens ?? null,
  };
}

function toolCells(call: ObservedToolCall): StepCells {
  const { outcome } = call;
  const shape = resultShape(call);
  return {
    tool: call.name,
    model: null,
    arguments_fingerprint: call.arguments === null ? null : fingerprintOf(call.arguments),
    arguments_shape_fingerprint: call.arguments === null ? null : shapeFingerprint(jsonShape(call.arguments)),
    result_fingerprint: outcome.kind === 'unknown' ? null : fingerprintOf(outcome.value),
    result_shape_fingerprint: shape === null ? null : shapeFingerprint(shape),
    error: outcome.kind === 'error' ? cut(textOf(outcome.value), MAX_ERROR_CHARS) : null,
    finish_reason: null,
    input_tokens: null,
    output_tokens: null,
  };
}

function modelOf({ responseModel, requestModel }: ObservedModelCall): string | null {
  return responseModel ?? requestModel;
}

function textOf(value: Json): string {
  if (typeof value === 'string') return value;
  return nestedDeeperThan(value, MAX_ERROR_LEVELS) ? 'an error nested too deep to be shown' : JSON.stringify(value);
}

type OutcomeCells = Pick<
  TrajectoryRow,
  'passed' | 'outcome_name' | 'outcome_source' | 'outcome_score' | 'outcome_label'
>;

function outcomeCells(outcomes: readonly Outcome[]): OutcomeCells {
  const outcome = outcomes.find(({ passed }) => passed !== null) ?? outcomes[0] ?? null;
  const value = outcome?.value ?? null;
  return {
    passed: outcome?.passed ?? null,
    outcome_name: outcome?.name ?? null,
    outcome_source: outcome?.source ?? null,
    outcome_score: typeof value === 'number' ? value : null,
    outcome_label: typeof value === 'string' ? value : null,
  };
}

function toolCounts(calls: readonly ObservedToolCall[]): string {
  const counts = new Map<string, number>();
  for (const { name } of calls) counts.set(name, (counts.get(name) ?? 0) + 1);
  return JSON.stringify(Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Of every tool with each shape that its results had: one changed contract changes it. */
function shapesFingerprint(rows: readonly StepRow[]): string | null {
  const shapes = rows.flatMap(({ tool, result_shape_fingerprint: shape }) =>
    shape === null ? [] : [`${tool} ${shape}`],
  );
  return shapes.length === 0 ? null : shapeFingerprint([...new Set(shapes)].sort().join('\n'));
}

/** null where no item tells. */
function sum<T>(items: readonly T[], of: (item: T) => number | null): number | null {
  let total: number | null = null;
  for (const item of items) {
    const value = of(item);
    if (value !== null) total = (total ?? 0) + value;
  }
  return total;
}

function firstOf<T, R>(items: readonly T[], of: (item: T) => R | null): R | null {
  for (const item of items) {
    const value = of(item);
    if (value !== null) return value;
  }
  return null;
}
