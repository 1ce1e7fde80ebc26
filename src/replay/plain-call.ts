import type { HttpCall, Reply, RequestBody } from './http-exchange.ts';
import type { HttpHead } from './http-head.ts';

/** A request with a length, while its body comes in and its answer is made. */
export class PlainCall implements HttpCall {
  readonly node = null;
  readonly method: string;
  readonly url: string;
  readonly #headers: HttpHead['headers'];
  readonly #write: (reply: Reply) => void;
  readonly #chunks: Buffer[] = [];
  #left: number;
  #isAnswered = false;
  #isLost = false;
  readonly #onLost: (() => void)[] = [];
  #onBody: ((body: RequestBody) => void) | null = null;

  constructor(
    method: string,
    url: string,
    headers: HttpHead['headers'],
    length: number,
    write: (reply: Reply) => void,
  ) {
    this.method = method;
    this.url = url;
    this.#headers = headers;
    this.#left = length;
    this.#write = write;
  }

  header(name: string): string | undefined {
    return this.#headers.get(name);
  }

  body(): Promise<RequestBody> {
    return new Promise((resolve) => {
      this.#onBody = resolve;
      this.#settle();
    });
  }

  reply(reply: Reply): void {
    if (this.#isAnswered || this.#isLost) return;
    this.#isAnswered = true;
    this.#write(reply);
  }

  onLost(act: () => void): void {
    if (this.#isLost) act();
    else this.#onLost.push(act);
  }

  /** Takes what is its own of the bytes, and gives back the rest. */
  take(bytes: Buffer): Buffer {
    const own = bytes.length <= this.#left ? bytes : bytes.subarray(0, this.#left);
    this.#left -= own.length;
    if (!this.#isAnswered && own.length > 0) this.#chunks.push(own);
    this.#settle();
    return bytes.subarray(own.length);
  }

  /** Whether some of the request is still to come; `act` is then called when all of it has. */
  whenWhole(act: () => void): boolean {
    if (this.#left === 0) return false;
    this.#onBody = act;
    return true;
  }

  lose(): void {
    this.#isLost = true;
    this.#settle();
    for (const act of this.#onLost) act();
  }

  #settle(): void {
    const resolve = this.#onBody;
    if (resolve === null || (this.#left > 0 && !this.#isLost)) return;
    this.#onBody = null;
    const [only] = this.#chunks;
    const bytes = this.#chunks.length === 1 && only !== undefined ? only : Buffer.concat(this.#chunks);
    resolve(this.#left > 0 ? { kind: 'aborted' } : { kind: 'bytes', bytes });
  }
}
