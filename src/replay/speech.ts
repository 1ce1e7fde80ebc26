import type { Writable } from 'node:stream';
import type { Child } from './child.ts';
import { LineSplitter, readWorkerLine, type WorkerLine } from './worker-protocol.ts';

/** How one process is given its trials. What it says goes to whoever opened the speech. */
export interface Speech {
  /** Resolves when the process takes trials: null, or why it never will. null in place of the promise = from its start. */
  readonly ready: Promise<string | null> | null;
  /** `line` is the trial as JSON with a line feed. */
  give(id: string, line: string): void;
}

/** `said` is foreign text or what it means; `line` is the text itself, for messages. */
export type Hear = (said: WorkerLine, line: string) => void;

const MAX_LINE_BYTES = 16 * 1024 ** 2;

/** Protocol `worker`: a line in on stdin, a line out on stdout. After garbage nothing more is read. */
export function speakByLines(child: Child, hear: Hear): Speech {
  const lines = new LineSplitter(MAX_LINE_BYTES);
  let isDeaf = false;
  child.stdout.on('data', (bytes: Buffer) => {
    if (isDeaf) return;
    for (const line of lines.push(bytes)) {
      if (isDeaf) return;
      const said = typeof line === 'string' ? readWorkerLine(line) : line;
      isDeaf = said.kind === 'garbage';
      hear(said, typeof line === 'string' ? line : line.received);
    }
  });
  return { ready: null, give: (_, line) => writeSoon(child.stdin, line) };
}

/** What is written in one turn of the loop goes out in one piece: each piece wakes the agent up. */
function writeSoon(stream: Writable, line: string): void {
  if (stream.writableCorked === 0) {
    stream.cork();
    setImmediate(() => stream.uncork());
  }
  stream.write(line);
}
