import { isJsonObject, type JsonObject, type RpcOutcome, type ToolOutcome } from '../../trace/index.ts';

/** Of a call that was answered. */
export type KnownOutcome = Exclude<ToolOutcome, { kind: 'missing' }>;

/** The answer to `tools/call` as a tape holds it: whole, so that it can be given again as it was. */
export function outcomeOfCall({ kind, value }: RpcOutcome): KnownOutcome {
  return { kind: kind === 'error' || value.isError === true ? 'error' : 'result', value };
}

/** The answer to `tools/call` that a tape's outcome makes; it may have been recorded over HTTP or in the agent's process. */
export function answerToCall({ kind, value }: KnownOutcome): RpcOutcome {
  if (isJsonObject(value) && Array.isArray(value.content)) return { kind: 'result', value };
  if (kind === 'error' && isJsonObject(value) && isRpcError(value)) return { kind: 'error', value };
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const content = [{ type: 'text', text }];
  if (kind === 'error') return { kind: 'result', value: { content, isError: true } };
  return { kind: 'result', value: { content, ...(isJsonObject(value) ? { structuredContent: value } : {}) } };
}

function isRpcError({ code, message }: JsonObject): boolean {
  return typeof code === 'number' && typeof message === 'string';
}
