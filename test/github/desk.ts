import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A git repository with the smallest agent there is: one prompt, one model call, one slice. */
export class DeskRepository {
  readonly path = mkdtempSync(join(tmpdir(), 'pawl-desk-'));
  readonly base: string;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.#git('init', '--quiet', '--initial-branch=main');
    this.base = this.commit({ ...FILES, ...files });
  }

  /** Commits on a branch of its own from base and returns the full sha; the checkout stays on it, as a runner's does. */
  head(files: Readonly<Record<string, string>>): string {
    this.#git('checkout', '--quiet', '--detach', this.base);
    return this.commit(files);
  }

  commit(files: Readonly<Record<string, string>>): string {
    for (const [name, text] of Object.entries(files)) {
      const path = join(this.path, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    this.#git('add', '--all');
    this.#git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--message', 'change');
    return this.#git('rev-parse', 'HEAD').trim();
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  #git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.path, encoding: 'utf8' });
  }
}

const AGENT = `
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
const system = { role: 'system', content: readFileSync('prompt.md', 'utf8') };
for await (const line of createInterface({ input: process.stdin })) {
  const { id, input, urls } = JSON.parse(line);
  const response = await fetch(urls.openai + '/chat/completions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer ' + process.env.OPENAI_API_KEY },
    body: JSON.stringify({ model: 'test-1', messages: [system, ...input.messages] }),
  });
  const answer = response.ok ? { output: (await response.json()).choices[0].message.content } : { error: 'no answer' };
  console.log(JSON.stringify({ id, ...answer }));
}
`;

const CONFIG = `
version: 1
agent:
  name: desk
  command: node agent.mjs
  protocol: worker
  concurrency: 1
  paths: [prompt.md, agent.mjs]
prompts: [prompt.md]
corpus: [corpus.jsonl]
isolation:
  allow_unisolated: true
`;

const CORPUS = Array.from({ length: 8 }, (_, index) => ({
  v: 1,
  id: `case-${index}`,
  slices: ['opening-hours'],
  input: { messages: [{ role: 'user', content: `Are you open on day ${index}?` }] },
  recordings: [{ steps: [], output: 'yes' }],
  expectations: [{ kind: 'output_contains', text: 'yes' }],
}));

const FILES = {
  'README.md': 'A desk.\n',
  'prompt.md': 'You are a desk. We are open every day.\n',
  'agent.mjs': AGENT,
  'pawl.yml': CONFIG,
  'corpus.jsonl': `${CORPUS.map((line) => JSON.stringify(line)).join('\n')}\n`,
};

/** A provider that answers from the system prompt: yes where it says that the desk is open, no otherwise. */
export class DeskProvider {
  calls = 0;
  readonly #server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    this.calls += 1;
    const content = Buffer.concat(chunks).toString('utf8').includes('We are open every day') ? 'yes' : 'no';
    const completion = {
      id: `chatcmpl-${this.calls}`,
      object: 'chat.completion',
      created: 0,
      model: 'test-1',
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 10, completion_tokens: 1, total_tokens: 11 },
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(completion));
  });

  static async start(): Promise<DeskProvider> {
    const provider = new DeskProvider();
    await new Promise<void>((resolve) => provider.#server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the provider is not listening');
    return `http://127.0.0.1:${address.port}/v1`;
  }
}
