import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Attributes, Scope, SpanEvent } from '../span.ts';
import { cutText, type Intake, MAX_TEXT_CHARS, MAX_VALUE_LEVELS, setMember } from './intake.ts';

/**
 * Takes an OTLP request (or the collector's TracesData, LogsData: the same shape) as parsed JSON. Beside what the
 * specification says (ids in hexadecimal, 64-bit integers as decimal strings, enums as numbers) it reads what exporters
 * write: integers as numbers, and the plain protobuf mapping with base64 ids and named enums.
 */
export function takeJsonRequest(root: Json, intake: Intake): void {
  const { resourceSpans, resourceLogs, resourceMetrics } = isJsonObject(root) ? root : { resourceSpans: null };
  if ((resourceSpans ?? resourceLogs ?? resourceMetrics ?? null) === null) reportOther(root, intake);
  objects(intake, resourceSpans, (resource, index) => {
    intake.startResource('resourceSpans', index);
    takeResource(intake, resource, resource.scopeSpans, 'spans', takeSpan);
  });
  objects(intake, resourceLogs, (resource, index) => {
    intake.startResource('resourceLogs', index);
    takeResource(intake, resource, resource.scopeLogs, 'logRecords', takeLog);
  });
  intake.droppedMetrics += Array.isArray(resourceMetrics) ? resourceMetrics.length : 0;
}

const LISTS = ['resourceSpans', 'resourceLogs', 'resourceMetrics'];

/** An empty object is a request without anything in it. */
function reportOther(root: Json, intake: Intake): void {
  const members = isJsonObject(root) ? Object.keys(root) : null;
  if (members?.every((name) => LISTS.includes(name))) return;
  const received = members === null ? typeName(root) : `an object with ${members.slice(0, 10).join(', ')}`;
  intake.problem('no OTLP request', `expected one of ${LISTS.join(', ')}, received ${received}`);
}

type Take = (intake: Intake, item: JsonObject) => void;

function takeResource(intake: Intake, block: JsonObject, scopes: Json | undefined, items: string, take: Take): void {
  const { resource } = block;
  if (isJsonObject(resource)) intake.resource = attributesOf(intake, resource.attributes);
  objects(intake, scopes, (scope, index) => {
    intake.startScope(index);
    intake.scope = scopeOf(scope.scope);
    objects(intake, scope[items], (item, itemIndex) => {
      intake.itemIndex = itemIndex;
      take(intake, item);
    });
  });
}

function scopeOf(scope: Json | undefined): Scope {
  if (!isJsonObject(scope)) return { name: '', version: null };
  return { name: textOf(scope.name), version: textOf(scope.version) || null };
}

function takeSpan(intake: Intake, span: JsonObject): void {
  const { status, parentSpanId } = span;
  const events: SpanEvent[] = [];
  objects(intake, span.events, (event) => {
    const timeUs = timeOf(intake, event.timeUnixNano);
    events.push(intake.event(textOf(event.name), timeUs, attributesOf(intake, event.attributes)));
  });
  intake.addSpan({
    traceId: idOf(span.traceId, 16),
    spanId: idOf(span.spanId, 8),
    parentSpanId: optionalId(intake, parentSpanId, 8, 'unreadable parent id, span taken as a root'),
    name: textOf(span.name),
    attributes: attributesOf(intake, span.attributes),
    events,
    startUs: timeOf(intake, span.startTimeUnixNano),
    endUs: timeOf(intake, span.endTimeUnixNano),
    statusCode: isJsonObject(status) ? statusCode(status.code) : 0,
    statusMessage: isJsonObject(status) ? textOf(status.message) : '',
  });
}

function takeLog(intake: Intake, log: JsonObject): void {
  intake.addLog({
    traceId: optionalId(intake, log.traceId, 16, 'unreadable trace id of a log record'),
    spanId: optionalId(intake, log.spanId, 8, 'unreadable span id of a log record'),
    eventName: textOf(log.eventName),
    attributes: attributesOf(intake, log.attributes),
    body: anyValue(intake, log.body, MAX_VALUE_LEVELS),
    timeUs: timeOf(intake, log.timeUnixNano),
    observedUs: timeOf(intake, log.observedTimeUnixNano),
  });
}

/** The objects of a list; absent = none. What is no list, or no object in it, is a problem. */
function objects(intake: Intake, list: Json | undefined, take: (item: JsonObject, index: number) => void): void {
  if (!Array.isArray(list)) {
    if (list !== undefined && list !== null) intake.problem('no list where one belongs', typeName(list));
    return;
  }
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index];
    if (isJsonObject(item)) take(item, index);
    else intake.problem('no object where one belongs', typeName(item ?? null));
  }
}

function attributesOf(intake: Intake, list: Json | undefined): Attributes {
  return membersOf(intake, list, MAX_VALUE_LEVELS);
}

