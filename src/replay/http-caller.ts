import { validateHeaderValue } from 'node:http';
import { isIP, type Socket, connect as tcpConnect } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { urlToHttpOptions } from 'node:url';
import { messageOf } from '../errors.ts';
import { AnswerReader, type HttpAnswer, type ReadAnswer } from './http-answer.ts';

/** Where posts go. */
export interface HttpTarget {
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  /** The lines of a request that are the same for all. */
  readonly head: string;
}

export type Received = Exclude<ReadAnswer, { kind: 'more' }>;

export interface CallLimits {
  /** Of silence, from the first attempt to connect on. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** Only once for each URL: taking one apart costs as much as a call does. */
export function targetOf(url: URL): HttpTarget {
  const { hostname, auth, path } = urlToHttpOptions(url);
  const secure = url.protocol === 'https:';
  const basic = auth == null ? '' : `authorization: Basic ${Buffer.from(auth).toString('base64')}\r\n`;
  return {
    secure,
    host: hostname ?? '',
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    path: path ?? '/',
    head: `POST ${path ?? '/'} HTTP/1.1\r\nhost: ${url.host}\r\nconnection: keep-alive\r\n${basic}`,
  };
}

/**
 * Posts over connections that are kept. Of HTTP it speaks what a provider's API needs and no more: node's own client takes
 * more of a call's time than all the rest of the gateway.
 */
export class HttpCaller {
  readonly #limits: CallLimits;
  /** Connections that wait for the next post, by where they lead; the one used last is last. */
  readonly #idle = new Map<string, Line[]>();
  readonly #lines = new Set<Line>();
  readonly #sessions = new Map<string, Buffer>();

  constructor(limits: CallLimits) {
    this.#limits = limits;
  }

  /** Does not reject. @throws TypeError where a value cannot stand in a header */
  post(target: HttpTarget, headers: Readonly<Record<string, string>>, body: string): Promise<Received> {
    let head = target.head;
    for (const [name, value] of Object.entries(headers)) {
      validateHeaderValue(name, value);
      head += `${name}: ${value}\r\n`;
    }
    const message = `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    return new Promise((resolve) => this.#line(target).ask(message, resolve));
  }

  close(): void {
    for (const line of this.#lines) line.hangUp('pawl was ending');
  }

  #line(target: HttpTarget): Line {
    const name = `${target.secure ? 'https' : 'http'}://${target.host}:${target.port}`;
    const idle = this.#idle.get(name) ?? [];
    this.#idle.set(name, idle);
    for (let line = idle.pop(); line !== undefined; line = idle.pop()) {
      if (line.isFresh()) return line;
      line.hangUp('it was idle for too long');
    }
    const line: Line = new Line(this.#connect(target, name), this.#limits, {
      idle: () => idle.push(line),
      gone: () => {
        this.#lines.delete(line);
        const index = idle.indexOf(line);
        if (index !== -1) idle.splice(index, 1);
      },
    });
    this.#lines.add(line);
    return line;
  }

  #connect({ secure, host, port }: HttpTarget, name: string): Socket {
    if (!secure) return tcpConnect({ host, port, noDelay: true, keepAlive: true });
    const session = this.#sessions.get(name);
    const servername = isIP(host) === 0 ? host : '';
    const socket = tlsConnect({
      ...{ host, port, servername, ALPNProtocols: ['http/1.1'] },
      ...(session === undefined ? {} : { session }),
    });
    socket.setNoDelay(true).setKeepAlive(true);
    return socket.on('session', (given) => this.#sessions.set(name, given));
  }
}

/** So long before the other side closes a connection, it is not used any more. */
const CLOSING_MS = 1000;

interface LineListener {
  readonly idle: () => void;
  readonly gone: () => void;
}

interface Question {
  readonly reader: AnswerReader;
  readonly settle: (received: Received) => void;
  /** Ends it after silence. */
  readonly timer: NodeJS.Timeout;
}

/** One connection, with at most one post on it. */
class Line {
  readonly #socket: Socket;
  readonly #limits: CallLimits;
  readonly #listener: LineListener;
  #asked: Question | null = null;
  /** When the other side will have closed it, as far as it said. */
  #freshUntilMs = Number.POSITIVE_INFINITY;

  constructor(socket: Socket, limits: CallLimits, listener: LineListener) {
    this.#socket = socket;
    this.#limits = limits;
    this.#listener = listener;
    socket.on('data', (bytes: Buffer) => this.#hear(bytes));
    socket.on('error', (error) => this.hangUp(messageOf(error)));
    socket.on('end', () => this.#settle(this.#asked?.reader.end()));
    socket.on('close', () => this.hangUp('the connection was closed before the end of the answer'));
  }

  isFresh(): boolean {
    return this.#socket.readyState === 'open' && performance.now() < this.#freshUntilMs;
  }

  ask(message: string, settle: (received: Received) => void): void {
    const { timeoutMs, maxBytes } = this.#limits;
    const timer = setTimeout(() => this.hangUp(`no answer within ${timeoutMs} ms`), timeoutMs);
    this.#asked = { reader: new AnswerReader(maxBytes), settle, timer };
    this.#socket.ref();
    this.#socket.write(message);
  }

  hangUp(reason: string): void {
    this.#listener.gone();
    this.#socket.destroy();
    this.#answered()?.settle({ kind: 'broken', reason });
  }

  #hear(bytes: Buffer): void {
    // Nobody has asked: whatever this is, it would be taken for the next answer.
    if (this.#asked === null) {
      this.hangUp('the provider spoke unasked');
      return;
    }
    this.#asked.timer.refresh();
    this.#settle(this.#asked.reader.push(bytes));
  }

  /** What was asked, which now is over. */
  #answered(): Question | null {
    const asked = this.#asked;
    this.#asked = null;
    if (asked !== null) clearTimeout(asked.timer);
    return asked;
  }

  #settle(read: ReadAnswer | undefined): void {
    if (read === undefined || read.kind === 'more') return;
    if (read.kind === 'broken') {
      this.hangUp(read.reason);
      return;
    }
    const asked = this.#answered();
    if (read.answer.keepsAlive && !this.#socket.destroyed) this.#rest(read.answer);
    else this.hangUp('it is not kept');
    asked?.settle(read);
  }

  #rest({ headers }: HttpAnswer): void {
    const seconds = /timeout=(\d{1,6})/i.exec(headers.get('keep-alive') ?? '')?.[1];
    if (seconds !== undefined) this.#freshUntilMs = performance.now() + Number(seconds) * 1000 - CLOSING_MS;
    // A connection that only waits keeps no process alive.
    this.#socket.unref();
    this.#listener.idle();
  }
}
