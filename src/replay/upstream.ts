import { setTimeout as sleep } from 'node:timers/promises';
import { cut } from '../errors.ts';
import type { JsonObject, Wire } from '../trace/index.ts';
import type { ProviderSpec } from './agent.ts';
import { type Answer, type AnswerForm, readAnswer } from './answer.ts';
import { type BreakerOptions, Courtesy } from './courtesy.ts';
import { HttpCaller, type HttpTarget, targetOf } from './http-caller.ts';
import type { HttpHead } from './http-head.ts';

/** What came of asking the provider. Only an `answer` is whole, and only an answer may be stored. */
export type Asked =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly body: JsonObject }
  /** The request itself is wrong (400, 404, 413, 422): the agent must see it, it is how this side behaves. */
  | { readonly kind: 'refused'; readonly httpStatus: number; readonly contentType: string; readonly body: string }
  /** Not the agent's fault and not to be mended by a retry. */
  | { readonly kind: 'failed'; readonly httpStatus: number | null; readonly message: string };

interface ProviderRequest {
  readonly wire: Wire;
  readonly form: AnswerForm;
  readonly body: string;
  /** Protocol headers only (`anthropic-version` ...); never the agent's authorization. */
  readonly headers: Readonly<Record<string, string>>;
  /** Hears that the provider keeps the request waiting: it is asked again, or its rate does not allow it yet. */
  readonly onRetry: () => void;
}

export interface UpstreamOptions {
  readonly providers: readonly ProviderSpec[];
  /** Key by provider name; a provider without one is asked without authorization (a local stand-in). */
  readonly keys: Readonly<Record<string, string>>;
  /** Attempts per request, the first included. */
  readonly attempts: number;
  readonly timeoutMs: number;
  /** Cap on the wait before a retry, whatever `retry-after` says. */
  readonly maxWaitMs: number;
  readonly breaker: BreakerOptions;
}

export interface Upstream {
  ask(request: ProviderRequest): Promise<Asked>;
  close(): void;
}

export const PATHS: Readonly<Record<Wire, string>> = {
  'openai-chat': '/chat/completions',
  'openai-responses': '/responses',
  'anthropic-messages': '/v1/messages',
  'openai-embeddings': '/embeddings',
};

const REFUSALS = new Set([400, 404, 413, 422]);
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** The only place that talks to a provider and the only one that knows its key. */
export function openUpstream(options: UpstreamOptions): Upstream {
  const closing = new AbortController();
  const caller = new HttpCaller({ timeoutMs: options.timeoutMs, maxBytes: MAX_ANSWER_BYTES });
  const courtesies = new Map(
    options.providers.map(({ name, limits }) => [name, new Courtesy(limits, options.breaker, performance.now())]),
  );
  return {
    ask: async (request) => {
      const provider = options.providers.find((candidate) => candidate.wires.includes(request.wire));
      const courtesy = courtesies.get(provider?.name ?? 'openai');
      if (provider === undefined || courtesy === undefined)
        return { kind: 'failed', httpStatus: null, message: `no provider is configured for ${request.wire}` };
      return askWithRetries(provider, request, { ...options, courtesy, closing: closing.signal }, caller);
    },
    close: () => {
      closing.abort();
      caller.close();
    },
  };
}

type OpenOptions = UpstreamOptions & { readonly courtesy: Courtesy; readonly closing: AbortSignal };

async function askWithRetries(
  provider: ProviderSpec,
  request: ProviderRequest,
  options: OpenOptions,
  caller: HttpCaller,
): Promise<Asked> {
  const { courtesy, closing } = options;
  const tokens = likelyTokens(request.body);
  let last: Asked = { kind: 'failed', httpStatus: null, message: 'never asked' };
  let isProbe = false;
  for (let attempt = 1; attempt <= options.attempts; attempt += 1) {
    const admission = await admitted(provider, request, tokens, options);
    if (typeof admission !== 'boolean') return attempt === 1 ? admission : last;
    isProbe ||= admission;
    const tried = await askOnce(provider, request, options, caller);
    last = tried.asked;
    if (last.kind === 'answer')
      courtesy.settle(tokens, likelyTokens(request.body, last.answer.body), performance.now());
    if (last.kind !== 'failed' || !tried.retry || attempt === options.attempts || closing.aborted) break;
    request.onRetry();
    await pauseFor(Math.min(options.maxWaitMs, tried.retryAfterMs ?? backoffMs(attempt)), closing);
  }
  courtesy.note(last.kind !== 'failed', isProbe, performance.now());
  return last;
}

