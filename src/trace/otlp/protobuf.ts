import type { JsonObject } from '../json.ts';
import type { SpanEvent } from '../span.ts';
import { type Intake, MAX_VALUE_LEVELS, type RawLog, type RawSpan } from './intake.ts';
import { anyValue, idOf, takeMember, textOf } from './protobuf-values.ts';
import { ProtobufReader } from './wire-format.ts';

/*
 * Field tags are written out as the wire has them, number * 8 + type, with the name that opentelemetry-proto v1 gives the
 * field. A field of an unexpected type is an unknown one and skipped, as protobuf has it.
 */

/** Takes ExportTraceServiceRequest or TracesData. */
export function takeTraces(bytes: Uint8Array, intake: Intake): void {
  takeResources(new ProtobufReader(bytes), intake, 'resourceSpans', takeSpan);
}

/** Takes ExportLogsServiceRequest or LogsData. */
export function takeLogs(bytes: Uint8Array, intake: Intake): void {
  takeResources(new ProtobufReader(bytes), intake, 'resourceLogs', takeLog);
}

/** Counts the resources of ExportMetricsServiceRequest or MetricsData. */
export function dropMetrics(bytes: Uint8Array, intake: Intake): void {
  const reader = new ProtobufReader(bytes);
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    reader.skip(tag);
    if (tag === 0x0a) intake.droppedMetrics += 1;
  }
}

type Take = (reader: ProtobufReader, intake: Intake) => void;

function takeResources(reader: ProtobufReader, intake: Intake, list: Intake['list'], take: Take): void {
  let index = 0;
  reader.each(0x0a, () => {
    intake.startResource(list, index);
    index += 1;
    // The fields of a message stand in any order, and the spans need the resource.
    reader.twice(
      () => reader.each(0x0a, () => takeResource(reader, intake)),
      () => takeScopes(reader, intake, take),
    );
    settle(reader, intake, 'malformed protobuf, the rest of a resource left out');
  });
  intake.startResource(list, -1);
  settle(reader, intake, 'malformed protobuf, the rest of the request left out');
}

function takeScopes(reader: ProtobufReader, intake: Intake, take: Take): void {
  let scopeIndex = 0;
  reader.each(0x12, () => {
    intake.startScope(scopeIndex);
    scopeIndex += 1;
    reader.twice(
      () => reader.each(0x0a, () => takeScope(reader, intake)),
      () => takeItems(reader, intake, take),
    );
    settle(reader, intake, 'malformed protobuf, the rest of a scope left out');
  });
}

function takeItems(reader: ProtobufReader, intake: Intake, take: Take): void {
  let index = 0;
  reader.each(0x12, () => {
    intake.itemIndex = index;
    index += 1;
    take(reader, intake);
  });
}

/** Reports a fault and goes on: where the message ends is known from outside of it. */
function settle(reader: ProtobufReader, intake: Intake, reason: string): boolean {
  if (reader.fault === null) return true;
  intake.problem(reason, reader.fault);
  reader.fault = null;
  return false;
}

function takeResource(reader: ProtobufReader, intake: Intake): void {
  const attributes: JsonObject = {};
  reader.each(0x0a, () => takeMember(reader, intake, attributes, MAX_VALUE_LEVELS));
  if (settle(reader, intake, 'malformed protobuf, a resource left out')) intake.resource = attributes;
}

function takeScope(reader: ProtobufReader, intake: Intake): void {
  let name = '';
  let version = '';
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    if (tag === 0x0a) name = textOf(reader, intake);
    else if (tag === 0x12) version = textOf(reader, intake);
    else reader.skip(tag);
  }
  const isSound = settle(reader, intake, 'malformed protobuf, a scope left out');
  if (isSound) intake.scope = { name, version: version === '' ? null : version };
}

function takeSpan(reader: ProtobufReader, intake: Intake): void {
  const attributes: JsonObject = {};
  const events: SpanEvent[] = [];
  const span: RawSpan = {
    traceId: null,
    spanId: null,
    parentSpanId: null,
    name: '',
    attributes,
    events,
    startUs: null,
    endUs: null,
    statusCode: 0,
    statusMessage: '',
  };
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    switch (tag) {
      case 0x0a: // trace_id
        span.traceId = idOf(reader, intake, 16);
        break;
      case 0x12: // span_id
        span.spanId = idOf(reader, intake, 8);
        break;
      case 0x22: // parent_span_id
        span.parentSpanId = idOf(reader, intake, 8);
        break;
      case 0x2a: // name
        span.name = textOf(reader, intake);
        break;
      case 0x39: // start_time_unix_nano
        span.startUs = reader.microseconds();
        break;
      case 0x41: // end_time_unix_nano
        span.endUs = reader.microseconds();
        break;
      case 0x4a: // attributes
        reader.within(() => takeMember(reader, intake, attributes, MAX_VALUE_LEVELS));
        break;
      case 0x5a: // events
        reader.within(() => takeEvent(reader, intake, events));
        break;
      case 0x7a: // status
        reader.within(() => takeStatus(reader, intake, span));
        break;
      default:
        reader.skip(tag);
    }
  }
  if (settle(reader, intake, 'malformed protobuf, a span left out')) intake.addSpan(span);
}

function takeEvent(reader: ProtobufReader, intake: Intake, events: SpanEvent[]): void {
  const attributes: JsonObject = {};
  let name = '';
  let timeUs: number | null = null;
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    if (tag === 0x09) timeUs = reader.microseconds();
    else if (tag === 0x12) name = textOf(reader, intake);
    else if (tag === 0x1a) reader.within(() => takeMember(reader, intake, attributes, MAX_VALUE_LEVELS));
    else reader.skip(tag);
  }
  if (reader.fault === null) events.push(intake.event(name, timeUs, attributes));
}

function takeStatus(reader: ProtobufReader, intake: Intake, span: RawSpan): void {
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    if (tag === 0x12) span.statusMessage = textOf(reader, intake);
    else if (tag === 0x18) span.statusCode = reader.uint();
    else reader.skip(tag);
  }
}

function takeLog(reader: ProtobufReader, intake: Intake): void {
  const attributes: JsonObject = {};
  const log: RawLog = {
    traceId: null,
    spanId: null,
    eventName: '',
    attributes,
    body: null,
    timeUs: null,
    observedUs: null,
  };
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    switch (tag) {
      case 0x09: // time_unix_nano
        log.timeUs = reader.microseconds();
        break;
      case 0x2a: // body
        reader.within(() => {
          log.body = anyValue(reader, intake, MAX_VALUE_LEVELS);
        });
        break;
      case 0x32: // attributes
        reader.within(() => takeMember(reader, intake, attributes, MAX_VALUE_LEVELS));
        break;
      case 0x4a: // trace_id
        log.traceId = idOf(reader, intake, 16);
        break;
      case 0x52: // span_id
        log.spanId = idOf(reader, intake, 8);
        break;
      case 0x59: // observed_time_unix_nano
        log.observedUs = reader.microseconds();
        break;
      case 0x62: // event_name
        log.eventName = textOf(reader, intake);
        break;
      default:
        reader.skip(tag);
    }
  }
  if (settle(reader, intake, 'malformed protobuf, a log record left out')) intake.addLog(log);
}
