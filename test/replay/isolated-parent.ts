import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Isolation, IsolationPolicy } from '../../src/replay/agent.ts';
import { openAgentPool } from '../../src/replay/agent-pool.ts';
import { chooseIsolation, handOver } from '../../src/replay/isolation.ts';
import type { Json } from '../../src/trace/index.ts';
import { agentScript, makeSite, spec } from './site.ts';

/** What a process of its own, which stands for pawl, is asked to do: it prints the outcome as JSON. */
export type Job =
  | { readonly kind: 'choose'; readonly choices: { policy: IsolationPolicy; secrets: string[]; path: string }[] }
  | { readonly kind: 'agent'; readonly isolation: Isolation; readonly inputs: Json[] };

function problem(error: unknown): { problem: string } {
  return { problem: String(error) };
}

async function outcome(job: Job): Promise<unknown> {
  if (job.kind === 'choose') {
    const choices = job.choices.map((one) => chooseIsolation(one.policy, one.secrets, one.path).catch(problem));
    return Promise.all(choices);
  }
  const site = { ...makeSite({ command: `'${process.execPath}' agent.mjs` }), isolation: job.isolation };
  copyFileSync(agentScript, join(site.checkout.repo, 'agent.mjs'));
  await handOver(job.isolation, site.checkout);
  const urls = { openai: 'o', anthropic: 'a', tools: 't', mcp: 'm', otlp: 'x' };
  const pool = openAgentPool({
    onStray: () => undefined,
    site: { ...site, parentEnvironment: process.env },
    processUrls: () => urls,
  });
  const outputs: Json[] = [];
  for (const [index, input] of job.inputs.entries()) {
    const { signal } = new AbortController();
    const timeoutMs = spec.trialTimeoutMs;
    const result = await pool.run({ id: `${index}`, input, timeoutMs, start: () => urls, signal });
    outputs.push(result.end.kind === 'answered' ? result.output : JSON.stringify(result.end));
  }
  await pool.close();
  await site.checkout.close();
  return { pid: process.pid, root: site.checkout.root, outputs };
}

const job: Job = JSON.parse(process.argv[2] ?? '');
process.stdout.write(JSON.stringify(await outcome(job).catch(problem)));
