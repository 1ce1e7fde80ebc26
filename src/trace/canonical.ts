import {
  arrayText,
  canonicalJson,
  isJsonObject,
  type Json,
  type JsonObject,
  objectText,
  parseJson,
  sha256,
} from './json.ts';
import { conversationId, isReference } from './kept-state.ts';
import type { Wire } from './trajectory.ts';

export interface KeyOptions {
  /** 0: the same request. 1: the same meaning, as client libraries differ in writing it. */
  readonly level: 0 | 1;
  /** The two headers that change what a model is asked; null = not sent. */
  readonly headers: { readonly anthropicVersion: string | null; readonly anthropicBeta: string | null };
  /** Texts that differ between the sides and mean the same, as a checkout's path. */
  readonly replacements: readonly { readonly text: string; readonly by: string }[];
  /** What the user declares to be noise: every match reads `[ignored]`. */
  readonly ignored: readonly RegExp[];
  /**
   * What stands for the id of something that the provider keeps (a previous response, an item of it, a conversation): a
   * text that depends on how it came about. null = unknown, and the id itself counts.
   */
  previous(id: string): string | null;
}

/** Transport and bookkeeping: they change how an answer travels or is billed, not what the model is asked. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  'stream',
  'stream_options',
  'user',
  'metadata',
  'store',
  'safety_identifier',
  'prompt_cache_key',
  'prompt_cache_retention',
  'service_tier',
]);

/** The same wherever the protocol has them: what is kept for the next request, and how a tool's arguments are streamed. */
const BOOKKEEPING_WITHIN: ReadonlySet<string> = new Set(['cache_control', 'eager_input_streaming']);

/** Of one wire alone. */
const BOOKKEEPING_OF: Readonly<Partial<Record<Wire, string>>> = { 'openai-embeddings': 'encoding_format' };

/** Where the conversation stands; only there are ids made by the provider. */
const HISTORY: ReadonlySet<string> = new Set(['messages', 'input']);
const IDS: ReadonlySet<string> = new Set([
  'id',
  'call_id',
  'tool_call_id',
  'tool_use_id',
  'tool_id',
  'caller_id',
  'approval_request_id',
]);

/** Where the protocol ends and the user's own data begins: nothing in there is dropped or renumbered. */
const SCHEMAS: ReadonlySet<string> = new Set(['parameters', 'input_schema', 'output_schema', 'schema']);
const USER_DATA: ReadonlySet<string> = new Set([
  'input',
  'input_examples',
  'variables',
  'headers',
  'attributes',
  'filters',
  'metadata',
  'action',
]);

/** SHA-256 of the canonical request: equal for two requests that ask a provider the same thing. */
export function requestKey(wire: Wire, body: JsonObject, options: KeyOptions): string {
  return sha256(canonicalRequest(wire, body, options).text);
}

interface CanonicalRequest {
  /** What `requestKey` hashes: JSON, so that two of them explain by their first difference why a request missed. */
  readonly text: string;
  /** Whether the text at level 1 is this one: the request has nothing that libraries write differently. */
  readonly isPlain: boolean;
}

export function canonicalRequest(wire: Wire, body: JsonObject, options: KeyOptions): CanonicalRequest {
  const { anthropicVersion, anthropicBeta } = options.headers;
  const betas = (anthropicBeta ?? '').split(',').map((beta) => beta.trim());
  const head = canonicalJson({ anthropicBeta: [...new Set(betas)].sort().join(','), anthropicVersion, wire });
  const writer = new Writer(options);
  return { text: `{"body":${bodyText(wire, body, writer)},${head.slice(1)}`, isPlain: writer.isPlain };
}

function bodyText(wire: Wire, body: JsonObject, writer: Writer): string {
  return objectText(body, (key, member) => {
    if (BOOKKEEPING.has(key) || key === BOOKKEEPING_OF[wire]) return null;
    if (key === 'previous_response_id' && typeof member === 'string') return writer.reference(member);
    if (key === 'conversation') {
      const id = conversationId(body);
      if (id !== null) return writer.reference(id);
    }
    if (key === 'tool_choice' && isDefaultChoice(member) && writer.leavesOut()) return null;
    if (HISTORY.has(key)) return writer.protocol(member, true);
    return writer.member(key, member, null);
  });
}

function isDefaultChoice(choice: Json): boolean {
  return choice === 'auto' || (isJsonObject(choice) && choice.type === 'auto' && Object.keys(choice).length === 1);
}

