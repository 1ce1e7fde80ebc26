import { messageOf } from '../../errors.ts';
import {
  decodeOtlp,
  decodeOtlpText,
  MAX_OTLP_BYTES,
  type OtlpContent,
  type OtlpForm,
  type ProblemKind,
} from '../../trace/index.ts';
import { type Line, LineSplitter } from '../lines.ts';
import { DETECTION_BYTES, detectOtlp, type OtlpDetection, payloadOf } from './format.ts';
import { type Message, PrefixedMessages, WholeMessage } from './messages.ts';

/** Decompresses one zstd frame into at most `MAX_OTLP_BYTES`; throws where that cannot be done. */
export type Unzstd = (bytes: Uint8Array) => Uint8Array;

interface Framing {
  push(bytes: Uint8Array): void;
  end(): void;
}

/**
 * One file of OTLP requests, decompressed, as its bytes arrive: decodes request after request, gives each one's content on
 * and holds no more than one. The format is told by the first bytes. Problems come as content with nothing else in it.
 */
export class OtlpFile {
  readonly #where: string;
  readonly #take: (content: OtlpContent) => void;
  readonly #unzstd: Unzstd;
  #head: Uint8Array[] = [];
  #headBytes = 0;
  #begun: { readonly detection: OtlpDetection; readonly framing: Framing } | null = null;

  constructor(where: string, take: (content: OtlpContent) => void, unzstd: Unzstd) {
    this.#where = where;
    this.#take = take;
    this.#unzstd = unzstd;
  }

  push(bytes: Uint8Array): void {
    if (this.#begun !== null) {
      this.#begun.framing.push(bytes);
      return;
    }
    this.#head.push(bytes);
    this.#headBytes += bytes.length;
    if (this.#headBytes >= DETECTION_BYTES) this.#begin();
  }

  /** The file is complete. Gives what it was. */
  end(): OtlpDetection {
    const { framing, detection } = this.#begun ?? this.#begin();
    framing.end();
    return detection;
  }

  #begin() {
    const head = Buffer.concat(this.#head);
    this.#head = [];
    const detection = detectOtlp(head);
    const framing = this.#framingOf(detection);
    this.#begun = { detection, framing };
    framing.push(head);
    return this.#begun;
  }

  #framingOf(detection: OtlpDetection): Framing {
    switch (detection.kind) {
      case 'json_lines':
        return new LineSplitter(MAX_OTLP_BYTES, (line) => this.#line(line));
      case 'json_document':
        return this.#whole({ encoding: 'json' });
      case 'protobuf':
        return this.#whole({ encoding: 'protobuf', signal: detection.signal });
      case 'length_prefixed':
        return new PrefixedMessages(MAX_OTLP_BYTES, (message, number) =>
          this.#message(message, `${this.#where} request ${number}`, (bytes, where) => this.#payload(bytes, where)),
        );
      case 'unknown':
        this.#problem('no OTLP file', this.#where, detection.seen);
        return { push: () => undefined, end: () => undefined };
      default:
        return detection satisfies never;
    }
  }

  #line(line: Line): void {
    const where = `${this.#where}:${line.number}`;
    if (line.kind === 'unreadable') this.#problem('unreadable line, left out', where, line.reason);
    else if (line.text.trim() !== '') this.#take(decodeOtlpText(line.text, where));
  }

  #whole(form: OtlpForm): Framing {
    return new WholeMessage(MAX_OTLP_BYTES, (message) =>
      this.#message(message, this.#where, (bytes, where) => this.#decode(bytes, form, where)),
    );
  }

  #message(message: Message, where: string, read: (bytes: Uint8Array, where: string) => void): void {
    if (message.kind === 'bytes') read(message.bytes, where);
    else this.#problem(message.reason, where, message.received, message.isOpen === true ? 'open_end' : undefined);
  }

  #payload(bytes: Uint8Array, where: string): void {
    const plain = payloadOf(bytes) === 'zstd' ? this.#decompressed(bytes, where) : bytes;
    if (plain === null) return;
    const payload = payloadOf(plain);
    if (payload === 'json') this.#decode(plain, { encoding: 'json' }, where);
    else if (payload === null || payload === 'zstd')
      this.#problem(
        'no OTLP request',
        where,
        `${plain.length} bytes, ${Buffer.from(plain.subarray(0, 16)).toString('hex')}`,
      );
    else this.#decode(plain, { encoding: 'protobuf', signal: payload }, where);
  }

  #decompressed(bytes: Uint8Array, where: string): Uint8Array | null {
    try {
      return this.#unzstd(bytes);
    } catch (error) {
      this.#problem('damaged zstd frame, left out', where, messageOf(error));
      return null;
    }
  }

  #decode(bytes: Uint8Array, form: OtlpForm, where: string): void {
    this.#take(decodeOtlp(bytes, form, where));
  }

  #problem(reason: string, where: string, received: string, kind?: ProblemKind): void {
    this.#take(problemContent(reason, `${where}: ${received}`, kind));
  }
}

/** A problem in the form in which the content of a request carries its own. */
export function problemContent(reason: string, example: string, kind?: ProblemKind): OtlpContent {
  const problem = { reason, count: 1, examples: [example], ...(kind === undefined ? {} : { kind }) };
  return { spans: [], logs: [], droppedMetrics: 0, problems: [problem] };
}
