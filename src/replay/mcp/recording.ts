import { randomBytes } from 'node:crypto';
import { validateHeaderValue } from 'node:http';
import { cut, messageOf } from '../../errors.ts';
import {
  type Call,
  canonicalJson,
  isContractMethod,
  isJsonObject,
  type JsonObject,
  type McpContract,
  type McpExchange,
  mcpKey,
  parseJson,
  type RpcId,
  type RpcMessage,
  type RpcOutcome,
  type RpcRequest,
  readRpcBody,
  withoutMeta,
} from '../../trace/index.ts';
import type { McpServerSpec } from '../agent.ts';
import type { Child } from '../child.ts';
import type { LiveTrial } from '../live-trial.ts';
import type { StepPlace } from '../recorder.ts';
import { settleCall } from '../tool-endpoint.ts';
import { forward } from './forward.ts';
import { type KnownOutcome, outcomeOfCall } from './outcomes.ts';
import { type McpHttp, type McpService, send } from './service.ts';
import { StdioSession } from './stdio-session.ts';

interface RealServers {
  readonly specs: Readonly<Record<string, McpServerSpec>>;
  start(spec: McpServerSpec & { readonly kind: 'command' }): Child;
  /** The value of a header from the environment; null = it is not set. */
  secret(name: string): string | null;
  /** Hears what belongs to no trial, from an agent that pawl does not run; null = there is no such agent. */
  readonly beside: BesideTrials | null;
}

/** Such an agent has keys of its own: they go on to the server. */
export interface BesideTrials {
  /** `tool` is `server.tool`. */
  called(call: Call, outcome: KnownOutcome): void;
  /** Besides tool calls and what a server says of itself. */
  exchanged(exchange: McpExchange): void;
  failed(reason: string): void;
}

/** A request on its way, and the trial that made it. */
interface Asked {
  readonly request: RpcRequest;
  readonly trial: LiveTrial | null;
  /** Where a tool call stands in the trial's trajectory. */
  readonly place: StepPlace | null;
}

const IGNORED = new Set(['ping', 'logging/setLevel', 'resources/subscribe', 'resources/unsubscribe']);

/** Passes everything on to the real servers, and writes down what they answer. */
export class McpRecording implements McpService {
  readonly #servers: RealServers;
  readonly #sessions = new Map<string, { readonly lease: string; readonly session: StdioSession }>();
  readonly #asked = new Map<string, Asked>();
  readonly #contract = new Map<string, McpExchange>();
  readonly #unstable = new Set<string>();
  #posts = 0;

  constructor(servers: RealServers) {
    this.#servers = servers;
  }

