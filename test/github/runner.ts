import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '../../src/trace/index.ts';
import { compileCacheOption } from '../compile-cache.ts';
import { RUNTIME_TOKEN } from './fake/artifacts.ts';

export interface ActionStart {
  /** The program: `dist/main.js`. */
  readonly main: string;
  readonly workspace: string;
  readonly event: { readonly name: string; readonly payload: Json };
  readonly sha: string;
  readonly apiUrl: string;
  readonly run?: { readonly id: number; readonly attempt: number };
  readonly inputs?: Readonly<Record<string, string>>;
  /** Secrets and whatever else the workflow's `env:` sets; wins over the runner's own. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ActionEnd {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Workflow commands in the log, as the runner would understand them. */
  readonly commands: readonly Command[];
}

export interface Command {
  readonly name: string;
  readonly message: string;
}

const FILES = ['GITHUB_STEP_SUMMARY', 'GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STATE', 'GITHUB_PATH'];

/**
 * Starts the Action with exactly the environment that GitHub's runner gives it, and reads back what the runner would. Besides,
 * Node keeps what it made of `dist/` for the next start in the same run of the tests; other `NODE_OPTIONS` keep it
 * from doing so.
 */
export function runAction(start: ActionStart): Promise<ActionEnd> {
  return asOnRunner(start, (env) => spawned(start, env));
}

/** Gives `run` the environment that the runner would, and reads what the runner then would. */
export async function asOnRunner(
  start: Omit<ActionStart, 'main'>,
  run: (env: NodeJS.ProcessEnv) => Promise<Pick<ActionEnd, 'exitCode' | 'stdout' | 'stderr'>>,
): Promise<ActionEnd> {
  const temp = mkdtempSync(join(tmpdir(), 'pawl-runner-'));
  try {
    const files = Object.fromEntries(FILES.map((name) => [name, join(temp, name.toLowerCase())]));
    for (const path of Object.values(files)) writeFileSync(path, '');
    const env = { ...environment(start, temp), ...files, ...start.env };
    const ended = await run(env);
    const read = (name: string): string =>
      env[name]?.startsWith('/dev/') ? '' : readFileSync(env[name] ?? '', 'utf8');
    return {
      ...ended,
      outputs: parseOutputs(read('GITHUB_OUTPUT')),
      summary: read('GITHUB_STEP_SUMMARY'),
      commands: parseCommands(ended.stdout),
    };
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

function environment(start: Omit<ActionStart, 'main'>, temp: string): Record<string, string | undefined> {
  const eventPath = join(temp, 'event.json');
  writeFileSync(eventPath, JSON.stringify(start.event.payload));
  const inputs = Object.entries(start.inputs ?? {}).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value,
  ]);
  return {
    PATH: process.env.PATH,
    NODE_OPTIONS: compileCacheOption(),
    HOME: temp,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: start.apiUrl,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_GRAPHQL_URL: `${start.apiUrl}/graphql`,
    GITHUB_REPOSITORY: 'acme/desk',
    GITHUB_EVENT_NAME: start.event.name,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_SHA: start.sha,
    GITHUB_RUN_ID: String(start.run?.id ?? 500),
    GITHUB_RUN_ATTEMPT: String(start.run?.attempt ?? 1),
    GITHUB_WORKSPACE: start.workspace,
    RUNNER_TEMP: temp,
    ACTIONS_RESULTS_URL: start.apiUrl,
    ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
    ...Object.fromEntries(inputs),
  };
}

function spawned(
  start: ActionStart,
  env: NodeJS.ProcessEnv,
): Promise<Pick<ActionEnd, 'exitCode' | 'stdout' | 'stderr'>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [start.main], {
      cwd: start.workspace,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 300_000,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

/** The runner's grammar: `name=value` or `name<<DELIMITER`, lines, `DELIMITER`. Anything else fails the step. */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      outputs[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    if (heredoc < 0) throw new Error(`Invalid format '${line}'`);
    const delimiter = line.slice(heredoc + 2);
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
    outputs[line.slice(0, heredoc)] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}

/** `::name properties::message` at the start of a line, and `##[name properties]message` anywhere in one. */
export function parseCommands(log: string): Command[] {
  const commands: Command[] = [];
  let deafUntil: string | null = null;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const modern = /^[\s\u0085]*::([^\s:]+)(?: (?:[^:]|:(?!:))*)?::(.*)$/.exec(line);
    const legacy = /##\[([^\s\]]+)[^\]]*\](.*)$/.exec(line);
    const name = modern?.[1] ?? legacy?.[1];
    if (name === undefined || (deafUntil !== null && name !== deafUntil)) continue;
    const message = unescapeData(modern?.[2] ?? legacy?.[2] ?? '');
    if (name === deafUntil) deafUntil = null;
    else if (name === 'stop-commands') deafUntil = message;
    else commands.push({ name, message });
  }
  return commands;
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
