import type { Json, JsonObject } from '../json.ts';
import type { LogRecord, Span } from '../span.ts';
import { numberAt, textAt } from './attributes.ts';

/** Where the spans that are made here keep the bodies of the Messages API, as JSON text. */
export const REQUEST_BODY = 'api.request_body';
export const RESPONSE_BODY = 'api.response_body';

/**
 * Spans of what Claude Code's log events tell: a prompt, a model request, a tool call each. Where the session was traced
 * too they are merged with its spans by the ids that both have; else the events of one prompt are a trace by themselves,
 * known by session and prompt.
 */
export function spansOfClaudeLogs(logs: readonly LogRecord[], known: ReadonlySet<string>): readonly Span[] {
  const own = logs.filter(({ scope }) => scope.name.startsWith('com.anthropic.claude_code'));
  return [...Map.groupBy(own, traceIdOf)].flatMap(([traceId, records]) => {
    const told = [...toldBy(records.sort(inSequence))];
    const interaction = told.find(([, { kind }]) => kind === 'interaction');
    const isTraced = records.some(({ spanId }) => spanId !== null && known.has(spanId));
    return told.map(([id, each]) => {
      const parent = isTraced ? activeSpan(each, known) : id === interaction?.[0] ? null : (interaction?.[0] ?? null);
      return spanOf({ traceId, id, parent }, each, each === interaction?.[1] ? records : each.records);
    });
  });
}

function traceIdOf({ traceId, attributes }: LogRecord): string {
  const [session, prompt] = [textAt(attributes, 'session.id'), textAt(attributes, 'prompt.id')];
  return traceId ?? `claude-code/${session ?? 'no session'}/${prompt ?? 'no prompt'}`;
}

function inSequence(a: LogRecord, b: LogRecord): number {
  const place = ({ attributes }: LogRecord): number => numberAt(attributes, 'event.sequence') ?? 0;
  return place(a) - place(b) || a.timeUs - b.timeUs;
}

type Kind = 'interaction' | 'llm_request' | 'tool';

/** What events tell of one span. */
interface Told {
  readonly kind: Kind;
  readonly records: LogRecord[];
  attributes: JsonObject;
}

const KINDS: Readonly<Record<string, Kind>> = {
  user_prompt: 'interaction',
  api_request: 'llm_request',
  api_error: 'llm_request',
  api_response_body: 'llm_request',
  assistant_response: 'llm_request',
  tool_decision: 'tool',
  tool_result: 'tool',
};

/** By span id: the call's own id behind `log:`, so that an event that is delivered twice adds nothing. */
function toldBy(records: readonly LogRecord[]): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  const requests = new Map<Json, Json>();
  for (const record of records) {
    const { attributes } = record;
    const name = (record.eventName ?? '').replace(/^claude_code\./, '');
    const source = attributes.query_source ?? null;
    // A request's body has no id: it is that of the next answer to the same subsystem.
    if (name === 'api_request_body') requests.set(source, attributes.body ?? null);
    const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
    if (kind === undefined) continue;
    const id = spanId(kind, record);
    const each = told.get(id) ?? { kind, records: [], attributes: {} };
    told.set(id, each);
    each.records.push(record);
    each.attributes = { ...each.attributes, ...attributes, ...content(name, attributes) };
    if (kind !== 'llm_request' || !requests.has(source)) continue;
    each.attributes[REQUEST_BODY] ??= requests.get(source) ?? null;
    requests.delete(source);
  }
  return told;
}

function spanId(kind: Kind, { attributes, timeUs }: LogRecord): string {
  const prompt = textAt(attributes, 'prompt.id') ?? textAt(attributes, 'session.id') ?? '';
  if (kind === 'interaction') return `log:${prompt}`;
  return `log:${textAt(attributes, kind === 'tool' ? 'tool_use_id' : 'request_id') ?? `${prompt}:${kind}:${timeUs}`}`;
}

/** What spans have under other names. */
function content(name: string, attributes: LogRecord['attributes']): JsonObject {
  if (name === 'user_prompt') return { user_prompt: attributes.prompt ?? null };
  return name === 'api_response_body' ? { [RESPONSE_BODY]: attributes.body ?? null } : {};
}

/** Events name the span that was active when they were logged, which need not be the one that they are about. */
function activeSpan({ records }: Told, known: ReadonlySet<string>): string | null {
  return records.find(({ spanId: active }) => active !== null && known.has(active))?.spanId ?? null;
}

function spanOf(
  place: { readonly traceId: string; readonly id: string; readonly parent: string | null },
  { kind, attributes, records }: Told,
  during: readonly LogRecord[],
): Span {
  const [first] = records;
  const name = `claude_code.${kind}`;
  const times = during.map(({ timeUs, attributes: own }) => timeUs - (numberAt(own, 'duration_ms') ?? 0) * 1000);
  return {
    traceId: place.traceId,
    spanId: place.id,
    parentSpanId: place.parent,
    name,
    scope: first?.scope ?? { name, version: null },
    resource: first?.resource ?? {},
    attributes: { ...attributes, 'span.type': kind },
    events: [],
    // Events are logged at the end of what they tell.
    startUs: times.reduce((a, b) => Math.min(a, b)),
    endUs: during.reduce((end, { timeUs }) => Math.max(end, timeUs), 0),
    status: { code: 'unset', message: null },
  };
}
