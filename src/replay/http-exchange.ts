import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { OtlpPost } from './otlp-endpoint.ts';

export type RequestBody =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'aborted' };

/** A client that goes away while it still sends has asked nothing: nobody waits for an answer, and pawl is not at fault. */
function readBody(incoming: IncomingMessage, maxBytes: number): Promise<RequestBody> {
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
export async function readOtlpPost(call: HttpCall, path: string): Promise<OtlpPost | null> {
  const read = await call.body();
  if (read.kind === 'aborted') return null;
  return {
    method: call.method,
    path,
    contentType: call.header('content-type') ?? '',
    contentEncoding: call.header('content-encoding') ?? '',
    body: read.kind === 'bytes' ? read.bytes : null,
  };
}

export interface Reply {
  readonly httpStatus: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

/** A request that came to the gateway, and the way to answer it. */
export interface HttpCall {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  header(name: string): string | undefined;
  /** The whole body; to be asked for once. */
  body(): Promise<RequestBody>;
  /** Answers, unless it was answered before or its client is gone. */
  reply(reply: Reply): void;
  /** Registers what is to happen when the client goes away before it has the whole answer. */
  onLost(act: () => void): void;
  /** For who answers in another way than by one reply; null = a plain request (plain-http.ts). */
  readonly node: { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse } | null;
}

/** A call that node's own server has read. */
export function nodeCall(incoming: IncomingMessage, outgoing: ServerResponse, maxBytes: number): HttpCall {
  const { method = '', url = '', headers } = incoming;
  return {
    ...{ method, url, node: { incoming, outgoing } },
    header: (name) => {
      const value = headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    body: () => readBody(incoming, maxBytes),
    reply: (reply) => {
      if (!outgoing.headersSent) send(outgoing, reply);
    },
    onLost: (act) => {
      outgoing.once('close', () => {
        if (!outgoing.writableFinished) act();
      });
    },
  };
}

function send(outgoing: ServerResponse, reply: Reply): void {
  if (outgoing.destroyed) return;
  const { body, contentType } = reply;
  const size = Buffer.byteLength(body);
  // A text goes out in one piece with its headers.
  outgoing.writeHead(reply.httpStatus, { 'content-type': contentType, 'content-length': size, ...retryHeaders(reply) });
  outgoing.end(body);
}

/** What went wrong here does not mend itself within a trial; the SDKs that know this header then do not retry. */
export function retryHeaders({ httpStatus }: Reply): Readonly<Record<string, string>> {
  return httpStatus === 200 ? {} : { 'x-should-retry': 'false' };
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
