import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { OtlpPost } from './otlp-endpoint.ts';

export type RequestBody =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'aborted' };

/** A client that goes away while it still sends has asked nothing: nobody waits for an answer, and pawl is not at fault. */
export function readBody(incoming: IncomingMessage, maxBytes: number): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Listeners, not an iterator: this is done for every call, and an iterator costs as much as the rest of it.
  return new Promise((resolve) => {
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // All of it is read: a client that is still sending does not hear the refusal.
      if (size <= maxBytes) chunks.push(chunk);
      else chunks.length = 0;
    });
    incoming.on('end', () =>
      resolve(size > maxBytes ? { kind: 'too_large' } : { kind: 'bytes', bytes: Buffer.concat(chunks) }),
    );
    const aborted = (): void => resolve({ kind: 'aborted' });
    incoming.on('error', aborted).on('close', aborted);
  });
}

/** A post for the OTLP endpoint, `path` behind that; null = its client is gone. */
export async function readOtlpPost(
  incoming: IncomingMessage,
  path: string,
  maxBytes: number,
): Promise<OtlpPost | null> {
  const read = await readBody(incoming, maxBytes);
  if (read.kind === 'aborted') return null;
  return {
    method: incoming.method ?? '',
    path,
    contentType: incoming.headers['content-type'] ?? '',
    contentEncoding: incoming.headers['content-encoding'] ?? '',
    body: read.kind === 'bytes' ? read.bytes : null,
  };
}

export interface Reply {
  readonly httpStatus: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

export function send(outgoing: ServerResponse, reply: Reply): void {
  if (outgoing.destroyed) return;
  const { body, contentType } = reply;
  // What went wrong here does not mend itself within a trial; the SDKs that know this header then do not retry.
  const retry = reply.httpStatus === 200 ? {} : { 'x-should-retry': 'false' };
  const size = Buffer.byteLength(body);
  // A text goes out in one piece with its headers.
  outgoing.writeHead(reply.httpStatus, { 'content-type': contentType, 'content-length': size, ...retry });
  outgoing.end(body);
}

/** They belong to one connection (RFC 9110, 7.6.1), or are made anew. */
const OWN_HEADERS = new Set([
  ...['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding'],
  ...['upgrade', 'host', 'content-length', 'accept-encoding'],
]);

/** The headers of a message that whoever stands between hands on. */
export function passedOn(headers: IncomingHttpHeaders): Record<string, string> {
  const kept = Object.entries(headers).filter(([name, value]) => !OWN_HEADERS.has(name) && value !== undefined);
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