  /** What the servers said of themselves; where they said several things, the first. */
  get contract(): McpContract {
    return { exchanges: [...this.#contract.values()] };
  }

  get notes(): readonly string[] {
    return [...this.#unstable].map((what) => `${what} was not answered the same every time: the first answer is kept`);
  }

  async serve(http: McpHttp): Promise<void> {
    const spec = this.#servers.specs[http.server];
    if (spec === undefined) {
      const message = `pawl.yml has no MCP server ${cut(http.server, 80)}`;
      this.#fail(http.trial, message);
      return send(http.outgoing, 404, { error: `pawl: ${message}` });
    }
    const messages = http.method === 'POST' ? readRpcBody(parseJson(http.text)) : [];
    if (messages === null) return send(http.outgoing, 400, { error: 'pawl: expected JSON-RPC' });
    const requests = messages.filter((message) => message.kind === 'request');
    if (http.trial === null && requests.some(({ method }) => method === 'tools/call'))
      http.onLate(`tools/call of the MCP server ${cut(http.server, 80)}`);
    if (spec.kind === 'url') await this.#forward(http, spec, requests);
    else this.#bridge(http, spec, requests);
  }

  async endLease(lease: string): Promise<void> {
    const own = [...this.#sessions].filter(([, entry]) => entry.lease === lease);
    for (const [id] of own) this.#sessions.delete(id);
    await Promise.all(own.map(([, { session }]) => session.close()));
  }

  async #forward(http: McpHttp, spec: McpServerSpec & { kind: 'url' }, requests: readonly RpcRequest[]): Promise<void> {
    const scope = this.#scopeOf(http);
    this.#ask(scope, requests, http.trial);
    const onMessage = (message: RpcMessage): void => {
      if (message.kind === 'response') this.#answered(http.server, scope, message.id, message.outcome);
    };
    try {
      const { status, isStream } = await forward(http, {
        url: spec.url,
        ownHeaders: this.#servers.beside !== null,
        headers: this.#headersFor(http, spec),
        onMessage,
      });
      const unanswered = isStream ? [] : requests.filter(({ id }) => this.#asked.delete(askedKey(scope, id)));
      // 404: the session has ended and the client is to begin another one.
      if (requests.length === 0 || status === 404) return;
      if (status >= 400) this.#fail(http.trial, `the MCP server ${http.server} answered ${status}`);
      else if (unanswered.length > 0)
        this.#fail(http.trial, `the MCP server ${http.server} gave no answer that can be read`);
    } catch (error) {
      if (http.outgoing.destroyed) return;
      const message = `the MCP server ${http.server} at ${spec.url}: ${messageOf(error)}`;
      this.#fail(http.trial, message);
      if (http.outgoing.headersSent) http.outgoing.destroy();
      else send(http.outgoing, 502, { error: `pawl: ${message}` });
    }
  }

  /** What an agent that pawl does not run sends by itself stays as it is. */
  #headersFor({ headers }: McpHttp, spec: McpServerSpec & { kind: 'url' }): Record<string, string> {
    const isSent = (name: string): boolean =>
      this.#servers.beside !== null && headers[name.toLowerCase()] !== undefined;
    const own = Object.entries(spec.headers).filter(([name]) => !isSent(name));
    return Object.fromEntries(own.map(([name, variable]) => [name, this.#secretFor(variable)]));
  }

  #fail(trial: LiveTrial | null, message: string): void {
    trial?.recorder.providerFailed({ httpStatus: null, message });
    trial?.stop(message);
    if (trial === null) this.#servers.beside?.failed(message);
  }

  #secretFor(variable: string): string {
    const value = this.#servers.secret(variable);
    if (value === null) throw new Error(`the environment variable ${variable} is not set`);
    // Here and not in `fetch`, whose message holds the value.
    if (!isHeaderValue(value.trim())) throw new Error(`the environment variable ${variable} cannot stand in a header`);
    return value.trim();
  }

  #bridge(http: McpHttp, spec: McpServerSpec & { kind: 'command' }, requests: readonly RpcRequest[]): void {
    const { outgoing } = http;
    const isNew = requests.some(({ method }) => method === 'initialize');
    const id = isNew ? randomBytes(16).toString('hex') : String(http.headers['mcp-session-id'] ?? '');
    if (isNew) this.#open(id, http, spec);
    const session = this.#sessions.get(id)?.session;
    if (session === undefined || session.ended !== null) {
      send(outgoing, 404, { error: `pawl: ${session?.ended ?? 'there is no such session'}` });
    } else if (http.method === 'GET') {
      session.listen(outgoing);
    } else if (http.method === 'DELETE') {
      this.#sessions.delete(id);
      void session.close();
      send(outgoing, 200, null);
    } else this.#tell(http, id, session, requests);
  }

  #tell(
    { server, trial, text, outgoing }: McpHttp,
    id: string,
    session: StdioSession,
    requests: readonly RpcRequest[],
  ) {
    const body = parseJson(text);
    const messages = (Array.isArray(body) ? body : [body]).filter(isJsonObject);
    this.#ask(`${server} ${id}`, requests, trial);
    if (requests.length > 0) session.ask(messages, requests, outgoing, id);
    else {
      session.tell(messages);
      send(outgoing, 202, null);
    }
  }

  #open(id: string, { server, lease }: McpHttp, spec: McpServerSpec & { kind: 'command' }): void {
    const session = new StdioSession(this.#servers.start(spec), (message) => {
      if (session.ended !== null)
        this.#fail(this.#asked.get(askedKey(`${server} ${id}`, message.id))?.trial ?? null, session.ended);
      this.#answered(server, `${server} ${id}`, message.id, message.outcome);
    });
    this.#sessions.set(id, { lease, session });
  }

