import { cut } from '../errors.ts';
import { isJsonObject, type Json, nestedDeeperThan, parseJson } from '../trace/index.ts';

/** Where the agent finds its provider and its tools during one trial. */
export interface AgentUrls {
  readonly openai: string;
  readonly anthropic: string;
  readonly tools: string;
  /** MCP servers, each by its name behind a slash. */
  readonly mcp: string;
  /** The agent's own spans: OTLP/HTTP, joined to what passed the gateway. */
  readonly otlp: string;
}

/** The line that gives a worker its trial, with its line feed. */
export function trialLine(trial: { id: string; input: Json; urls: AgentUrls }): string {
  return `${JSON.stringify({ v: 1, id: trial.id, input: trial.input, urls: trial.urls })}\n`;
}

/** One line of a worker, read. `received` and `message` are cut: both are foreign text. */
export type WorkerLine =
  | { readonly kind: 'output'; readonly id: string; readonly output: Json }
  | { readonly kind: 'error'; readonly id: string; readonly message: string }
  | Garbage;

export interface Garbage {
  readonly kind: 'garbage';
  readonly expected: string;
  readonly received: string;
}

/** As many as a case may have. Deeper values would end a recursion with an exception. */
const MAX_DEPTH = 200;

const EXPECTED = 'one JSON line {"id", "output"} or {"id", "error"}';

export function readWorkerLine(line: string): WorkerLine {
  const value = parseJson(line);
  if (!isJsonObject(value) || typeof value.id !== 'string') return garbage(line);
  const { id, output, error } = value;
  const deep = depthFault(output ?? error ?? null, line);
  if (deep !== null) return deep;
  if (output !== undefined && error === undefined) return { kind: 'output', id, output };
  if (error !== undefined && output === undefined) return { kind: 'error', id, message: errorText(error) };
  return garbage(line);
}

/** Output that nobody could walk through; `text` is what it was read from. */
export function depthFault(output: Json, text: string): Garbage | null {
  return nestedDeeperThan(output, MAX_DEPTH) ? garbage(text, `at most ${MAX_DEPTH} levels of nesting`) : null;
}

export function garbage(received: string, what = EXPECTED): Garbage {
  return { kind: 'garbage', expected: what, received: cut(received, 300) };
}

function errorText(error: Json): string {
  const message = isJsonObject(error) && typeof error.message === 'string' ? error.message : error;
  return cut(typeof message === 'string' ? message : JSON.stringify(message), 2000);
}

/**
 * Cuts bytes into UTF-8 lines without holding more than one line of at most `maxBytes`. Blank lines are left out, and so is
 * a last line without a line feed: its writer did not get to its end. Nothing is read after garbage.
 */
export class LineSplitter {
  readonly #maxBytes: number;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  push(bytes: Uint8Array): (string | Garbage)[] {
    const lines: (string | Garbage)[] = [];
    let from = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
      this.#hold(bytes.subarray(from, end));
      if (this.#pendingBytes > this.#maxBytes) break;
      lines.push(...this.#flush());
      from = end + 1;
    }
    if (this.#pendingBytes <= this.#maxBytes) this.#hold(bytes.subarray(from));
    if (this.#pendingBytes <= this.#maxBytes) return lines;
    const tooLong = garbage(this.#start(), `a line of at most ${this.#maxBytes} bytes`);
    this.#drop();
    return [...lines, tooLong];
  }

  #hold(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
  }

  #flush(): (string | Garbage)[] {
    try {
      const text = this.#decoder.decode(Buffer.concat(this.#pending));
      return text.trim() === '' ? [] : [text];
    } catch {
      return [garbage(this.#start(), 'a line in UTF-8')];
    } finally {
      this.#drop();
    }
  }

  #start(): string {
    return Buffer.concat(this.#pending.slice(0, 64)).subarray(0, 1024).toString('utf8');
  }

  #drop(): void {
    this.#pending = [];
    this.#pendingBytes = 0;
  }
}
