import type { ServerResponse } from 'node:http';
import {
  type JsonObject,
  type RpcId,
  type RpcMessage,
  type RpcRequest,
  rpcError,
  rpcResponse,
} from '../../trace/index.ts';
import type { Child } from '../child.ts';
import { StdioServer } from './stdio-server.ts';

const SERVER_ENDED = -32000;

/** One POST that waits for its answers. */
interface Waiting {
  readonly outgoing: ServerResponse;
  readonly open: Set<RpcId>;
}

/** One client's session with a server of its own, bridged from Streamable HTTP to standard input and output. */
export class StdioSession {
  readonly #server: StdioServer;
  readonly #waiting = new Map<RpcId, Waiting>();
  /** The client's stream for what the server says unasked. */
  #listening: ServerResponse | null = null;
  readonly #unsaid: JsonObject[] = [];
  #ended: string | null = null;

  /** `onResponse` hears an answer before the client does. */
  constructor(child: Child, onResponse: (message: RpcMessage & { kind: 'response' }) => void) {
    this.#server = new StdioServer(child, (message, json) => {
      if (message.kind === 'response') {
        onResponse(message);
        this.#answer(message.id, json);
      } else this.#say(json);
    });
    void this.#server.ended.then((reason) => {
      this.#ended = reason;
      for (const id of [...this.#waiting.keys()]) {
        const error = rpcError(SERVER_ENDED, reason);
        onResponse({ kind: 'response', id, outcome: error });
        this.#answer(id, rpcResponse(id, error));
      }
      this.#listening?.end();
    });
  }

  /** Why the server is gone; null = it runs. */
  get ended(): string | null {
    return this.#ended;
  }

  tell(messages: readonly JsonObject[]): void {
    for (const message of messages) this.#server.send(message);
  }

  /** Sends messages with requests among them; the answers go to this client as server-sent events. */
  ask(
    messages: readonly JsonObject[],
    requests: readonly RpcRequest[],
    outgoing: ServerResponse,
    sessionId: string,
  ): void {
    outgoing.writeHead(200, { 'content-type': 'text/event-stream', 'mcp-session-id': sessionId });
    const waiting: Waiting = { outgoing, open: new Set(requests.map(({ id }) => id)) };
    for (const id of waiting.open) this.#waiting.set(id, waiting);
    outgoing.once('close', () => {
      for (const id of waiting.open) this.#waiting.delete(id);
    });
    for (const json of this.#unsaid.splice(0)) outgoing.write(eventOf(json));
    this.tell(messages);
  }

  listen(outgoing: ServerResponse): void {
    outgoing.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    this.#listening = outgoing;
    outgoing.once('close', () => {
      if (this.#listening === outgoing) this.#listening = null;
    });
    for (const json of this.#unsaid.splice(0)) outgoing.write(eventOf(json));
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  #answer(id: RpcId, json: JsonObject): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    waiting.open.delete(id);
    waiting.outgoing.write(eventOf(json));
    if (waiting.open.size === 0) waiting.outgoing.end();
  }

  /** To a client that waits for an answer, since what the server asks in between belongs to that; else to its stream. */
  #say(json: JsonObject): void {
    const to = [...this.#waiting.values()].at(-1)?.outgoing ?? this.#listening;
    if (to === null) this.#unsaid.push(json);
    else to.write(eventOf(json));
  }
}

function eventOf(json: JsonObject): string {
  return `event: message\ndata: ${JSON.stringify(json)}\n\n`;
}
