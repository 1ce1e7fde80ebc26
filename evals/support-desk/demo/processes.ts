import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const DESK = join(import.meta.dirname, '..');
const CLI = join(DESK, '..', '..', 'dist', 'cli.js');

/** A server of the demo as a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts `provider.ts` or `backend.ts`, and waits for the line that says where it listens. */
export async function startServer(script: string, args: readonly string[]): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(DESK, script), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, 'line'), once(child, 'exit')]);
  if (typeof first[0] !== 'string') throw new Error(`${script} ended before it was ready`);
  const { url } = JSON.parse(first[0]) as { url: string };
  return { url, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}

/** How many completions the provider has drawn so far. */
export async function completionsAt(providerUrl: string): Promise<number> {
  const stats = (await (await fetch(`${providerUrl}/stats`)).json()) as { completions: number };
  return stats.completions;
}

export interface PawlRun {
  readonly exitCode: number | null;
  readonly output: string;
  readonly durationMs: number;
}

/** Runs the built pawl in a repository, and shows and returns what it prints. No key is in its environment. */
export async function runPawl(repository: string, args: readonly string[]): Promise<PawlRun> {
  if (!existsSync(CLI)) throw new Error('dist/cli.js is missing: run "npm run build"');
  const startedAt = performance.now();
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: repository,
    env: pawlEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, output, durationMs: Math.round(performance.now() - startedAt) };
}

/** The agent's `node` has to be this one, whatever else the machine has. */
function pawlEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {
    PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
  };
  for (const name of ['HOME', 'LANG', 'TMPDIR', 'TZ', 'CI', 'NO_COLOR']) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
