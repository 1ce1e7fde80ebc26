import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { PLAIN_AGENT } from '../gate/plain-agent.ts';
import { type Files, GitRepository } from '../git-repository.ts';

/** A git repository with the smallest agent there is: one prompt, one model call, one slice. */
export class DeskRepository extends GitRepository {
  readonly base: string;

  constructor(files: Files = {}) {
    super();
    this.base = this.commit({ ...FILES, ...files });
  }

  /** Commits on a branch of its own from base and returns the full sha; the checkout stays on it, as a runner's does. */
  head(files: Files): string {
    this.git('checkout', '--quiet', '--detach', this.base);
    return this.commit(files);
  }
}

/**
 * `post` as an agent's own file may have it. Neither `fetch` nor an `import` of `node:http`, which loads the former: that
 * takes twice as long as all else that an agent of the tests does.
 */
export const POST = `
const { request } = process.getBuiltinModule('node:http');
const post = (url, body) => new Promise((resolve, reject) => {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer ' + process.env.OPENAI_API_KEY };
  const sent = request(url, { method: 'POST', headers }, async (response) => {
    let text = '';
    for await (const part of response.setEncoding('utf8')) text += part;
    resolve({ ok: response.statusCode === 200, text });
  });
  sent.on('error', reject).end(JSON.stringify(body));
});
`;

const AGENT = `
import { readFileSync } from 'node:fs';
${PLAIN_AGENT}const system = { role: 'system', content: readFileSync('prompt.md', 'utf8') };
trials(async ({ id, input, urls }) => {
  const { status, text } = await post(urls.openai + '/chat/completions', { model: 'test-1', messages: [system, ...input.messages] });
  const answer = status === 200 ? { output: JSON.parse(text).choices[0].message.content } : { error: 'no answer' };
  console.log(JSON.stringify({ id, ...answer }));
});
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
gate:
  looks: [2]
  spend: [1]
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
  '.gitignore': '.pawl/store/\n',
  'README.md': 'A desk.\n',
  'prompt.md': 'You are a desk. We are open every day.\n',
  'agent.mjs': AGENT,
  'pawl.yml': CONFIG,
  'corpus.jsonl': `${CORPUS.map((line) => JSON.stringify(line)).join('\n')}\n`,
};

/** A provider that answers from the system prompt: yes where it says that the desk is open, no otherwise. */
export class DeskProvider {
  calls = 0;
  /** Hears of every call while it is made. */
  onCall: (headers: IncomingHttpHeaders) => void = () => undefined;
  readonly #server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    this.calls += 1;
    this.onCall(request.headers);
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
