const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  $createInterface
} from "./chunk-JMUJYOJG.js";
import {
  createParser,
  parseJson,
  readRpc,
  rpcError,
  rpcResponse
} from "./chunk-2SGQDVVG.js";
import {
  UserError,
  messageOf
} from "./chunk-V5MOI6JN.js";
import "./chunk-K6CKMPLV.js";
import "./chunk-GPPT27SZ.js";

// src/commands/mcp.ts
var UNREACHABLE = -32e3;
async function mcpCommand(server, options, surroundings) {
  const root = options.url ?? surroundings.environment.PAWL_MCP_URL;
  if (root === void 0 || root === "")
    throw new UserError({
      where: "PAWL_MCP_URL",
      message: "expected the address of the gateway in the environment, received nothing",
      hint: "pawl sets it for the agent; hand it on to the servers that the agent starts, or use --url"
    });
  const session = new HttpSession(
    `${root.replace(/\/+$/, "")}/${encodeURIComponent(server)}`,
    (message) => process.stdout.write(`${JSON.stringify(message)}
`)
  );
  const running = /* @__PURE__ */ new Set();
  for await (const line of $createInterface({ input: process.stdin, signal: surroundings.signal })) {
    const message = parseJson(line);
    if (message === void 0) continue;
    const sent = session.send(message);
    running.add(sent);
    void sent.finally(() => running.delete(sent));
    if (isBeginning(message)) await sent;
  }
  await Promise.all(running);
  await session.end();
  return 0;
}
function isBeginning(message) {
  const read = readRpc(message);
  return read !== null && (read.kind !== "request" || read.method === "initialize");
}
var HttpSession = class {
  #url;
  #onMessage;
  #ending = new AbortController();
  #id = null;
  #protocol = null;
  constructor(url, onMessage) {
    this.#url = url;
    this.#onMessage = onMessage;
  }
  async send(message) {
    const read = readRpc(message);
    const request = read?.kind === "request" ? read : null;
    try {
      const response = await fetch(this.#url, {
        method: "POST",
        headers: {
          ...this.#headers(),
          "content-type": "application/json",
          accept: "application/json, text/event-stream"
        },
        body: JSON.stringify(message)
      });
      this.#id = response.headers.get("mcp-session-id") ?? this.#id;
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
      const answered = await this.#read(response);
      if (request !== null && !answered.has(request.id)) throw new Error(`${request.method} was not answered`);
      if (read?.kind === "notification" && read.method === "notifications/initialized") void this.#listen();
    } catch (error) {
      if (request === null) process.stderr.write(`pawl mcp: ${messageOf(error)}
`);
      else this.#fail(request.id, messageOf(error));
    }
  }
  async end() {
    this.#ending.abort();
    if (this.#id === null) return;
    await fetch(this.#url, { method: "DELETE", headers: this.#headers() }).catch(() => null);
  }
  #headers() {
    return {
      ...this.#id === null ? {} : { "mcp-session-id": this.#id },
      ...this.#protocol === null ? {} : { "mcp-protocol-version": this.#protocol }
    };
  }
  /** What the server says unasked; a gateway that replays has nothing of it. */
  async #listen() {
    try {
      const headers = { ...this.#headers(), accept: "text/event-stream" };
      const response = await fetch(this.#url, { headers, signal: this.#ending.signal });
      if (response.ok) await this.#read(response);
      else await response.body?.cancel();
    } catch (error) {
      if (!this.#ending.signal.aborted) process.stderr.write(`pawl mcp: ${messageOf(error)}
`);
    }
  }
  /** The ids of the requests that were answered. */
  async #read(response) {
    const answered = /* @__PURE__ */ new Set();
    const heard = (message) => {
      if (message === void 0) return;
      const read = readRpc(message);
      if (read?.kind === "response") {
        answered.add(read.id);
        this.#protocol ??= protocolOf(read.outcome.value);
      }
      this.#onMessage(message);
    };
    if (response.headers.get("content-type")?.startsWith("text/event-stream") !== true) {
      const body = parseJson(await response.text());
      for (const message of Array.isArray(body) ? body : [body]) heard(message);
      return answered;
    }
    const parser = createParser({ onEvent: ({ data }) => heard(parseJson(data)) });
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }));
    return answered;
  }
  #fail(id, reason) {
    this.#onMessage(rpcResponse(id, rpcError(UNREACHABLE, reason)));
  }
};
function protocolOf({ protocolVersion }) {
  return typeof protocolVersion === "string" ? protocolVersion : null;
}
export {
  mcpCommand
};
