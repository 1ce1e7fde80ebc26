import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  checkReservoir,
  fillReservoir,
  type GateRequest,
  gate,
  measureNoise,
  type Noise,
  type Repro,
  type ReproRequest,
  type ReservoirCheck,
  type ReservoirState,
  reproduce,
  showReservoir,
} from '../../src/gate/index.ts';
import type { Report } from '../../src/report/index.ts';
import { type Files, GitRepository } from '../git-repository.ts';
import { type SeenRequest, sendJson, startProvider, type TestProvider } from '../replay/provider.ts';
import { PLAIN_AGENT } from './plain-agent.ts';

/** A real git repository with a small agent, its corpus and a provider on loopback. */
export interface Project {
  readonly directory: string;
  readonly provider: TestProvider;
  /** A branch from main with these files. */
  branch(name: string, files: Files): void;
  /** Commits these files on main. */
  commit(files: Files): void;
  write(files: Files): void;
  checkout(branch: string): void;
  read(path: string): string;
  gate(head: string, more?: Partial<GateRequest>): Promise<Report>;
  /** Draws main's own trials once, as a job on main does. */
  fill(variables?: Readonly<Record<string, string>>): Promise<void>;
  /** What the store holds for a branch, and what of it still counts. */
  reservoir(ref: string): Promise<{ state: ReservoirState; check: ReservoirCheck }>;
  /** One case of a report again. */
  reproduce(report: Report, caseId: string, more: Partial<ReproRequest>): Promise<Repro>;
  /** Main against itself. */
  noise(pullRequests: number): Promise<Noise>;
  removeStored(section: 'answers' | 'reservoir'): void;
  /** pawl's environment with these variables besides. */
  environment(variables: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** What the provider says to a request: the reader of the system prompt is the test's own. */
export type Answer = (request: SeenRequest) => { text: string } | { tool: string; arguments: object };

/** Its settings decide after one trial of each case, which a broken case shows; a slice that falls shows after two. */
export async function startProject(options: {
  answer: Answer;
  files?: Files;
  cases?: readonly object[];
}): Promise<Project> {
  const provider = await startProvider((request, index, response) =>
    sendJson(response, 200, completion(options.answer(request), index)),
  );
  // The hash of a commit fixes the order of the trials.
  const repository = new GitRepository(undefined, '2026-11-22T00:00:00Z');
  const directory = repository.root;
  repository.commit({ ...baseFiles(options.cases ?? someCases(12)), ...options.files });
  return {
    directory,
    provider,
    branch: (name, files) => repository.branch(name, files),
    commit: (files) => {
      repository.commit(files);
    },
    write: (files) => repository.write(files),
    checkout: (branch) => {
      repository.git('switch', '--quiet', branch);
    },
    read: (path) => readFileSync(join(directory, path), 'utf8'),
    gate: (head, more = {}) => gate(requestFor(directory, provider, head, more), () => 0),
    fill: async (variables = {}) => {
      const environment = environmentWith(variables);
      const { notKept, missing } = await fillReservoir({
        ...requestFor(directory, provider, '', { runName: 'fill', environment }),
        ref: 'main',
      });
      if (notKept + missing > 0) throw new Error(`${notKept + missing} base trials were not kept`);
    },
    reservoir: async (ref) => {
      const request = { ...requestFor(directory, provider, '', { runName: 'check' }), ref };
      return { state: await showReservoir(request), check: await checkReservoir(request) };
    },
    reproduce: (report, caseId, more) =>
      reproduce({
        ...requestFor(directory, provider, '', { runName: 'repro' }),
        ...{ report, caseId, trial: null },
        ...more,
      }),
    noise: (pullRequests) =>
      measureNoise({
        ...requestFor(directory, provider, '', { runName: 'aa' }),
        ...{ ref: 'main', pullRequests, seed: '1' },
      }),
    removeStored: (section) => rmSync(join(directory, STORE, section), { recursive: true }),
    environment: environmentWith,
    close: async () => {
      await provider.close();
      repository.remove();
    },
  };
}

const STORE = '.git/pawl-store';

function environmentWith(variables: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { PATH: [dirname(process.execPath), process.env.PATH].join(':'), ...variables };
}

export function requestFor(
  directory: string,
  provider: TestProvider,
  head: string,
  more: Partial<GateRequest>,
): GateRequest {
  return {
    directory,
    base: 'main',
    head,
    configPath: 'pawl.yml',
    slices: null,
    overrides: [{ name: 'provider_url', value: `openai=${provider.url}`, where: '--provider-url' }],
    storeDirectory: join(directory, STORE),
    mode: 'live',
    environment: environmentWith({}),
    otherSecrets: [],
    runName: 'test',
    log: () => undefined,
    today: '2026-11-22',
    watch: { signal: new AbortController().signal, planned: () => undefined, ran: () => undefined },
    ...more,
  };
}

export const SETTINGS = `version: 1
agent:
  name: tiny
  paths: ["agent.mjs", "prompts/**", "tools/**"]
  command: node agent.mjs
  concurrency: 1
  timeout_s: 60
prompts: ["prompts/*.md"]
tools:
  files: ["tools/*.json"]
  read_only: [look_up]
corpus: ["corpus/*.jsonl"]
`;

/** Settings that decide at one look, after so many trials of each case: what is no matter of looks needs no more. */
export const oneLook = (trials: number): string => `gate: { looks: [${trials}], spend: [1] }\n`;

/**
 * How agents speak HTTP that is not plain. Imported, `node:http` brings along all of what `fetch` stands on, which takes longer than all else
 * in the start of a process; so does `fetch`.
 */
export const POST = `const { Agent, request } = process.getBuiltinModule('node:http');
const keepAlive = new Agent({ keepAlive: true });
const post = (url, body, headers = {}) => new Promise((resolve, reject) => {
  const outgoing = request(url, { method: 'POST', agent: keepAlive, headers }, async (response) => {
    let text = '';
    for await (const chunk of response) text += chunk;
    resolve({ status: response.statusCode, headers: response.headers, text });
  });
  outgoing.on('error', reject).end(JSON.stringify(body));
});
`;

/** Asks the model once; runs the tool it wants; asks again with `prompts/closing.md`; answers with the text. */
export const AGENT = `import { readFileSync } from 'node:fs';
${PLAIN_AGENT}const system = readFileSync('prompts/system.md', 'utf8');
const closing = readFileSync('prompts/closing.md', 'utf8');
const tools = ['look_up', 'pay_back'].map((name) => ({
  type: 'function',
  function: JSON.parse(readFileSync(\`tools/\${name}.json\`, 'utf8')),
}));
async function run({ input, urls }) {
  const messages = [{ role: 'system', content: system }, { role: 'user', content: input.text }];
  for (let turn = 0; turn < 4; turn += 1) {
    const { status, text } = await post(urls.openai + '/chat/completions', { model: 'm', messages, tools });
    const body = JSON.parse(text);
    if (status !== 200) throw new Error(body.error.message);
    const { message } = body.choices[0];
    if (!message.tool_calls) return { reply: message.content };
    messages.push(message);
    for (const call of message.tool_calls) {
      const result = await post(urls.tools + '/' + call.function.name, JSON.parse(call.function.arguments));
      if (result.status === 404) throw new Error('no such record');
      messages.push({ role: 'tool', tool_call_id: call.id, content: result.text });
    }
    messages.push({ role: 'system', content: closing });
  }
  throw new Error('too many turns');
}
trials((trial) =>
  run(trial).then(
    (output) => console.log(JSON.stringify({ id: trial.id, output })),
    (error) => console.log(JSON.stringify({ id: trial.id, error: error.message })),
  ),
);
`;

function tool(name: string, parameter: string): string {
  return JSON.stringify({
    name,
    description: `The tool ${name}`,
    parameters: {
      type: 'object',
      properties: { [parameter]: { type: 'string' } },
      required: [parameter],
      additionalProperties: false,
    },
  });
}

export const payBackTool = (parameter: string): string => tool('pay_back', parameter);

function baseFiles(cases: readonly object[]): Files {
  return {
    'pawl.yml': `${SETTINGS}${oneLook(1)}`,
    'agent.mjs': AGENT,
    'prompts/system.md': 'Pay back when asked. Parameter: order.\n',
    'prompts/closing.md': 'Be kind.\n',
    'tools/look_up.json': tool('look_up', 'order'),
    'tools/pay_back.json': payBackTool('order'),
    'README.md': 'An agent.\n',
    'corpus/cases.jsonl': cases.map((one) => `${JSON.stringify(one)}\n`).join(''),
  };
}

/** Cases that want one refund each, half of them in each of two slices. */
export function someCases(count: number): object[] {
  return Array.from({ length: count }, (_, index) => {
    const order = `o-${index + 1}`;
    return {
      v: 1,
      id: `case-${String(index + 1).padStart(3, '0')}`,
      slices: [index % 2 === 0 ? 'even' : 'odd'],
      input: { text: `Pay back ${order}` },
      recordings: [
        {
          steps: [
            {
              kind: 'tool_call',
              name: 'pay_back',
              arguments: { order },
              outcome: { kind: 'result', value: { done: order } },
            },
          ],
          output: { reply: 'done' },
        },
      ],
    };
  });
}

/** A model that does what it is asked, with the parameter that its system prompt names. */
export const obedient: Answer = ({ body }) => {
  const messages = body.messages as { role: string; content: string }[];
  if (messages.some(({ role }) => role === 'tool')) return { text: 'done' };
  const order = /o-\d+/.exec(messages.find(({ role }) => role === 'user')?.content ?? '')?.[0] ?? '';
  const parameter = /Parameter: (\w+)/.exec(messages[0]?.content ?? '')?.[1] ?? 'order';
  return { tool: 'pay_back', arguments: { [parameter]: order } };
};

function completion(said: ReturnType<Answer>, index: number): object {
  const message =
    'text' in said
      ? { role: 'assistant', content: said.text }
      : {
          role: 'assistant',
          content: null,
          tool_calls: [
            {
              id: `call_${index}`,
              type: 'function',
              function: { name: said.tool, arguments: JSON.stringify(said.arguments) },
            },
          ],
        };
  return {
    id: `chatcmpl-${index}`,
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [{ index: 0, message, finish_reason: 'text' in said ? 'stop' : 'tool_calls', logprobs: null }],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
  };
}
