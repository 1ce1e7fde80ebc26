import { createInterface } from 'node:readline';
import { createParser } from 'eventsource-parser';
import { messageOf, UserError } from '../errors.ts';
import { type Json, type JsonObject, parseJson, type RpcId, readRpc, rpcError, rpcResponse } from '../trace/index.ts';
import type { Surroundings } from './surroundings.ts';

interface McpOptions {
  readonly url?: string;
}

const UNREACHABLE = -32000;

/**
 * `pawl mcp <server>`: stands for an MCP server on standard input and output, and asks the gateway for it. An agent's MCP
 * configuration starts it in place of the real one.
 */
export async function mcpCommand(server: string, options: McpOptions, surroundings: Surroundings): Promise<number> {
  const root = options.url ?? surroundings.environment.PAWL_MCP_URL;
  if (root === undefined || root === '')
    throw new UserError({
      where: 'PAWL_MCP_URL',
      message: 'expected the address of the gateway in the environment, received nothing',
      hint: 'pawl sets it for the agent; hand it on to the servers that the agent starts, or use --url',
    });
  const session = new HttpSession(`${root.replace(/\/+$/, '')}/${encodeURIComponent(server)}`, (message) =>
    process.stdout.write(`${JSON.stringify(message)}\n`),
  );
  const running = new Set<Promise<void>>();
  for await (const line of createInterface({ input: process.stdin, signal: surroundings.signal })) {
    const message = parseJson(line);
    if (message === undefined) continue;
    const sent = session.send(message);
    running.add(sent);
    void sent.finally(() => running.delete(sent));
    // What follows needs the session that this one begins, or comes after it for the server.
    if (isBeginning(message)) await sent;
  }
  await Promise.all(running);
  await session.end();
  return 0;
}

/** `initialize` and notifications: they are answered at once, and what comes after them must arrive after them. */
function isBeginning(message: Json): boolean {
  const read = readRpc(message);
  return read !== null && (read.kind !== 'request' || read.method === 'initialize');
}

/** The client's half of Streamable HTTP. */
class HttpSession {
  readonly #url: string;
  readonly #onMessage: (message: Json) => void;
  readonly #ending = new AbortController();
  #id: string | null = null;
  #protocol: string | null = null;

  constructor(url: string, onMessage: (message: Json) => void) {
    this.#url = url;
    this.#onMessage = onMessage;
  }

  async send(message: Json): Promise<void> {
    const read = readRpc(message);
    const request = read?.kind === 'request' ? read : null;
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        headers: {
          ...this.#headers(),
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
        },
        body: JSON.stringify(message),
      });
      this.#id = response.headers.get('mcp-session-id') ?? this.#id;
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
      const answered = await this.#read(response);
      if (request !== null && !answered.has(request.id)) throw new Error(`${request.method} was not answered`);
      if (read?.kind === 'notification' && read.method === 'notifications/initialized') void this.#listen();
    } catch (error) {
      // Nobody waits for the answer to a notification: who reads the log must hear that it went astray.
      if (request === null) process.stderr.write(`pawl mcp: ${messageOf(error)}\n`);
      else this.#fail(request.id, messageOf(error));
    }
  }

  async end(): Promise<void> {
    this.#ending.abort();
    if (this.#id === null) return;
    // A gateway that is gone has ended the session already.
    await fetch(this.#url, { method: 'DELETE', headers: this.#headers() }).catch(() => null);
  }

  #headers(): Record<string, string> {
    return {
      ...(this.#id === null ? {} : { 'mcp-session-id': this.#id }),
      ...(this.#protocol === null ? {} : { 'mcp-protocol-version': this.#protocol }),
    };
  }

  /** What the server says unasked; a gateway that replays has nothing of it. */
  async #listen(): Promise<void> {
    try {
      const headers = { ...this.#headers(), accept: 'text/event-stream' };
      const response = await fetch(this.#url, { headers, signal: this.#ending.signal });
      if (response.ok) await this.#read(response);
      else await response.body?.cancel();
    } catch (error) {
      if (!this.#ending.signal.aborted) process.stderr.write(`pawl mcp: ${messageOf(error)}\n`);
    }
  }

  /** The ids of the requests that were answered. */
  async #read(response: Response): Promise<ReadonlySet<RpcId>> {
    const answered = new Set<RpcId>();
    const heard = (message: Json | undefined): void => {
      if (message === undefined) return;
      const read = readRpc(message);
      if (read?.kind === 'response') {
        answered.add(read.id);
        this.#protocol ??= protocolOf(read.outcome.value);
      }
      this.#onMessage(message);
    };
    if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true) {
      const body = parseJson(await response.text());
      for (const message of Array.isArray(body) ? body : [body]) heard(message);
      return answered;
    }
    const parser = createParser({ onEvent: ({ data }) => heard(parseJson(data)) });
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }));
    return answered;
  }

  #fail(id: RpcId, reason: string): void {
    this.#onMessage(rpcResponse(id, rpcError(UNREACHABLE, reason)));
  }
}

function protocolOf({ protocolVersion }: JsonObject): string | null {
  return typeof protocolVersion === 'string' ? protocolVersion : null;
}
