import { cut } from '../../errors.ts';
import { type JsonObject, parseJson, type RpcMessage, readRpc } from '../../trace/index.ts';
import type { Child } from '../child.ts';
import { LineSplitter } from '../worker-protocol.ts';

const MAX_LINE_BYTES = 64 * 1024 * 1024;

/** A real MCP server on standard input and output: one JSON-RPC message a line. */
export class StdioServer {
  /** Why it ended; resolves when it has. */
  readonly ended: Promise<string>;
  readonly #child: Child;

  /** `onMessage` hears each message with its JSON. What is no message is skipped: some servers print a greeting. */
  constructor(child: Child, onMessage: (message: RpcMessage, json: JsonObject) => void) {
    this.#child = child;
    const lines = new LineSplitter(MAX_LINE_BYTES);
    child.stdout.on('data', (bytes: Buffer) => {
      for (const line of lines.push(bytes)) {
        const json = typeof line === 'string' ? parseJson(line) : undefined;
        const message = readRpc(json);
        if (message !== null) onMessage(message, json as JsonObject);
      }
    });
    this.ended = child.exit.then(({ exitCode, signal, stderrTail }) => {
      const how = signal ?? (exitCode === null ? 'not started' : `exit code ${exitCode}`);
      return `the MCP server ended (${how})${stderrTail === '' ? '' : `: ${cut(stderrTail.slice(-300), 300)}`}`;
    });
  }

  send(message: JsonObject): void {
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
  }

  async close(): Promise<void> {
    await this.#child.kill();
  }
}
