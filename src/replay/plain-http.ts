import { type Server as HttpServer, STATUS_CODES } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { type HttpCall, type Reply, retryHeaders } from './http-exchange.ts';
import { type HttpHead, lengthOf, readHead } from './http-head.ts';
import { PlainCall } from './plain-call.ts';

interface PlainOptions {
  /** Node's own server, for all that is not plain. It does not listen itself. */
  readonly whole: HttpServer;
  /** Whether a request may be answered here, by its method and its path with the query. */
  isPlain(method: string, url: string): boolean;
  readonly maxBytes: number;
  readonly serve: (call: HttpCall) => void;
}

export interface PlainServer {
  readonly server: Server;
  /** Also those that node's server has taken over. */
  closeConnections(): void;
}

/** Seconds for which a client may count on a connection that is idle; here it is in truth never closed. */
const KEEP_ALIVE_S = 60;

const REQUEST_LINE = /^([A-Z]+) (\/[\x21-\x7e]*) HTTP\/1\.1$/;

/** Each asks for more than one answer to one request, and node knows how to give it. */
const SPECIAL_HEADERS = ['transfer-encoding', 'expect', 'upgrade', 'trailer'];

/**
 * A server for plain requests: the head comes in one piece, written as nearly all clients write it, with the length of the
 * body. Node's own parser and streams take more of such a call's time than all that the gateway does with it. At the first request
 * that is otherwise, its connection goes to node's server, with all that came, and stays there.
 */
export function plainServer(options: PlainOptions): PlainServer {
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    new PlainConnection(socket, options);
  });
  return {
    server,
    closeConnections: () => {
      for (const socket of open) socket.destroy();
    },
  };
}

class PlainConnection {
  readonly #socket: Socket;
  readonly #options: PlainOptions;
  readonly #listeners: readonly (readonly [event: string, listener: (value: Buffer) => void])[];
  /** The request that is being answered. */
  #call: PlainCall | null = null;
  /** What came behind it. */
  #held: Buffer | null = null;

  constructor(socket: Socket, options: PlainOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#listeners = [
      ['data', (bytes) => this.#hear(bytes)],
      // A client that ends its side waits for no answer, as node has it.
      ['end', () => socket.end()],
      ['error', () => undefined],
      ['close', () => this.#over()],
    ];
    for (const [event, listener] of this.#listeners) socket.on(event, listener);
  }

  #hear(bytes: Buffer): void {
    const behind = this.#call === null ? bytes : this.#call.take(bytes);
    if (behind.length === 0) return;
    if (this.#call === null) {
      this.#begin(behind);
      return;
    }
    this.#held = this.#held === null ? behind : Buffer.concat([this.#held, behind]);
    this.#socket.pause();
  }

  #begin(bytes: Buffer): void {
    const head = readHead(bytes);
    const call = typeof head === 'string' ? null : this.#plainCall(head);
    if (call === null || typeof head === 'string') {
      this.#handOver(bytes);
      return;
    }
    this.#call = call;
    if (bytes.length > head.length) this.#hear(bytes.subarray(head.length));
    this.#options.serve(call);
  }

  #plainCall({ start, headers }: HttpHead): PlainCall | null {
    const [, method, url] = REQUEST_LINE.exec(start) ?? [];
    const length = lengthOf(headers);
    if (method === undefined || url === undefined || length === null || length > this.#options.maxBytes) return null;
    if (!headers.has('host') || SPECIAL_HEADERS.some((name) => headers.has(name))) return null;
    if ((headers.get('connection') ?? 'keep-alive').toLowerCase() !== 'keep-alive') return null;
    if (!this.#options.isPlain(method, url)) return null;
    return new PlainCall(method, url, headers, length, (reply) => this.#write(reply));
  }

  #handOver(bytes: Buffer): void {
    const socket = this.#socket;
    for (const [event, listener] of this.#listeners) socket.off(event, listener);
    socket.pause();
    socket.unshift(bytes);
    this.#options.whole.emit('connection', socket);
    socket.resume();
  }

  #write(reply: Reply): void {
    const socket = this.#socket;
    const { httpStatus, contentType, body } = reply;
    let head = `HTTP/1.1 ${httpStatus} ${STATUS_CODES[httpStatus] ?? ''}\r\ncontent-type: ${contentType}\r\n`;
    for (const [name, value] of Object.entries(retryHeaders(reply))) head += `${name}: ${value}\r\n`;
    head += `content-length: ${Buffer.byteLength(body)}\r\nconnection: keep-alive\r\nkeep-alive: timeout=${KEEP_ALIVE_S}\r\n\r\n`;
    const sent = (error?: Error | null): void => {
      if (error == null) this.#answered();
    };
    // A text goes out in one piece with its head.
    if (typeof body === 'string') socket.write(head + body, sent);
    else {
      socket.cork();
      socket.write(head);
      socket.write(body, sent);
      socket.uncork();
    }
  }

  #answered(): void {
    const call = this.#call;
    // An answer that came before the whole request: the rest of it is nobody's.
    if (call === null || call.whenWhole(() => this.#answered())) return;
    this.#call = null;
    const held = this.#held;
    this.#held = null;
    if (held === null) return;
    this.#socket.resume();
    this.#begin(held);
  }

  #over(): void {
    this.#call?.lose();
    this.#call = null;
  }
}
