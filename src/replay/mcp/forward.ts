import { createParser } from 'eventsource-parser';
import { parseJson, type RpcMessage, readRpc, readRpcBody } from '../../trace/index.ts';
import { passedOn } from '../http-exchange.ts';
import type { McpHttp } from './service.ts';

const CLIENT_HEADERS = ['content-type', 'accept', 'mcp-session-id', 'mcp-protocol-version', 'last-event-id'] as const;
const SERVER_HEADERS = ['content-type', 'mcp-session-id', 'allow', 'www-authenticate'] as const;

interface ForwardTo {
  readonly url: string;
  /** Whether the client's own headers go on, its keys too; else those of the protocol alone. */
  readonly ownHeaders: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** Hears each message of the server before the client does. */
  readonly onMessage: (message: RpcMessage) => void;
}

/**
 * Passes one request on to a real server and its answer back, piece by piece. Gives the status, and whether the answer is a
 * stream, which may go on under another request; throws where none came.
 */
export async function forward(
  { method, headers, text, outgoing }: McpHttp,
  to: ForwardTo,
): Promise<{ readonly status: number; readonly isStream: boolean }> {
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  const protocol = CLIENT_HEADERS.flatMap((name) =>
    headers[name] === undefined ? [] : [[name, String(headers[name])] as const],
  );
  const sent = to.ownHeaders ? passedOn(headers) : Object.fromEntries(protocol);
  const response = await fetch(to.url, {
    method,
    headers: { ...sent, ...to.headers },
    redirect: 'error',
    signal: gone.signal,
    ...(method === 'POST' ? { body: text } : {}),
  });
  const given = SERVER_HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true || response.body === null) {
    const body = await response.text();
    for (const message of readRpcBody(parseJson(body)) ?? []) to.onMessage(message);
    outgoing.writeHead(response.status, Object.fromEntries(given)).end(body);
    return { status: response.status, isStream: false };
  }
  outgoing.writeHead(response.status, Object.fromEntries(given)).flushHeaders();
  const parser = createParser({
    onEvent({ data }) {
      const message = readRpc(parseJson(data));
      if (message !== null) to.onMessage(message);
    },
  });
  const decoder = new TextDecoder();
  for await (const chunk of response.body) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    outgoing.write(chunk);
  }
  outgoing.end();
  return { status: response.status, isStream: true };
}
