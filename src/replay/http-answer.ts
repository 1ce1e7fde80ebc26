import { type HttpHead, lengthOf, readHead } from './http-head.ts';

/** An HTTP answer with its whole body. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: HttpHead['headers'];
  readonly body: Buffer;
  /** Whether the connection may be asked again. */
  readonly keepsAlive: boolean;
}

export type ReadAnswer =
  | { readonly kind: 'more' }
  | { readonly kind: 'whole'; readonly answer: HttpAnswer }
  | { readonly kind: 'broken'; readonly reason: string };

const MORE: ReadAnswer = { kind: 'more' };
const STATUS_LINE = /^HTTP\/1\.([01]) (\d{3})(?: |$)/;
const CHUNK_LINE = /^([0-9a-fA-F]{1,8})[ \t]*(?:;.*)?$/;
const MAX_LINE_BYTES = 16 * 1024;

/** What of the body is still to come; `end` = until the connection is closed. */
type Awaited =
  | { readonly kind: 'head' }
  | { readonly kind: 'length'; readonly left: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'chunk_line' }
  | { readonly kind: 'chunk'; readonly left: number }
  | { readonly kind: 'chunk_end' }
  | { readonly kind: 'trailers' };

/** Puts one answer together from the bytes of a connection (RFC 9112, 6 and 7). Pure: the bytes are handed in. */
export class AnswerReader {
  readonly #maxBytes: number;
  #awaited: Awaited = { kind: 'head' };
  #rest: Buffer = Buffer.alloc(0);
  #head: { readonly status: number; readonly isOld: boolean; readonly headers: HttpHead['headers'] } | null = null;
  readonly #body: Buffer[] = [];
  #size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  push(bytes: Buffer): ReadAnswer {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    for (;;) {
      const read = this.#step();
      if (this.#size > this.#maxBytes)
        return { kind: 'broken', reason: `the answer is larger than ${this.#maxBytes} bytes` };
      if (read !== 'on') return read;
    }
  }

  /** The connection was closed. */
  end(): ReadAnswer {
    if (this.#awaited.kind === 'end') return this.#whole();
    return { kind: 'broken', reason: 'the connection was closed before the end of the answer' };
  }

  #step(): ReadAnswer | 'on' {
    const awaited = this.#awaited;
    switch (awaited.kind) {
      case 'head':
        return this.#readHead();
      case 'length':
      case 'chunk': {
        const left = awaited.left - this.#take(awaited.left);
        if (left > 0) {
          this.#awaited = { kind: awaited.kind, left };
          return MORE;
        }
        if (awaited.kind === 'length') return this.#whole();
        this.#awaited = { kind: 'chunk_end' };
        return 'on';
      }
      case 'end':
        this.#take(this.#rest.length);
        return MORE;
      case 'chunk_line':
      case 'chunk_end':
      case 'trailers':
        return this.#readLine(awaited.kind);
      default:
        return awaited satisfies never;
    }
  }

  #readHead(): ReadAnswer | 'on' {
    const head = readHead(this.#rest);
    if (head === 'incomplete') return MORE;
    const [, minor, code] = head === 'odd' ? [] : (STATUS_LINE.exec(head.start) ?? []);
    if (head === 'odd' || code === undefined) return { kind: 'broken', reason: 'the answer is not HTTP/1.1' };
    this.#rest = this.#rest.subarray(head.length);
    const status = Number(code);
    // An interim answer: the real one follows.
    if (status < 200 && status !== 101) return 'on';
    this.#head = { status, isOld: minor === '0', headers: head.headers };
    const body = bodyOf(status, head.headers);
    if (body === null) return { kind: 'broken', reason: 'the answer does not say how long it is' };
    this.#awaited = body;
    return 'on';
  }

  #readLine(kind: 'chunk_line' | 'chunk_end' | 'trailers'): ReadAnswer | 'on' {
    const end = this.#rest.indexOf('\r\n');
    if (end === -1)
      return this.#rest.length > MAX_LINE_BYTES ? { kind: 'broken', reason: 'the answer has a broken chunk' } : MORE;
    const line = this.#rest.toString('latin1', 0, end);
    this.#rest = this.#rest.subarray(end + 2);
    if (kind === 'trailers') return line === '' ? this.#whole() : 'on';
    const size = kind === 'chunk_line' ? CHUNK_LINE.exec(line)?.[1] : line;
    if (size === undefined || (kind === 'chunk_end' && line !== ''))
      return { kind: 'broken', reason: 'the answer has a broken chunk' };
    if (kind === 'chunk_end') this.#awaited = { kind: 'chunk_line' };
    else this.#awaited = /^0+$/.test(size) ? { kind: 'trailers' } : { kind: 'chunk', left: Number.parseInt(size, 16) };
    return 'on';
  }

  #take(wanted: number): number {
    const taken = this.#rest.length <= wanted ? this.#rest : this.#rest.subarray(0, wanted);
    this.#rest = this.#rest.subarray(taken.length);
    if (taken.length > 0) this.#body.push(taken);
    this.#size += taken.length;
    return taken.length;
  }

  #whole(): ReadAnswer {
    const { status, headers, isOld } = this.#head ?? { status: 0, headers: new Map<string, string>(), isOld: true };
    const connection = (headers.get('connection') ?? '').toLowerCase();
    const stays = isOld ? connection.includes('keep-alive') : !connection.includes('close');
    // Bytes that nobody asked for: what follows them cannot be told from them.
    const keepsAlive = stays && this.#awaited.kind !== 'end' && status !== 101 && this.#rest.length === 0;
    const [only] = this.#body;
    const body = this.#body.length === 1 && only !== undefined ? only : Buffer.concat(this.#body);
    return { kind: 'whole', answer: { status, headers, body, keepsAlive } };
  }
}

/** How the body of an answer to a POST ends (RFC 9112, 6.3); null = in a way that is not defined, or not for us. */
function bodyOf(status: number, headers: HttpHead['headers']): Awaited | null {
  if (status === 101 || status === 204 || status === 304) return { kind: 'length', left: 0 };
  const coding = headers.get('transfer-encoding');
  if (coding !== undefined) return coding.toLowerCase() === 'chunked' ? { kind: 'chunk_line' } : null;
  if (!headers.has('content-length')) return { kind: 'end' };
  const left = lengthOf(headers);
  return left === null ? null : { kind: 'length', left };
}