/** Libraries write it or leave it away, and mean the same. */
function saysNothing(key: string, member: Json): boolean {
  return key === 'strict' || (key === 'content' && member === '') || (Array.isArray(member) && member.length === 0);
}

/** Writes one request as canonical text, in one walk; it numbers the ids as it meets them, in key order. */
class Writer {
  /** So far nothing came that level 1 would leave out. */
  isPlain = true;
  readonly #options: KeyOptions;
  readonly #ignored: readonly RegExp[];
  /** No text is rewritten, so that user data can be written as it is. */
  readonly #verbatim: boolean;
  readonly #numbers = new Map<string, string>();

  constructor(options: KeyOptions) {
    this.#options = options;
    this.#ignored = options.ignored.map((pattern) =>
      pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`),
    );
    this.#verbatim = options.replacements.length === 0 && options.ignored.length === 0;
  }

  /** For what counts at level 0 alone. */
  leavesOut(): boolean {
    this.isPlain = false;
    return this.#options.level === 1;
  }

  /** A value of the protocol itself. `inHistory`: ids in it are the provider's. */
  protocol(value: Json, inHistory: boolean): string {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return arrayText(value, (item) => this.protocol(item, inHistory));
    if (!isJsonObject(value)) return JSON.stringify(value);
    const ids = !inHistory ? null : isReference(value) ? 'kept' : 'made';
    return objectText(value, (key, member) => this.member(key, member, ids));
  }

  /** A member of the protocol. `ids`: made by the provider, or naming what the provider keeps; null = outside history. */
  member(key: string, member: Json, ids: 'made' | 'kept' | null): string | null {
    if (member === null || BOOKKEEPING_WITHIN.has(key)) return null;
    if (saysNothing(key, member) && this.leavesOut()) return null;
    if (ids !== null && typeof member === 'string' && IDS.has(key)) {
      return ids === 'made' ? this.#number(member) : this.reference(member);
    }
    if (key === 'arguments') return this.data(typeof member === 'string' ? parseExactly(member) : member);
    if (SCHEMAS.has(key)) return this.#schema(member);
    if (USER_DATA.has(key)) return this.data(member);
    return this.protocol(member, ids !== null);
  }

  /** The user's own data: everything counts. */
  data(value: Json): string {
    if (this.#verbatim) return canonicalJson(value);
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return arrayText(value, (item) => this.data(item));
    if (!isJsonObject(value)) return JSON.stringify(value);
    // Keys can be paths; they are rewritten before they are sorted.
    const renamed = Object.entries(value).map(([key, member]): [string, Json] => [this.#replaced(key), member]);
    return objectText(Object.fromEntries(renamed), (_, member) => this.data(member));
  }

  text(text: string): string {
    let rewritten = this.#replaced(text);
    for (const pattern of this.#ignored) rewritten = rewritten.replaceAll(pattern, '[ignored]');
    return JSON.stringify(rewritten);
  }

  reference(id: string): string {
    const marker = this.#options.previous(id);
    return JSON.stringify(marker === null ? id : `previous:${marker}`);
  }

  #schema(schema: Json): string {
    if (!isJsonObject(schema) || !Object.hasOwn(schema, '$schema') || !this.leavesOut()) return this.data(schema);
    const { $schema: _, ...rest } = schema;
    return this.data(rest);
  }

  #number(id: string): string {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = `"#${this.#numbers.size}"`;
    this.#numbers.set(id, number);
    return number;
  }

  #replaced(text: string): string {
    let replaced = text;
    for (const { text: from, by } of this.#options.replacements) {
      if (from !== '' && replaced.includes(from)) replaced = replaced.replaceAll(from, () => by);
    }
    return replaced;
  }
}

/**
 * Argument text as a value, so that its spacing does not count; text that is no JSON object or array stays text. Two
 * integers that a double cannot tell apart are two arguments: such a one stays the text of its digits.
 */
function parseExactly(text: string): Json {
  const value = /\d{16}/.test(text) ? parseKeepingDigits(text) : parseJson(text);
  return typeof value === 'object' && value !== null ? value : text;
}

function parseKeepingDigits(text: string): Json | undefined {
  if (parseJson(text) === undefined) return undefined;
  const value: Json = JSON.parse(text, keepDigits);
  return value;
}

/** `context.source` is the number as written (ECMAScript's JSON.parse source text access). */
function keepDigits(_key: string, member: Json, context?: { readonly source: string }): Json {
  if (context === undefined || !Number.isInteger(member) || Number.isSafeInteger(member)) return member;
  const lost = /^-?\d+$/.test(context.source) && String(member) !== context.source;
  return lost ? `number ${context.source}` : member;
}
