import { cut } from '../errors.ts';
import { isJsonObject, parseJson } from '../trace/index.ts';
import { type Child, type Exit, type SideLaunch, startChild } from './child.ts';
import type { ToolAnswer } from './live-tools.ts';

const MAX_OUTPUT_BYTES = 16 * 1024 ** 2;
const MAX_DETAIL = 300;

/**
 * Runs a user's command in the place of a tool: `line` (JSON) and a line feed on its standard input, one JSON object
 * `{"result": ...}` or `{"error": ...}` on its standard output. Whatever else comes of it is `failed`, with the reason.
 */
export async function simulate({ env, ...launch }: SideLaunch, line: string, timeoutMs: number): Promise<ToolAnswer> {
  const child = startChild(launch, env);
  const output = collect(child);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void child.kill();
  }, timeoutMs);
  child.stdin.end(`${line}\n`);
  const exit = await child.exit;
  clearTimeout(timer);
  if (late) return failed(`no answer within ${timeoutMs / 1000} s`);
  const text = output();
  if (text === null) return failed(`more than ${MAX_OUTPUT_BYTES} bytes of output`);
  return exit.exitCode === 0 ? answerIn(text) : failed(exitText(exit));
}

/** Reads its output; null = there was too much of it, and the command was ended. */
function collect(child: Child): () => string | null {
  const chunks: Buffer[] = [];
  let bytes = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= MAX_OUTPUT_BYTES) chunks.push(chunk);
    else void child.kill();
  });
  return () => (bytes > MAX_OUTPUT_BYTES ? null : Buffer.concat(chunks).toString('utf8'));
}

function answerIn(text: string): ToolAnswer {
  const value = parseJson(text);
  if (isJsonObject(value) && Object.keys(value).length === 1) {
    if (value.result !== undefined) return { kind: 'result', value: value.result };
    if (value.error !== undefined) return { kind: 'error', value: value.error };
  }
  return failed(`expected {"result": ...} or {"error": ...}, received ${cut(text, MAX_DETAIL)}`);
}

function exitText({ exitCode, signal, stderrTail }: Exit): string {
  const how = exitCode === null ? `ended by ${signal ?? 'the system'}` : `exit code ${exitCode}`;
  return stderrTail === '' ? how : `${how}: ${cut(stderrTail.slice(-MAX_DETAIL), MAX_DETAIL)}`;
}

function failed(message: string): ToolAnswer {
  return { kind: 'failed', message };
}
