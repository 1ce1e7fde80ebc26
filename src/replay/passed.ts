import {
  conversationId,
  idsOfAnswer,
  isJsonObject,
  type JsonObject,
  keptIds,
  parseJson,
  readRequest,
  readResponse,
  type Wire,
} from '../trace/index.ts';
import { readAnswer } from './answer.ts';
import { identify } from './request-identity.ts';
import type { KnownCall, PassedCall } from './turns.ts';

/** One request and its answer, as a proxy saw them. */
export interface Exchange {
  readonly requestHeaders: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly request: string;
  readonly status: number;
  readonly contentType: string;
  readonly contentEncoding: string;
  /** null = too large. */
  readonly answer: Buffer | null;
}

/** Where the user's agent says whose conversation a request belongs to; null = it does not. */
export interface Naming {
  /** In lower case. */
  readonly header: string | null;
  /** A member of the request's `metadata`. */
  readonly metadata: string | null;
}

type Problem = { readonly problem: string };

/** What passed on a model's wire, or why it cannot be recorded. */
export function passedCall(
  wire: Wire,
  exchange: Exchange,
  { naming, ignored }: { readonly naming: Naming; readonly ignored: readonly RegExp[] },
): { readonly call: PassedCall } | Problem {
  const { status, contentType, requestHeaders } = exchange;
  if (wire === 'openai-embeddings') return { problem: 'embeddings: passed on' };
  if (status !== 200) return { problem: `the provider answered ${status}` };
  const text = textOf(exchange);
  if (text === null) return { problem: 'an answer is too large, or compressed' };
  const body = parseJson(exchange.request);
  const request = readRequest(wire, body);
  if ('problem' in request || !isJsonObject(body)) return { problem: `a ${wire} request cannot be read` };
  const answer = readAnswer(wire, contentType.startsWith('text/event-stream') ? 'stream' : 'json', text);
  if (answer.kind === 'broken') return { problem: `an answer on ${wire} is not whole` };
  const conversation = conversationId(body);
  const kept = conversation === null ? [] : [conversation];
  const headers = Object.fromEntries(
    ['anthropic-version', 'anthropic-beta'].flatMap((name) => {
      const value = requestHeaders[name];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
  const identity = identify(wire, body, headers, { root: '', ignored, markerOf: () => null });
  const { message, usage } = readResponse(wire, answer.body);
  const call = {
    request,
    requestKey: identity?.key ?? null,
    answer: { response: message, usage },
    continues: keptIds(wire, body),
    keptAs: [...idsOfAnswer(wire, answer.body), ...kept],
    conversation: nameOf(naming, requestHeaders, body),
  };
  return { call };
}

/** A tool call that passed: 200 is its result, 422 its own error; the rest says nothing of the tool. */
export function passedTool(name: string, exchange: Exchange): KnownCall | Problem {
  const args = exchange.request === '' ? {} : parseJson(exchange.request);
  const text = textOf(exchange);
  if (args === undefined || text === null) return { problem: 'a tool call or its result cannot be read' };
  const value = parseJson(text) ?? text;
  const call = { name, arguments: args };
  if (exchange.status === 200) return { call, outcome: { kind: 'result', value } };
  if (exchange.status !== 422) return { problem: `a tool answered ${exchange.status}` };
  const error = isJsonObject(value) && value.error !== undefined ? value.error : value;
  return { call, outcome: { kind: 'error', value: error } };
}

function textOf({ answer, contentEncoding }: Exchange): string | null {
  return answer === null || contentEncoding !== 'identity' ? null : answer.toString('utf8');
}

function nameOf({ header, metadata }: Naming, headers: Exchange['requestHeaders'], body: JsonObject): string | null {
  const fromHeader = header === null ? undefined : headers[header];
  if (fromHeader !== undefined) return String(fromHeader);
  const named = metadata !== null && isJsonObject(body.metadata) ? body.metadata[metadata] : undefined;
  return typeof named === 'string' ? named : null;
}
