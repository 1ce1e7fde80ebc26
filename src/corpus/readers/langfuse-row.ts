import type { Attributes, Json, JsonObject, Scope, Span } from '../../trace/index.ts';
import { decodedJson, isJsonObject, textAt } from '../../trace/index.ts';
import { usOf } from './parts.ts';
import type { EndedSpan } from './spans.ts';

/** A row of an export, whose names are in snake case, under the names that Langfuse's API has for them. */
export function camelCased(row: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

function objectIn(row: JsonObject, name: string): JsonObject {
  const value = decodedJson(row[name]);
  return isJsonObject(value) ? value : {};
}

/**
 * An observation as the span that it was, or would have been: what Langfuse kept of the original attributes, and its own
 * reading of them under the names that its SDKs use. `trace` is the row of its trace; {} where there is none. A text says
 * what is wrong with the row.
 */
export function observationSpan(row: JsonObject, trace: JsonObject): EndedSpan | string {
  const id = textAt(row, 'id');
  const traceId = textAt(row, 'traceId');
  if (id === null || traceId === null) return 'an observation without id or trace id';
  const startUs = usOf(row.startTime);
  if (startUs === null) return `expected a start time, received ${JSON.stringify(row.startTime ?? null)}`;
  const endUs = usOf(row.endTime);
  const metadata = objectIn(row, 'metadata');
  const failed = textAt(row, 'level') === 'ERROR';
  const span: Span = {
    traceId,
    spanId: id,
    parentSpanId: textAt(row, 'parentObservationId'),
    name: textAt(row, 'name') ?? '',
    scope: scopeOf(objectIn(metadata, 'scope')),
    resource: objectIn(metadata, 'resourceAttributes'),
    attributes: {
      ...ownAttributes(row, metadata),
      ...objectIn(metadata, 'attributes'),
      ...traceAttributes(row, trace, metadata),
    },
    events: [],
    startUs,
    endUs: endUs ?? startUs,
    status: { code: failed ? 'error' : 'unset', message: textAt(row, 'statusMessage') },
  };
  return { span, hasEnd: endUs !== null };
}

function scopeOf(scope: JsonObject): Scope {
  return { name: textAt(scope, 'name') ?? 'langfuse', version: textAt(scope, 'version') };
}

function ownAttributes(row: JsonObject, metadata: JsonObject): Attributes {
  return recorded({
    'langfuse.observation.type': textAt(row, 'type')?.toLowerCase(),
    'langfuse.observation.input': row.input,
    'langfuse.observation.output': row.output,
    'langfuse.observation.model.name': row.providedModelName ?? row.model,
    'langfuse.observation.model.parameters': row.modelParameters,
    'langfuse.observation.usage_details': row.usageDetails,
    'langfuse.observation.cost_details': row.costDetails,
    'gen_ai.tool.definitions': toolDefinitions(decodedJson(row.toolDefinitions)),
    // LangChain's handler leaves the provider to the metadata.
    'langfuse.observation.metadata.ls_provider': metadata.ls_provider,
    'langfuse.version': row.version,
  });
}

/** The definitions by name, each a description and a schema as JSON text. */
function toolDefinitions(value: Json): Json[] | undefined {
  if (!isJsonObject(value)) return undefined;
  const named = Object.entries(value).map(([name, definition]): Json => {
    const described = decodedJson(definition);
    return isJsonObject(described) ? { name, ...described } : { name };
  });
  return named.length === 0 ? undefined : named;
}

/** What Langfuse's own processor writes on every span of a trace. Of the metadata, the trace's and those of its root. */
function traceAttributes(row: JsonObject, trace: JsonObject, metadata: JsonObject): Attributes {
  const { attributes: _a, resourceAttributes: _r, scope: _s, ...own } = metadata;
  const { attributes: _ta, resourceAttributes: _tr, scope: _ts, ...common } = objectIn(trace, 'metadata');
  const isRoot = textAt(row, 'parentObservationId') === null;
  return recorded({
    'user.id': trace.userId ?? row.userId,
    'session.id': trace.sessionId ?? row.sessionId,
    'langfuse.trace.name': trace.name ?? row.traceName,
    'langfuse.trace.tags': trace.tags ?? row.tags,
    'langfuse.release': trace.release ?? row.release,
    'langfuse.environment': trace.environment ?? row.environment,
    'langfuse.trace.metadata': { ...(isRoot ? own : {}), ...common },
  });
}

function recorded(attributes: Readonly<Record<string, Json | undefined>>): Attributes {
  const known = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, value] as const],
  );
  return Object.fromEntries(known);
}
