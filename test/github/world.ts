import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Json } from '../../src/trace/index.ts';
import { DeskProvider, DeskRepository } from './desk.ts';
import { type FakeGitHub, TOKEN } from './fake/github.ts';
import { runActionHere } from './here.ts';
import { type ActionEnd, type ActionStart, runAction } from './runner.ts';

const MAIN = resolve(import.meta.dirname, '../../dist/main.js');

/** One scenario's start; what it leaves out is as in a pull request of the repository itself. */
export interface Start {
  readonly event: { readonly name: string; readonly payload: Json };
  readonly sha?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: ActionStart['run'];
  readonly workspace?: string;
}

/** A desk with the pull requests that the scenarios are about, its provider, and the answers that were drawn once. */
export class World {
  readonly desk = new DeskRepository();
  readonly base = this.desk.base;
  /** The prompt says the contrary: every case breaks. */
  readonly closed = this.desk.head({ 'prompt.md': 'You are a desk. We are closed.\n' });
  readonly unrelated = this.desk.head({ 'README.md': 'A better desk.\n' });
  /** The agent's code changes, and asks the model exactly what it asked before. */
  readonly refactored = this.desk.head({ 'agent.mjs': `// nothing new\n${this.desk.read('agent.mjs')}` });
  readonly #folders: string[] = [];
  readonly #provider: DeskProvider;

  private constructor(provider: DeskProvider) {
    this.#provider = provider;
  }

  static async open(): Promise<World> {
    return new World(await DeskProvider.start());
  }

  async close(): Promise<void> {
    await this.#provider.stop();
    this.desk.remove();
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }

  get providerCalls(): number {
    return this.#provider.calls;
  }

  /** Hears of every call to the provider while it is made. */
  onCall(hear: DeskProvider['onCall']): void {
    this.#provider.onCall = hear;
  }

  /** A clone of the desk as a runner's checkout makes one. */
  clone(...options: string[]): string {
    const folder = mkdtempSync(join(tmpdir(), 'pawl-checkout-'));
    this.#folders.push(folder);
    this.desk.git('clone', '--quiet', ...options, pathToFileURL(this.desk.root).href, folder);
    return folder;
  }

  /** A store without an answer, so that recordings alone cover nothing. */
  emptyStore(): string {
    const folder = mkdtempSync(join(tmpdir(), 'pawl-store-'));
    this.#folders.push(folder);
    return folder;
  }

  /** The built program in a process of its own. */
  run(github: FakeGitHub, start: Start): Promise<ActionEnd> {
    return runAction({ main: MAIN, ...this.#onRunner(github, start) });
  }

  /** The same by this process, see `runActionHere`. */
  runHere(github: FakeGitHub, start: Start): Promise<ActionEnd> {
    return runActionHere(this.#onRunner(github, start));
  }

  #onRunner(github: FakeGitHub, { event, sha, inputs, env, run, workspace }: Start): Omit<ActionStart, 'main'> {
    return {
      workspace: workspace ?? this.desk.root,
      event,
      sha: sha ?? this.base,
      apiUrl: github.url,
      ...(run === undefined ? {} : { run }),
      inputs: {
        'github-token': TOKEN,
        'openai-base-url': this.#provider.url,
        'publish-timeout': '120',
        upload: 'false',
        ...inputs,
      },
      env: { OPENAI_API_KEY: 'sk-a-key-that-must-not-be-printed', ...env },
    };
  }
}

const OPERATIONS: readonly (readonly [method: string, path: RegExp, words: string])[] = [
  ['POST', /\/issues\/\d+\/comments$/, 'create comment'],
  ['PATCH', /\/issues\/comments\/\d+$/, 'update comment'],
  ['DELETE', /\/issues\/comments\/\d+$/, 'delete comment'],
  ['POST', /\/check-runs$/, 'create check run'],
  ['PATCH', /\/check-runs\/\d+$/, 'update check run'],
  ['POST', /\/FinalizeArtifact$/, 'upload'],
];

/** What was written, in words and in order, with the status where it was refused. */
export function operations(github: FakeGitHub): readonly string[] {
  return github.writes().flatMap(({ method, path, status }) => {
    const known = OPERATIONS.find(([verb, form]) => verb === method && form.test(path));
    if (known === undefined) return [];
    return status !== null && status < 300 ? [known[2]] : [`${known[2]}: ${status ?? 'no answer'}`];
  });
}
