import { parseJson } from '../json.ts';
import { Intake, type OtlpContent } from './intake.ts';
import { takeJsonRequest } from './json.ts';
import { dropMetrics, takeLogs, takeTraces } from './protobuf.ts';

export type OtlpSignal = 'traces' | 'logs' | 'metrics';

/** JSON says itself what it holds; protobuf does not. */
export type OtlpForm = { readonly encoding: 'json' } | { readonly encoding: 'protobuf'; readonly signal: OtlpSignal };

/** A larger request or document is not read. */
export const MAX_OTLP_BYTES = 128 * 1024 * 1024;

/**
 * Decodes one OTLP request: Export{Trace,Logs,Metrics}ServiceRequest or the collector's {Traces,Logs,Metrics}Data
 * (opentelemetry-proto v1; OTLP/JSON as the OTLP specification has it). Never throws: what cannot be read is left out,
 * counted, and shown with its place, which begins with `where`.
 */
export function decodeOtlp(bytes: Uint8Array, form: OtlpForm, where = ''): OtlpContent {
  const intake = new Intake(where);
  if (bytes.length > MAX_OTLP_BYTES)
    intake.problem('request too large, left out', `${bytes.length} bytes, at most ${MAX_OTLP_BYTES}`);
  else if (form.encoding === 'json') takeBytes(bytes, intake);
  else TAKES[form.signal](bytes, intake);
  return intake.content();
}

/** The same for one request as JSON text. */
export function decodeOtlpText(text: string, where = ''): OtlpContent {
  const intake = new Intake(where);
  takeText(text, intake);
  return intake.content();
}

const TAKES = { traces: takeTraces, logs: takeLogs, metrics: dropMetrics };

function takeBytes(bytes: Uint8Array, intake: Intake): void {
  const text = utf8(bytes);
  if (text === null) intake.problem('no UTF-8, request left out', `${bytes.length} bytes`);
  else takeText(text, intake);
}

function takeText(text: string, intake: Intake): void {
  const root = parseJson(text);
  if (root === undefined) intake.problem('no JSON, request left out', text.slice(0, 80), 'no_json');
  else takeJsonRequest(root, intake);
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