  #ask(scope: string, requests: readonly RpcRequest[], trial: LiveTrial | null): void {
    for (const request of requests) {
      const place = isToolCall(request) ? (trial?.recorder.place() ?? null) : null;
      this.#asked.set(askedKey(scope, request.id), { request, trial, place });
    }
  }

  /** Ids of requests are unique within a session; a client without one has them for itself in each POST. */
  #scopeOf({ server, headers }: McpHttp): string {
    const session = headers['mcp-session-id'];
    if (session !== undefined) return `${server} ${String(session)}`;
    this.#posts += 1;
    return `${server} post ${this.#posts}`;
  }

  #answered(server: string, scope: string, id: RpcId, outcome: RpcOutcome): void {
    const key = askedKey(scope, id);
    const asked = this.#asked.get(key);
    this.#asked.delete(key);
    if (asked === undefined || IGNORED.has(asked.request.method)) return;
    const { request, trial, place } = asked;
    const { method } = request;
    if (isToolCall(request)) {
      const { name, arguments: args = {} } = request.params;
      const tool = `${server}.${String(name)}`;
      const found = { tool, args, outcome: outcomeOfCall(outcome), match: 'live', recordedAs: null } as const;
      if (trial !== null && place !== null) settleCall(trial, found, 'served', place);
      else this.#servers.beside?.called({ name: tool, arguments: args }, found.outcome);
      return;
    }
    const params = withoutMeta(request.params);
    const { beside } = this.#servers;
    const isOwn = isContractMethod(method);
    if (trial !== null && !isOwn) trial.recorder.mcpExchange({ server, method, params, outcome });
    else if (beside !== null && !isOwn) beside.exchanged({ server, method, params, outcome });
    else this.#keep({ server, method, params: method === 'initialize' ? withoutClient(params) : params, outcome });
  }

  #keep(exchange: McpExchange): void {
    const key = mcpKey(exchange);
    const known = this.#contract.get(key);
    if (known !== undefined) {
      if (saidIn(known) !== saidIn(exchange))
        this.#unstable.add(`${exchange.method} of the MCP server ${exchange.server}`);
    } else if (this.#isNextPage(exchange)) this.#contract.set(key, exchange);
  }

  /** Some servers make up a new cursor each time: only the pages that follow a kept one can be asked for in a replay. */
  #isNextPage({ server, method, params: { cursor } }: McpExchange): boolean {
    if (cursor === undefined) return true;
    return [...this.#contract.values()].some(
      (page) => page.server === server && page.method === method && page.outcome.value.nextCursor === cursor,
    );
  }
}

function isHeaderValue(text: string): boolean {
  try {
    validateHeaderValue('x', text);
    return true;
  } catch {
    return false;
  }
}

/** One that is answered at once; a task is asked for its result later. */
function isToolCall({ method, params }: RpcRequest): boolean {
  return method === 'tools/call' && params.task === undefined;
}

/** What an answer says, wherever its list goes on. */
function saidIn({ outcome }: McpExchange): string {
  const { nextCursor: _, ...value } = outcome.value;
  return canonicalJson([outcome.kind, value]);
}

/** Which client it was changes nothing in what the server says of itself; what it can do may. */
function withoutClient({ clientInfo: _, ...params }: JsonObject): JsonObject {
  return params;
}

function askedKey(scope: string, id: RpcId): string {
  return `${scope} ${typeof id} ${id}`;
}
