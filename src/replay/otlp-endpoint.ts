import { promisify } from 'node:util';
import { gunzip, zstdDecompress } from 'node:zlib';
import { cut, messageOf } from '../errors.ts';
import { decodeOtlp, type OtlpContent, type OtlpForm, type OtlpSignal } from '../trace/index.ts';

/** A post to `$OTEL_EXPORTER_OTLP_ENDPOINT/v1/<signal>`, as it came. */
export interface OtlpPost {
  readonly method: string;
  /** Behind the endpoint: `v1/traces`. */
  readonly path: string;
  readonly contentType: string;
  readonly contentEncoding: string;
  /** null = larger than the limit. */
  readonly body: Uint8Array | null;
}

interface OtlpReply {
  readonly httpStatus: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

const SIGNALS: Readonly<Record<string, OtlpSignal>> = {
  'v1/traces': 'traces',
  'v1/logs': 'logs',
  'v1/metrics': 'metrics',
};
const JSON_TYPE = 'application/json';
const PROTOBUF_TYPE = 'application/x-protobuf';
const INFLATE = { gzip: promisify(gunzip), zstd: promisify(zstdDecompress) };

/**
 * OTLP/HTTP (https://opentelemetry.io/docs/specs/otlp/#otlphttp): gives what a request holds to `take` and answers in the
 * request's own content type. No error here is one that a client should retry.
 */
export async function answerOtlp(
  post: OtlpPost,
  maxBytes: number,
  take: (content: OtlpContent) => void,
): Promise<OtlpReply> {
  const type = post.contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const signal = Object.hasOwn(SIGNALS, post.path) ? SIGNALS[post.path] : undefined;
  if (signal === undefined)
    return failure(404, type, `expected ${Object.keys(SIGNALS).join(', ')}, received ${cut(post.path, 60)}`);
  if (post.method !== 'POST') return failure(405, type, `expected POST, received ${cut(post.method, 20)}`);
  if (type !== JSON_TYPE && type !== PROTOBUF_TYPE)
    return failure(415, type, `expected ${JSON_TYPE} or ${PROTOBUF_TYPE}, received ${cut(type, 60)}`);
  const plain = await decompressed(post, maxBytes);
  if (plain.kind === 'refused') return failure(plain.httpStatus, type, plain.message);
  const form: OtlpForm = type === JSON_TYPE ? { encoding: 'json' } : { encoding: 'protobuf', signal };
  const content = decodeOtlp(plain.bytes, form, post.path);
  take(content);
  const [problem] = content.problems;
  const isEmpty = content.spans.length + content.logs.length + content.droppedMetrics === 0;
  if (isEmpty && problem !== undefined) return failure(400, type, `${problem.reason}: ${problem.examples.join()}`);
  return { httpStatus: 200, contentType: type, body: type === JSON_TYPE ? '{}' : '' };
}

type Decompressed =
  | { readonly kind: 'plain'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly httpStatus: number; readonly message: string };

async function decompressed({ contentEncoding, body }: OtlpPost, maxBytes: number): Promise<Decompressed> {
  if (body === null) return refused(413, tooLarge(maxBytes));
  if (contentEncoding === '' || contentEncoding === 'identity') return { kind: 'plain', bytes: body };
  if (contentEncoding !== 'gzip' && contentEncoding !== 'zstd')
    return refused(415, `expected no content encoding, gzip or zstd, received ${cut(contentEncoding, 60)}`);
  try {
    return { kind: 'plain', bytes: await INFLATE[contentEncoding](body, { maxOutputLength: maxBytes }) };
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return isTooLarge
      ? refused(413, tooLarge(maxBytes))
      : refused(400, `damaged ${contentEncoding}: ${messageOf(error)}`);
  }
}

function refused(httpStatus: number, message: string): Decompressed {
  return { kind: 'refused', httpStatus, message };
}

function tooLarge(maxBytes: number): string {
  return `the request is larger than ${maxBytes} bytes`;
}

const INVALID_ARGUMENT = 3;

/** google.rpc.Status in the client's encoding, as OTLP asks for. */
function failure(httpStatus: number, type: string, message: string): OtlpReply {
  if (type !== PROTOBUF_TYPE)
    return { httpStatus, contentType: JSON_TYPE, body: JSON.stringify({ code: INVALID_ARGUMENT, message }) };
  // Field 1, the code; field 2, the message, whose length fits into one byte.
  const text = Buffer.from(message).subarray(0, 127);
  const body = Buffer.concat([Buffer.from([0x08, INVALID_ARGUMENT, 0x12, text.length]), text]);
  return { httpStatus, contentType: PROTOBUF_TYPE, body };
}
