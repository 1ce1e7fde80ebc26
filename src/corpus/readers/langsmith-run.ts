import type { Attributes, Json, JsonObject, Outcome } from '../../trace/index.ts';
import { decodedJson, isJsonObject } from '../../trace/index.ts';
import { textOf, usOf } from './parts.ts';
import type { EndedSpan } from './spans.ts';

/**
 * A run as the span that LangSmith's own exporter would have made of it. A text says what is wrong with the run. Spans
 * are ordered by their start, which is that of the run's place in the dotted order: there the runs that one millisecond
 * began stand in the order in which they were begun.
 */
export function runSpan(run: JsonObject): EndedSpan | string {
  const id = textOf(run.id);
  if (id === null) return 'a run without an id';
  const startUs = dottedStart(textOf(run.dotted_order)) ?? usOf(run.start_time);
  if (startUs === null) return `expected a start time, received ${JSON.stringify(run.start_time ?? null)}`;
  const endUs = usOf(run.end_time);
  const error = textOf(run.error);
  const failed = error !== null || run.status === 'error';
  return {
    hasEnd: endUs !== null,
    span: {
      traceId: textOf(run.trace_id) ?? id,
      spanId: id,
      parentSpanId: textOf(run.parent_run_id),
      name: textOf(run.name) ?? '',
      scope: { name: 'langsmith', version: null },
      resource: {},
      attributes: attributesOf(run),
      events: [],
      startUs,
      endUs: Math.max(endUs ?? startUs, startUs),
      status: { code: failed ? 'error' : 'unset', message: error },
    },
  };
}

const DOTTED = /(?:^|\.)(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3,6})Z[^.]*$/;

/** The start in the last part of `20240429T004912090000Z<id>.20240429T004912120000Z<id>`; older ones have milliseconds. */
function dottedStart(order: string | null): number | null {
  const [, year, month, day, hour, minute, second, fraction] = DOTTED.exec(order ?? '') ?? [];
  return year === undefined ? null : usOf(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}Z`);
}

function attributesOf(run: JsonObject): Attributes {
  const extra = objectOf(run.extra);
  const metadata = objectOf(extra.metadata);
  const parameters = { ...objectOf(metadata.invocation_params), ...objectOf(extra.invocation_params) };
  const tags = decodedJson(run.tags);
  const named: Readonly<Record<string, Json | undefined>> = {
    'langsmith.span.kind': textOf(run.run_type) ?? 'chain',
    'langsmith.trace.name': run.name,
    'langsmith.span.tags': Array.isArray(tags) && tags.length > 0 ? tags.join(', ') : undefined,
    'gen_ai.usage.cost': run.total_cost,
    'gen_ai.prompt': run.inputs,
    'gen_ai.completion': run.outputs,
    'gen_ai.request.model': metadata.ls_model_name ?? parameters.model ?? parameters.model_name,
    'gen_ai.usage.input_tokens': run.prompt_tokens,
    'gen_ai.usage.output_tokens': run.completion_tokens,
    'gen_ai.tool.definitions': parameters.tools ?? parameters.functions,
  };
  return Object.fromEntries(
    [
      ...Object.entries(named),
      ...under('langsmith.metadata.', metadata),
      ...under('gen_ai.request.', plain(parameters)),
    ].filter((entry): entry is [string, Json] => entry[1] !== undefined && entry[1] !== null),
  );
}

function under(prefix: string, object: JsonObject): readonly (readonly [string, Json])[] {
  return Object.entries(object).map(([name, value]) => [`${prefix}${name}`, value] as const);
}

/** Parameters of the request; what is no parameter, and LangChain's word for the class of the model, left out. */
function plain({ model: _m, model_name: _n, tools: _t, functions: _f, _type, ...parameters }: JsonObject): JsonObject {
  return parameters;
}

function objectOf(value: Json | undefined): JsonObject {
  const object = decodedJson(value);
  return isJsonObject(object) ? object : {};
}

/** Feedback as LangSmith sums it up: `{key: {n, avg, values: {label: count}}}`. Several votes are one average. */
export function feedbackOutcomes(run: JsonObject): readonly Outcome[] {
  return Object.entries(objectOf(run.feedback_stats)).flatMap(([name, said]): Outcome[] => {
    const stats = objectOf(said);
    const labels = Object.keys(objectOf(stats.values));
    const value = typeof stats.avg === 'number' ? stats.avg : labels.join(', ');
    if (value === '') return [];
    const votes = typeof stats.n === 'number' && stats.n > 1 ? `${stats.n} votes` : null;
    return [{ name, value, passed: null, source: 'feedback', explanation: votes }];
  });
}
