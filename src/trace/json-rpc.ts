import { isJsonObject, type Json, type JsonObject, nestedDeeperThan } from './json.ts';

/** What a request was answered; an error is `{code, message, data?}`. */
export type RpcOutcome =
  | { readonly kind: 'result'; readonly value: JsonObject }
  | { readonly kind: 'error'; readonly value: JsonObject };

/** One request to an MCP server with what it answered. `params` has no `_meta`: that is about how a request travels. */
export interface McpExchange {
  readonly server: string;
  readonly method: string;
  readonly params: JsonObject;
  readonly outcome: RpcOutcome;
}

/** A message of JSON-RPC 2.0 as the Model Context Protocol uses it: ids are texts or numbers, params an object. */
export type RpcMessage =
  | RpcRequest
  | { readonly kind: 'notification'; readonly method: string; readonly params: JsonObject }
  | { readonly kind: 'response'; readonly id: RpcId; readonly outcome: RpcOutcome };

export interface RpcRequest {
  readonly kind: 'request';
  readonly id: RpcId;
  readonly method: string;
  readonly params: JsonObject;
}

export type RpcId = string | number;

/** Deeper messages are none: whoever walks them later must not run out of stack. */
const MAX_LEVELS = 200;

/** null = it is no such message. */
export function readRpc(value: unknown): RpcMessage | null {
  if (!isJsonObject(value) || value.jsonrpc !== '2.0' || nestedDeeperThan(value, MAX_LEVELS)) return null;
  const { id, method, params, result, error } = value;
  const known = typeof id === 'string' || typeof id === 'number' ? id : null;
  if (typeof method === 'string') {
    const given = isJsonObject(params) ? params : {};
    return known === null
      ? { kind: 'notification', method, params: given }
      : { kind: 'request', id: known, method, params: given };
  }
  if (known === null) return null;
  if (isJsonObject(result)) return { kind: 'response', id: known, outcome: { kind: 'result', value: result } };
  return isJsonObject(error) ? { kind: 'response', id: known, outcome: { kind: 'error', value: error } } : null;
}

export function rpcRequest(id: RpcId, method: string, params: JsonObject): JsonObject {
  return { jsonrpc: '2.0', id, method, params };
}

export function rpcResponse(id: RpcId, outcome: RpcOutcome): JsonObject {
  return { jsonrpc: '2.0', id, [outcome.kind]: outcome.value };
}

export function rpcError(code: number, message: string): RpcOutcome & { readonly kind: 'error' } {
  return { kind: 'error', value: { code, message: `pawl: ${message}` } };
}

/** The messages of a body: one, or (until protocol 2025-06-18) a list; null = some of it is no message. */
export function readRpcBody(body: Json | undefined): readonly RpcMessage[] | null {
  const messages = (Array.isArray(body) ? body : [body]).map(readRpc);
  return messages.every((message) => message !== null) && messages.length > 0 ? messages : null;
}