/** Waits until the provider may be asked, and says whether that is a probe; else why it is not asked. */
async function admitted(
  provider: ProviderSpec,
  request: ProviderRequest,
  tokens: number,
  { courtesy, closing }: OpenOptions,
): Promise<Asked | boolean> {
  for (;;) {
    if (closing.aborted) return { kind: 'failed', httpStatus: null, message: 'pawl was ending' };
    const admission = courtesy.admit(tokens, performance.now());
    if (admission.kind === 'go') return admission.isProbe;
    if (admission.kind === 'down')
      return { kind: 'failed', httpStatus: null, message: `${provider.name} is down: ${admission.why}` };
    request.onRetry();
    await pauseFor(admission.ms, closing);
  }
}

const BASE_WAIT_MS = 250;

/** Doubles with each attempt; between half of it and all, so that requests that failed together do not come back together. */
function backoffMs(attempt: number): number {
  return BASE_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
}

async function pauseFor(ms: number, closing: AbortSignal): Promise<void> {
  // Rejects when pawl closes, and then there is nobody to answer.
  await sleep(ms, undefined, { signal: closing }).catch(() => undefined);
}

const BYTES_PER_TOKEN = 4;

/** About four bytes of JSON a token: near enough for a rate, and known before the provider has counted. */
function likelyTokens(...bodies: readonly string[]): number {
  return Math.ceil(bodies.reduce((sum, body) => sum + body.length, 0) / BYTES_PER_TOKEN);
}

interface Attempt {
  readonly asked: Asked;
  readonly retry: boolean;
  readonly retryAfterMs: number | null;
}

async function askOnce(
  provider: ProviderSpec,
  request: ProviderRequest,
  options: UpstreamOptions,
  caller: HttpCaller,
): Promise<Attempt> {
  const startedAtMs = performance.now();
  const received = await caller.post(
    targetFor(provider, request.wire),
    headersOf(provider, request, options.keys),
    request.body,
  );
  if (received.kind === 'broken')
    return failure(null, `${provider.name} at ${provider.baseUrl}: ${received.reason}`, true);
  const { status, headers } = received.answer;
  const contentType = headers.get('content-type') ?? '';
  const body = received.answer.body.toString('utf8');
  if (REFUSALS.has(status))
    return { asked: { kind: 'refused', httpStatus: status, contentType, body }, retry: false, retryAfterMs: null };
  if (status !== 200) {
    const retry = status === 408 || status === 409 || status === 429 || status >= 500;
    return failure(status, `${provider.name} answered ${status}: ${cut(body, 200)}`, retry, retryAfterMs(headers));
  }
  const form: AnswerForm = contentType.startsWith('text/event-stream') ? 'stream' : 'json';
  const read = readAnswer(request.wire, form, body);
  if (read.kind === 'broken') return failure(status, `${provider.name} sent a broken answer: ${read.reason}`, true);
  const answer: Answer = { wire: request.wire, form, body, durationMs: Math.round(performance.now() - startedAtMs) };
  return { asked: { kind: 'answer', answer, body: read.body }, retry: false, retryAfterMs: null };
}

function failure(
  httpStatus: number | null,
  message: string,
  retry: boolean,
  retryAfterMs: number | null = null,
): Attempt {
  return { asked: { kind: 'failed', httpStatus, message }, retry, retryAfterMs };
}

function headersOf(
  provider: ProviderSpec,
  { headers, form }: ProviderRequest,
  keys: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return {
    ...headers,
    ...authorization(provider, keys),
    'content-type': 'application/json',
    accept: form === 'stream' ? 'text/event-stream' : 'application/json',
    'accept-encoding': 'identity',
  };
}

const targets = new WeakMap<ProviderSpec, Map<Wire, HttpTarget>>();

/** Where a wire of the provider is reached. */
function targetFor(provider: ProviderSpec, wire: Wire): HttpTarget {
  const known = targets.get(provider) ?? new Map<Wire, HttpTarget>();
  targets.set(provider, known);
  const target = known.get(wire) ?? targetOf(new URL(`${provider.baseUrl.replace(/\/+$/, '')}${PATHS[wire]}`));
  known.set(wire, target);
  return target;
}

function authorization(provider: ProviderSpec, keys: Readonly<Record<string, string>>): Record<string, string> {
  const key = keys[provider.name];
  if (key === undefined) return {};
  return provider.name === 'anthropic' ? { 'x-api-key': key } : { authorization: `Bearer ${key}` };
}

/** `retry-after-ms`, or `retry-after` in seconds or as an HTTP date (RFC 9110, 10.2.3). */
function retryAfterMs(headers: HttpHead['headers']): number | null {
  const precise = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(precise) && precise >= 0) return precise;
  const value = headers.get('retry-after');
  if (value === undefined) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}
