import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import protobuf from 'protobufjs';

/** Protobuf requests made and read by protobufjs, from a schema of our own: an oracle for the hand-written decoder. */
const SCHEMA = protobuf.parse(readFileSync(join(import.meta.dirname, 'opentelemetry.proto'), 'utf8')).root;
const MESSAGES = { traces: 'TracesData', logs: 'LogsData', metrics: 'MetricsData' } as const;
const IDS = ['traceId', 'spanId', 'parentSpanId'];

type Signal = keyof typeof MESSAGES;

/** An OTLP/JSON request as protobuf. */
export function encoded(signal: Signal, request: unknown): Uint8Array {
  const type = SCHEMA.lookupType(MESSAGES[signal]);
  return type.encode(type.fromObject(withIds(request, 'hex', 'base64') as Record<string, unknown>)).finish();
}

/** A protobuf request as the text of OTLP/JSON. */
export function jsonOf(signal: Signal, bytes: Uint8Array): string {
  const type = SCHEMA.lookupType(MESSAGES[signal]);
  const object = type.toObject(type.decode(bytes), { longs: String, bytes: String, json: true });
  return JSON.stringify(withIds(object, 'base64', 'hex'));
}

function withIds(value: unknown, from: BufferEncoding, to: BufferEncoding): unknown {
  if (Array.isArray(value)) return value.map((item) => withIds(item, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      IDS.includes(key) ? Buffer.from(String(member), from).toString(to) : withIds(member, from, to),
    ]),
  );
}
