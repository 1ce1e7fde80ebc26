import { cut } from '../../errors.ts';
import {
  isContractMethod,
  type JsonObject,
  type McpContract,
  mcpKey,
  mcpToolNames,
  parseJson,
  type RpcOutcome,
  type RpcRequest,
  readRpcBody,
  rpcError,
  rpcResponse,
} from '../../trace/index.ts';
import type { LiveTrial } from '../live-trial.ts';
import { callTool } from '../tool-endpoint.ts';
import { answerToCall } from './outcomes.ts';
import { type McpHttp, type McpService, send } from './service.ts';
import { firstOutcome, McpReader, type McpTape, mcpTapeOf } from './tape.ts';

const NOT_RECORDED = -32001;
const METHOD_NOT_FOUND = -32601;
const PARSE_ERROR = -32700;

/** Requests that every server answers with nothing. */
const ACKNOWLEDGED = new Set(['ping', 'logging/setLevel', 'resources/subscribe', 'resources/unsubscribe']);

/** Methods by the capability that a server must have announced for them. */
const CAPABILITIES: readonly (readonly [RegExp, string])[] = [
  [/^tools\//, 'tools'],
  [/^prompts\//, 'prompts'],
  [/^resources\//, 'resources'],
  [/^completion\//, 'completions'],
  [/^tasks\//, 'tasks'],
];

/** Answers for MCP servers that are not there: from the side's contract, the case's recordings and its tape of tools. */
export class McpReplay implements McpService {
  readonly #outcomes: ReadonlyMap<string, RpcOutcome>;
  readonly #initialized: ReadonlyMap<string, RpcOutcome>;
  readonly #nameOf: (server: string, tool: string) => string;
  readonly #allCases: () => McpTape;
  readonly #readers = new WeakMap<LiveTrial, McpReader>();

  constructor(contract: McpContract, allCases: () => McpTape) {
    this.#outcomes = new Map(contract.exchanges.map((exchange) => [mcpKey(exchange), exchange.outcome]));
    const first = contract.exchanges.filter(({ method }) => method === 'initialize').toReversed();
    this.#initialized = new Map(first.map(({ server, outcome }) => [server, outcome]));
    this.#nameOf = mcpToolNames(contract);
    this.#allCases = allCases;
  }

  async serve(http: McpHttp): Promise<void> {
    const { outgoing } = http;
    // Without a stream of its own a server has nothing to say unasked, and without a session there is none to end.
    if (http.method !== 'POST') return send(outgoing, 405, null, { allow: 'POST' });
    const body = parseJson(http.text);
    const messages = readRpcBody(body);
    if (messages === null) {
      const error = rpcError(PARSE_ERROR, 'expected JSON-RPC, not nested deeply');
      return send(outgoing, 400, { ...rpcResponse(0, error), id: null });
    }
    const replies: JsonObject[] = [];
    for (const message of messages)
      if (message.kind === 'request') replies.push(rpcResponse(message.id, await this.#answer(http, message)));
    if (replies.length === 0) return send(outgoing, 202, null);
    send(outgoing, 200, Array.isArray(body) ? replies : (replies[0] ?? null));
  }

  async endLease(): Promise<void> {
    // Nothing is opened for anybody.
  }

  async #answer(http: McpHttp, request: RpcRequest): Promise<RpcOutcome> {
    const { method, params } = request;
    if (ACKNOWLEDGED.has(method)) return { kind: 'result', value: {} };
    if (method === 'initialize') return this.#initialize(http, params);
    if (method === 'tools/call' && params.task === undefined) return this.#callTool(http, params);
    return this.#recorded(http, method, params) ?? this.#missed(http, method, params);
  }

  /** A server answers in the client's protocol where it knows it; every one knew those before its own. */
  #initialize(http: McpHttp, { protocolVersion: asked }: JsonObject): RpcOutcome {
    const { server, trial } = http;
    const outcome = this.#initialized.get(server);
    if (outcome === undefined) {
      const reason = `no recording knows the MCP server ${cut(server, 80)}: pawl record writes what servers say of themselves`;
      if (trial === null) http.onGap(reason);
      trial?.recorder.notCovered(reason);
      trial?.stop(reason);
      return rpcError(NOT_RECORDED, reason);
    }
    const { protocolVersion: said } = outcome.value;
    const isOlder = typeof asked === 'string' && typeof said === 'string' && asked < said;
    return isOlder ? { kind: 'result', value: { ...outcome.value, protocolVersion: asked } } : outcome;
  }

  async #callTool(http: McpHttp, { name, arguments: args = {} }: JsonObject): Promise<RpcOutcome> {
    const { server, trial } = http;
    if (trial === null) return this.#late(http, 'tools/call');
    const tool = this.#nameOf(server, typeof name === 'string' ? name : '');
    const outcome = await callTool(trial, tool, args);
    return outcome.kind === 'missing'
      ? rpcError(NOT_RECORDED, `not in recording: ${outcome.reason}`)
      : answerToCall(outcome);
  }

  /** What is asked when a process starts belongs to whichever trial came first: any case's recording may know it. */
  #recorded({ server, trial }: McpHttp, method: string, params: JsonObject): RpcOutcome | null {
    const asked = { server, method, params };
    const contract = this.#outcomes.get(mcpKey(asked)) ?? null;
    if (contract !== null && isContractMethod(method)) return contract;
    const own = trial === null ? null : this.#readerOf(trial).next(asked);
    if (own !== null) return own;
    const elsewhere = contract ?? firstOutcome(this.#allCases(), asked);
    if (elsewhere !== null) trial?.recorder.assist();
    return elsewhere;
  }

  #missed(http: McpHttp, method: string, params: JsonObject): RpcOutcome {
    const { server, trial } = http;
    const needed = CAPABILITIES.find(([pattern]) => pattern.test(method))?.[1];
    const announced = this.#initialized.get(server)?.value.capabilities;
    if (needed === undefined || (announced !== undefined && !Object.hasOwn(Object(announced), needed)))
      return rpcError(METHOD_NOT_FOUND, `the server does not have ${cut(method, 80)}`);
    if (trial === null) return this.#late(http, method);
    const what = `${server} ${method}`;
    const reason = `no recording of this case has ${cut(what, 80)} with these parameters`;
    trial.recorder.diverge(what, params, reason, trial.recorder.place());
    // What answers in the place of a tape knows tools alone.
    if (trial.policy.onMiss(what).kind !== 'error') trial.stop(reason);
    return rpcError(NOT_RECORDED, `not in recording: ${reason}`);
  }

  #late({ server, onLate }: McpHttp, method: string): RpcOutcome {
    onLate(`${method} of the MCP server ${cut(server, 80)}`);
    return rpcError(NOT_RECORDED, 'no trial is running under this URL');
  }

  #readerOf(trial: LiveTrial): McpReader {
    const reader = this.#readers.get(trial) ?? new McpReader(mcpTapeOf([trial.theCase]));
    this.#readers.set(trial, reader);
    return reader;
  }
}
