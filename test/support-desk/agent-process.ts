import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { DeskCase } from '../../evals/support-desk/inputs.ts';

export interface AgentUrls {
  readonly openai: string;
  readonly tools: string;
}

export type WorkerAnswer =
  | { readonly id: string; readonly output: { readonly reply: string } }
  | { readonly id: string; readonly error: string };

/** Gives a worker all inputs at once, and returns its answers by id. */
export async function askWorker(
  agentFolder: string,
  inputs: readonly Pick<DeskCase, 'id' | 'input'>[],
  urls: AgentUrls,
): Promise<Map<string, WorkerAnswer>> {
  const child = spawn(process.execPath, ['agent.ts'], { cwd: agentFolder, stdio: ['pipe', 'pipe', 'inherit'] });
  for (const { id, input } of inputs) child.stdin.write(`${JSON.stringify({ v: 1, id, input, urls })}\n`);
  const answers = new Map<string, WorkerAnswer>();
  for await (const line of createInterface({ input: child.stdout })) {
    const answer = JSON.parse(line) as WorkerAnswer;
    answers.set(answer.id, answer);
    if (answers.size === inputs.length) child.stdin.end();
  }
  return answers;
}

/** One process for one input: its whole stdout. */
export function askExec(agentFolder: string, input: DeskCase['input'], urls: AgentUrls): Promise<string> {
  return new Promise((resolve, reject) => {
    const environment = { ...process.env, OPENAI_BASE_URL: urls.openai, PAWL_TOOLS_URL: urls.tools };
    const child = spawn(process.execPath, ['agent.ts', '--exec'], { cwd: agentFolder, env: environment });
    let output = '';
    child.stdout.on('data', (bytes: Buffer) => {
      output += bytes.toString();
    });
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`exit ${code}`))));
    child.stdin.end(JSON.stringify(input));
  });
}
