import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, writeFiles } from '../../scripts/build.ts';

const ROOT = join(import.meta.dirname, '../..');
const { PATH, NODE_COMPILE_CACHE } = process.env;
const ENVIRONMENT = {
  ...{ PATH, PAWL_REDACTION_KEY: 'a key for these runs' },
  ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }),
};

/** The program as users have it: to strip types from its sources takes 80 MB by itself. Gives the path of its `cli.js`. */
export async function built(folder: string): Promise<string> {
  const dist = join(folder, 'dist');
  await writeFiles(dist, await bundle(ROOT));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  return join(dist, 'cli.js');
}

/** `pawl ingest` in a process of its own. */
export class Ingest {
  readonly #child: ChildProcess;
  readonly #ended: Promise<{ readonly exitCode: number | null; readonly signal: string | null }>;
  #peakKb = 0;
  #stderr = '';

  constructor(files: readonly string[], store: string, cli: string) {
    const child = spawn(process.execPath, [cli, 'ingest', ...files, '--store', store], {
      env: ENVIRONMENT,
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    child.stdin.on('error', () => undefined);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-2000);
    });
    const timer = setInterval(() => this.#look(), 100);
    this.#child = child;
    this.#ended = once(child, 'close').then(([exitCode, signal]) => {
      clearInterval(timer);
      return { exitCode, signal };
    });
  }

  /** Gives it standard input, no faster than it reads. */
  async feed(texts: Iterable<string>): Promise<void> {
    const { stdin } = this.#child;
    for (const text of texts) if (stdin?.write(text) === false) await Promise.race([once(stdin, 'drain'), this.#ended]);
    stdin?.end();
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** true = it ended by itself, false = it was killed. */
  async ended(): Promise<boolean> {
    const { exitCode, signal } = await this.#ended;
    if (signal === 'SIGKILL') return false;
    if (exitCode !== 0) throw new Error(`pawl ingest ended with ${exitCode ?? signal}: ${this.#stderr}`);
    return true;
  }

  /** The most memory that it has held, as the kernel counts it. */
  get peakMb(): number {
    return (this.#peakKb * 1024) / 1e6;
  }

  #look(): void {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      this.#peakKb = Math.max(this.#peakKb, Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0));
    } catch (error) {
      // It has just ended.
      if (!(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')))
        throw error;
    }
  }
}
