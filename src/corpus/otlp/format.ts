import { cut } from '../../errors.ts';
import { isJsonObject, MAX_OTLP_BYTES, type OtlpSignal, parseJson, signalOf } from '../../trace/index.ts';

/** How a file holds OTLP requests. */
type OtlpFormat =
  /** One request a line, as the collector's file exporter writes it. */
  | { readonly kind: 'json_lines' }
  /** One request, spread over lines. */
  | { readonly kind: 'json_document' }
  /** One request, the body of an OTLP/HTTP post. */
  | { readonly kind: 'protobuf'; readonly signal: OtlpSignal }
  /**
   * Requests behind their length as a 32-bit number, high byte first: what the collector's file exporter writes as
   * `format: proto`, and for either format under `compression: zstd`, where every request is a zstd frame of its own.
   */
  | { readonly kind: 'length_prefixed' };

export type OtlpDetection = OtlpFormat | { readonly kind: 'unknown'; readonly seen: string };

/** So many bytes of a file are enough to know its format. */
export const DETECTION_BYTES = 64 * 1024;

const REQUEST = /"resource(Spans|Logs|Metrics)"\s*:/;
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];
const MAX_SEEN_CHARS = 80;

/** Tells the format by the first bytes of a file, decompressed; all of it, or `DETECTION_BYTES`. Never a guess. */
export function detectOtlp(head: Uint8Array): OtlpDetection {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('utf8');
  if (isJson(text) && REQUEST.test(text)) return { kind: isOneDocument(text) ? 'json_document' : 'json_lines' };
  if (isLengthPrefixed(head)) return { kind: 'length_prefixed' };
  const signal = signalOf(head);
  if (signal !== null) return { kind: 'protobuf', signal };
  return { kind: 'unknown', seen: seen(head, text) };
}

/** What a length-prefixed request is. `zstd` = it must be decompressed to tell. */
export function payloadOf(bytes: Uint8Array): 'json' | 'zstd' | OtlpSignal | null {
  if (startsWith(bytes, ZSTD)) return 'zstd';
  return isJson(Buffer.from(bytes.subarray(0, 100)).toString('utf8')) ? 'json' : signalOf(bytes);
}

function isJson(text: string): boolean {
  return /^\ufeff?\s*\{/.test(text);
}

/** A first line that is no value of its own opens a document, unless further lines begin requests: then it is a bad line. */
function isOneDocument(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [first = '', ...others] = lines;
  if (others.length === 0 || parseJson(first.replace(/^\ufeff/, '')) !== undefined) return false;
  return !others.some((line) => /^\{\s*"resource/.test(line));
}

function isLengthPrefixed(head: Uint8Array): boolean {
  let at = 0;
  for (let length = lengthAt(head, at); length === 0; length = lengthAt(head, at)) at += 4;
  const length = lengthAt(head, at);
  if (length === null || length > MAX_OTLP_BYTES) return false;
  const payload = payloadOf(head.subarray(at + 4, at + 4 + length));
  return payload !== null && (payload !== 'json' || REQUEST.test(Buffer.from(head.subarray(at + 4)).toString('utf8')));
}

function lengthAt(bytes: Uint8Array, at: number): number | null {
  if (at + 4 > bytes.length) return null;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function seen(head: Uint8Array, text: string): string {
  if (head.length === 0) return 'nothing';
  const value = parseJson(text.split('\n', 1)[0] ?? '') ?? parseJson(text);
  if (isJsonObject(value)) return `JSON with the members ${cut(Object.keys(value).join(', '), MAX_SEEN_CHARS)}`;
  const beginning = text.slice(0, 1000);
  const isText = !beginning.includes('\0') && !beginning.includes('\ufffd');
  if (isText) return `text that begins with ${JSON.stringify(cut(beginning, MAX_SEEN_CHARS))}`;
  return `bytes that begin with ${Buffer.from(head.subarray(0, 16)).toString('hex')}`;
}