function membersOf(intake: Intake, list: Json | undefined, levels: number): JsonObject {
  const members: JsonObject = {};
  objects(intake, list, ({ key, value }) => {
    if (typeof key === 'string') setMember(members, key, anyValue(intake, value, levels));
    else intake.problem('attribute without a key', typeName(value ?? null));
  });
  return members;
}

function anyValue(intake: Intake, value: Json | undefined, levels: number): Json {
  if (!isJsonObject(value)) {
    if (value !== undefined && value !== null) intake.problem('attribute value in no known form', typeName(value));
    return null;
  }
  if (typeof value.stringValue === 'string') return whole(intake, value.stringValue);
  if (value.intValue !== undefined) return integerOf(intake, value.intValue);
  if (typeof value.boolValue === 'boolean') return value.boolValue;
  if (value.doubleValue !== undefined) return doubleOf(value.doubleValue);
  if (typeof value.bytesValue === 'string') return whole(intake, value.bytesValue);
  return nestedOf(intake, value, levels);
}

function nestedOf(intake: Intake, { arrayValue, kvlistValue, ...rest }: JsonObject, levels: number): Json {
  if (arrayValue === undefined && kvlistValue === undefined) {
    const [name] = Object.keys(rest);
    // An empty object is OTLP's null.
    if (name !== undefined) intake.problem('attribute value in no known form', name);
    return null;
  }
  if (levels <= 1) {
    intake.problem(`value nested deeper than ${MAX_VALUE_LEVELS} levels, left out`, `${MAX_VALUE_LEVELS} levels`);
    return null;
  }
  if (isJsonObject(kvlistValue)) return membersOf(intake, kvlistValue.values, levels - 1);
  const values = isJsonObject(arrayValue) ? (arrayValue.values ?? []) : [];
  return Array.isArray(values) ? values.map((item) => anyValue(intake, item, levels - 1)) : [];
}

function whole(intake: Intake, text: string): string {
  if (text.length <= MAX_TEXT_CHARS) return text;
  intake.problem(`value cut to ${MAX_TEXT_CHARS} characters`, `${text.length} characters`);
  return cutText(text);
}

const INTEGER = /^-?\d{1,20}$/;

function integerOf(intake: Intake, value: Json): Json {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  if (typeof value === 'string' && INTEGER.test(value)) {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (typeof value !== 'number') {
    intake.problem('integer that is none', received(value));
    return null;
  }
  intake.problem('integer beyond 2^53 written as a JSON number, its last digits are lost', String(value));
  return String(value);
}

/** JSON has no infinities and no NaN: they stay the strings that OTLP has for them. */
function doubleOf(value: Json): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'string') return null;
  const number = Number(value);
  return Number.isFinite(number) && value.trim() !== '' ? number : value;
}

const NANOS = /^\d{1,20}$/;

/** Nanoseconds as a decimal string or a number -> whole microseconds; null = not set. */
function timeOf(intake: Intake, value: Json | undefined): number | null {
  if (value === undefined || value === null || value === '' || value === '0' || value === 0) return null;
  if (typeof value === 'string' && NANOS.test(value)) return Number(value.slice(0, -3));
  if (typeof value === 'number' && value > 0 && value < 2 ** 64) return Math.floor(value / 1000);
  intake.problem('time that is no count of nanoseconds', received(value));
  return null;
}

function optionalId(intake: Intake, value: Json | undefined, bytes: number, fault: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  const id = idOf(value, bytes);
  if (id === null && !isZero(value)) intake.problem(fault, received(value));
  return id;
}

const LOWER_HEX = /^[0-9a-f]+$/;
const ANY_HEX = /^[0-9a-fA-F]+$/;
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
const ZERO = /^0+$/;

/** An id of so many bytes as lower-case hex; null where it is none, or all zero, which OTLP calls invalid. */
function idOf(value: Json | undefined, bytes: number): string | null {
  if (typeof value !== 'string') return null;
  if (value.length === bytes * 2) {
    if (LOWER_HEX.test(value)) return ZERO.test(value) ? null : value;
    return ANY_HEX.test(value) ? value.toLowerCase() : null;
  }
  if (!BASE64.test(value) || value.length > bytes * 2) return null;
  const decoded = Buffer.from(value, 'base64');
  const id = decoded.toString('hex');
  return decoded.length === bytes && !ZERO.test(id) ? id : null;
}

function isZero(value: Json): boolean {
  return typeof value === 'string' && (ZERO.test(value) || /^A+=*$/.test(value));
}

function statusCode(code: Json | undefined): number {
  if (typeof code === 'number') return code;
  return code === 'STATUS_CODE_ERROR' ? 2 : code === 'STATUS_CODE_OK' ? 1 : 0;
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A list is not written out: text of one that is nested deeply enough exhausts the stack. */
function received(value: Json): string {
  return typeof value === 'object' ? typeName(value) : String(value);
}

function typeName(value: Json): string {
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
