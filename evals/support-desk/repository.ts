import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { applyEdit, type FileEdit, SCENARIOS } from './scenarios.ts';

const HERE = import.meta.dirname;
/** The corpus that pawl recorded from base; `record.ts` makes it. */
export const CORPUS = join(HERE, 'corpus', 'support-desk.jsonl.gz');

/** The same names and dates in every run: equal content gives equal commits. */
const COMMITTER = {
  GIT_AUTHOR_NAME: 'Support Desk',
  GIT_AUTHOR_EMAIL: 'desk@example.com',
  GIT_AUTHOR_DATE: '2026-11-01T09:00:00Z',
  GIT_COMMITTER_NAME: 'Support Desk',
  GIT_COMMITTER_EMAIL: 'desk@example.com',
  GIT_COMMITTER_DATE: '2026-11-01T09:00:00Z',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
} as const;

/** Makes the agent's repository in `root`: branch `main` with pawl's settings and the corpus, and a branch a scenario. */
export async function buildRepository(root: string): Promise<void> {
  await writeAgent(root);
  cpSync(join(HERE, 'pawl.yml'), join(root, 'pawl.yml'));
  if (existsSync(CORPUS)) {
    mkdirSync(join(root, '.pawl', 'corpus'), { recursive: true });
    cpSync(CORPUS, join(root, '.pawl', 'corpus', 'support-desk.jsonl.gz'));
  }
  git(root, 'init', '--quiet', '--initial-branch=main');
  commit(root, 'The support desk');
  for (const { branch, title, edits } of SCENARIOS) {
    git(root, 'switch', '--quiet', '--create', branch, 'main');
    applyEdits(root, edits);
    commit(root, title);
  }
  git(root, 'switch', '--quiet', 'main');
}

/** The agent as it stands here, with the OpenAI SDK as one file in its `node_modules`: a checkout needs no install. */
export async function writeAgent(root: string): Promise<void> {
  const agent = join(root, 'agent');
  cpSync(join(HERE, 'agent'), agent, { recursive: true });
  const sdk = join(agent, 'node_modules', 'openai');
  mkdirSync(sdk, { recursive: true });
  writeFileSync(join(sdk, 'package.json'), '{ "name": "openai", "type": "module", "exports": "./index.js" }\n');
  await build({
    stdin: { contents: "export { OpenAI } from 'openai';", resolveDir: HERE },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: join(sdk, 'index.js'),
    logLevel: 'error',
  });
}

export function applyEdits(root: string, edits: readonly FileEdit[]): void {
  for (const edit of edits) {
    const path = join(root, edit.path);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : null;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, applyEdit(text, edit));
  }
}

function commit(root: string, message: string): void {
  git(root, 'add', '--all', '--force', '.');
  git(root, 'commit', '--quiet', '--message', message);
}

function git(root: string, ...args: string[]): void {
  execFileSync('git', args, {
    cwd: root,
    env: { ...process.env, ...COMMITTER },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
