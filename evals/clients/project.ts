import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { NODE_MODULES } from './install.ts';
import { AGENTS, type Change, type Client } from './list.ts';
import type { StandInProvider } from './provider/provider.ts';

const CLI = join(import.meta.dirname, '..', '..', 'src', 'cli.ts');

/** A repository with one client's agent, as a user would have it. */
export interface ClientProject {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** A branch from main on which one value of the agent's configuration is another. */
  branchWith(change: Change): string;
  /** A branch from main on which the agent's code differs and does the same. */
  branchTidied(): string;
  /** A branch from main on which the agent asks for streams where it asked for whole answers, and the other way round. */
  branchOtherForm(): string;
  /** Runs pawl's command line here; its exit code and what it said. */
  pawl(provider: StandInProvider, ...args: readonly string[]): Promise<{ exitCode: number | null; output: string }>;
  commit(message: string): void;
  remove(): void;
}

const INPUTS = [false, true].map((stream) => ({
  id: stream ? 'streamed' : 'whole',
  input: { questions: ['What is the weather in Paris and Rome?', 'And what is the weather in Oslo?'], stream },
}));

export function makeProject(client: Client, command: string): ClientProject {
  const directory = mkdtempSync(join(tmpdir(), 'pawl-clients-'));
  const environment = { PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(':') };
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...GIT_SETTINGS, ...args], { cwd: directory, encoding: 'utf8' });
  const commit = (message: string): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };
  const branch = (name: string, path: string, edit: (text: string) => string): string => {
    git('switch', '--quiet', '--create', name, 'main');
    writeFileSync(join(directory, path), edit(readFileSync(join(directory, path), 'utf8')));
    commit(name);
    git('switch', '--quiet', 'main');
    return name;
  };
  const desk = client.language === 'node' ? 'agent/desk.mjs' : 'agent/desk.py';
  git('init', '--quiet', '--initial-branch=main');
  cpSync(AGENTS, join(directory, 'agent'), { recursive: true });
  writeFileSync(join(directory, 'pawl.yml'), settingsFor(client, command));
  writeFileSync(join(directory, 'inputs.jsonl'), INPUTS.map((input) => `${JSON.stringify(input)}\n`).join(''));
  commit('The agent');
  return {
    directory,
    environment,
    commit,
    branchWith: ({ key, value }) =>
      branch(`other-${key}`, 'agent/config.json', (config) => JSON.stringify({ ...JSON.parse(config), [key]: value })),
    branchTidied: () => branch('tidied', desk, (code) => `${code}\n`),
    branchOtherForm: () =>
      branch('other-form', desk, (code) =>
        code.replace('(stream)', '(!stream)').replace('(asked["stream"])', '(not asked["stream"])'),
      ),
    pawl: async (provider, ...args) => {
      const providers = [`openai=${provider.openaiUrl}`, `anthropic=${provider.anthropicUrl}`];
      const flags = ['--store', STORE, '--isolation', 'off', ...providers.flatMap((url) => ['--provider-url', url])];
      const child = spawn(process.execPath, [CLI, ...args, ...flags], {
        cwd: directory,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const said = Promise.all([text(child.stdout), text(child.stderr)]);
      const [exitCode] = (await once(child, 'close')) as [number | null];
      return { exitCode, output: (await said).join('') };
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** Where git looks at nothing, so that the repository's files alone are its content. */
export const STORE = '.git/pawl-store';

const GIT_SETTINGS = ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.com', '-c', 'commit.gpgsign=false'];

function settingsFor({ file, arguments: args, language, settings }: Client, command: string): string {
  return `version: 1
agent:
  name: desk
  root: agent
  paths: ["agent/**"]
${language === 'node' ? `  setup: ln -s '${NODE_MODULES}' node_modules\n` : ''}  command: exec ${[command, file, ...args].join(' ')}
  protocol: exec
  concurrency: 2
  timeout_s: 300
prompts: ["agent/config.json"]
tools:
  read_only: ["weather", "clock", "mcp__desk__weather", "mcp__desk__clock"]
corpus: ["corpus/*.jsonl"]
${settings}`;
}
