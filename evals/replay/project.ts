import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const GIT_ENVIRONMENT = {
  ...process.env,
  ...{ GIT_AUTHOR_NAME: 'A Developer', GIT_AUTHOR_EMAIL: 'dev@example.com' },
  ...{ GIT_COMMITTER_NAME: 'A Developer', GIT_COMMITTER_EMAIL: 'dev@example.com' },
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
};

export interface ProjectOptions {
  readonly cases: number;
  /** Processes of each side's agent, and trials that each holds at once. */
  readonly processes: number;
  readonly inflight: number;
  /** The looks that decide, by trials of a case. */
  readonly looks: readonly number[];
}

/** A repository whose branch `head` has another prompt than `main`, and `same` one that asks the same. */
export interface Project {
  readonly directory: string;
  /** The agents' processes write the durations of their model calls there. */
  readonly durations: string;
  remove(): void;
}

/** One model call a trial; the answer is what the model said. How long each call took besides the provider is written when the process ends. */
export const AGENT = `import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
const { Agent, request } = process.getBuiltinModule('node:http');
const system = readFileSync('system.md', 'utf8');
const agent = new Agent({ keepAlive: true });
const durations = [];
function post(url, body) {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json' } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => { text += chunk; });
      response.on('end', () => {
        const tookMs = performance.now() - startedAt;
        durations.push(tookMs - (response.statusCode === 200 ? JSON.parse(text).took_ms : 0));
        resolve({ status: response.statusCode, text });
      });
      response.on('error', reject);
    });
    outgoing.on('error', reject).end(JSON.stringify(body));
  });
}
async function run({ input, urls }) {
  const messages = [{ role: 'system', content: system }, { role: 'user', content: input.text }];
  const { status, text } = await post(urls.openai + '/chat/completions', { model: 'm', messages });
  if (status !== 200) throw new Error(text.slice(0, 200));
  return { reply: JSON.parse(text).choices[0].message.content };
}
const end = () => {
  writeFileSync(process.env.BENCH_DURATIONS + '/' + process.pid, JSON.stringify(durations));
  process.exit();
};
process.on('SIGTERM', end);
for await (const line of createInterface({ input: process.stdin })) {
  const trial = JSON.parse(line);
  run(trial).then(
    (output) => console.log(JSON.stringify({ id: trial.id, output })),
    (error) => console.log(JSON.stringify({ id: trial.id, error: error.message })),
  );
}
end();
`;

export function makeProject(options: ProjectOptions): Project {
  const directory = mkdtempSync(join(tmpdir(), 'pawl-bench-'));
  const git = (...args: string[]): void => {
    execFileSync('git', args, { cwd: directory, env: GIT_ENVIRONMENT, stdio: 'pipe' });
  };
  const commit = (files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, name)), { recursive: true });
      writeFileSync(join(directory, name), text);
    }
    git('add', '--all');
    git('commit', '--quiet', '--message', 'change');
  };
  // Agents of another user write there too.
  const durations = join(directory, '.git', 'durations');
  git('init', '--quiet', '--initial-branch=main');
  mkdirSync(durations);
  execFileSync('chmod', ['755', directory, join(directory, '.git')]);
  execFileSync('chmod', ['777', durations]);
  commit({
    'pawl.yml': settingsOf(options),
    'agent.mjs': AGENT,
    'system.md': `You are kind. ${RULES}\n`,
    'corpus/cases.jsonl': Array.from({ length: options.cases }, caseLine).join(''),
  });
  git('switch', '--quiet', '--create', 'same');
  commit({ 'agent.mjs': `// Tidied.\n${AGENT}` });
  git('switch', '--quiet', '--create', 'head', 'main');
  commit({ 'system.md': `You are very kind. ${RULES}\n` });
  git('switch', '--quiet', 'main');
  return { directory, durations, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

const RULES = Array.from({ length: 20 }, (_, n) => `Rule ${n + 1}: look twice, answer once, and say so.`).join(' ');

/** In bubblewrap an agent sees a disk of its own and is gone at once with its parent: it could not leave its durations. */
const ISOLATION = process.getuid?.() === 0 ? '' : 'isolation: { mode: "off" }\n';

function settingsOf({ processes, inflight, looks }: ProjectOptions): string {
  return `version: 1
agent:
  name: bench
  paths: ["agent.mjs", "system.md"]
  command: exec node agent.mjs
  concurrency: ${processes}
  inflight: ${inflight}
  timeout_s: 60
  environment: [BENCH_DURATIONS]
prompts: ["system.md"]
corpus: ["corpus/*.jsonl"]
gate: { looks: [${looks.join(', ')}], spend: [${looks.map(() => 1 / looks.length).join(', ')}] }
${ISOLATION}`;
}

function caseLine(_: unknown, index: number): string {
  const id = `case-${String(index + 1).padStart(4, '0')}`;
  const theCase = {
    v: 1,
    id,
    slices: [`slice-${index % 4}`],
    input: { text: `Question ${index + 1}: what is due?` },
    recordings: [{ steps: [], output: { reply: 'kind' } }],
    expectations: [{ kind: 'output_contains', text: 'kind' }],
  };
  return `${JSON.stringify(theCase)}\n`;
}
